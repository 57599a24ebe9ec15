using System.Runtime.InteropServices;

namespace DpdkSharp.Interop.Tests.Inline;

/// <summary>
/// Driver functions that write down what they were given, in native memory: whoever compares memory compares it too. A table of functions is filled
/// with them and called from C and from here: both have to reach the same function with the same arguments, and hand on its answer, which
/// comes of the call and of a seed. Where there are several of one kind they have numbers.
/// </summary>
internal static unsafe class FakeDevice
{
    /// <summary>The bytes of <see cref="Book"/>.</summary>
    internal const int BookSize = 64 * sizeof(ulong);

    /// <summary>How many words were written, and these: of each call the function's number and its arguments.</summary>
    internal static readonly ulong* Book = (ulong*)NativeMemory.AllocZeroed(BookSize);

    /// <summary>What answers depend on besides the call.</summary>
    internal static ulong Seed { get; set; }

    /// <summary>How often one of them was called since <see cref="Begin"/>.</summary>
    internal static long Calls { get; private set; }

    /// <summary>Nothing is written yet.</summary>
    internal static void Begin()
    {
        Calls = 0;
        new Span<byte>(Book, BookSize).Clear();
    }

    private static ulong Note(int function, params ReadOnlySpan<ulong> arguments)
    {
        ulong answer = Seed;
        Calls++;
        Write((ulong)function, ref answer);
        foreach (ulong argument in arguments)
        {
            Write(argument, ref answer);
        }

        return answer >> 8;
    }

    private static void Write(ulong word, ref ulong answer)
    {
        Book[++Book[0]] = word;
        answer = (answer ^ word) * 0x9e3779b97f4a7c15;
        answer ^= answer >> 29;
    }

    /// <summary>A part of what was given, or all.</summary>
    private static ushort Part(ulong answer, ushort of) => (ushort)(answer % (of + 1u));

    // Bursts: (queue, objects, how many).

    internal static delegate* unmanaged<void*, void*, ushort, ushort> Burst(int number) => number switch
    {
        0 => &Burst0,
        1 => &Burst1,
        2 => &Burst2,
        3 => &Burst3,
        4 => &Burst4,
        5 => &Burst5,
        6 => &Burst6,
        7 => &Burst7,
        8 => &Burst8,
        9 => &Burst9,
        10 => &Burst10,
        _ => &Burst11,
    };

    private static ushort Burst(int function, void* queue, void* objects, ushort count) => Part(Note(function, (ulong)queue, (ulong)objects, count), count);

    [UnmanagedCallersOnly]
    private static ushort Burst0(void* a, void* b, ushort c) => Burst(0, a, b, c);

    [UnmanagedCallersOnly]
    private static ushort Burst1(void* a, void* b, ushort c) => Burst(1, a, b, c);

    [UnmanagedCallersOnly]
    private static ushort Burst2(void* a, void* b, ushort c) => Burst(2, a, b, c);

    [UnmanagedCallersOnly]
    private static ushort Burst3(void* a, void* b, ushort c) => Burst(3, a, b, c);

    [UnmanagedCallersOnly]
    private static ushort Burst4(void* a, void* b, ushort c) => Burst(4, a, b, c);

    [UnmanagedCallersOnly]
    private static ushort Burst5(void* a, void* b, ushort c) => Burst(5, a, b, c);

    [UnmanagedCallersOnly]
    private static ushort Burst6(void* a, void* b, ushort c) => Burst(6, a, b, c);

    [UnmanagedCallersOnly]
    private static ushort Burst7(void* a, void* b, ushort c) => Burst(7, a, b, c);

    [UnmanagedCallersOnly]
    private static ushort Burst8(void* a, void* b, ushort c) => Burst(8, a, b, c);

    [UnmanagedCallersOnly]
    private static ushort Burst9(void* a, void* b, ushort c) => Burst(9, a, b, c);

    [UnmanagedCallersOnly]
    private static ushort Burst10(void* a, void* b, ushort c) => Burst(10, a, b, c);

    [UnmanagedCallersOnly]
    private static ushort Burst11(void* a, void* b, ushort c) => Burst(11, a, b, c);

    // Bursts of a device's channel or queue: (device, number, objects, how many).

    internal static delegate* unmanaged<void*, ushort, void*, ushort, ushort> ChannelBurst(int number) => number == 0 ? &ChannelBurst0 : &ChannelBurst1;

    [UnmanagedCallersOnly]
    private static ushort ChannelBurst0(void* a, ushort b, void* c, ushort d) => Part(Note(20, (ulong)a, b, (ulong)c, d), d);

    [UnmanagedCallersOnly]
    private static ushort ChannelBurst1(void* a, ushort b, void* c, ushort d) => Part(Note(21, (ulong)a, b, (ulong)c, d), d);

    // Questions: (queue), and (queue, position).

    internal static delegate* unmanaged<void*, int> Count(int number) => number == 0 ? &Count0 : &Count1;

    [UnmanagedCallersOnly]
    private static int Count0(void* a) => (int)Note(30, (ulong)a);

    [UnmanagedCallersOnly]
    private static int Count1(void* a) => (int)Note(31, (ulong)a);

    internal static delegate* unmanaged<void*, ushort, int> Status(int number) => number == 0 ? &Status0 : &Status1;

    [UnmanagedCallersOnly]
    private static int Status0(void* a, ushort b) => (int)Note(32, (ulong)a, b);

    [UnmanagedCallersOnly]
    private static int Status1(void* a, ushort b) => (int)Note(33, (ulong)a, b);

    // An Ethernet device's: mbufs that go from a transmit queue to a receive queue, a program's callbacks, what was not sent.

    internal static delegate* unmanaged<void*, void*, ushort> Reuse => &ReuseMbufs;

    [UnmanagedCallersOnly]
    private static ushort ReuseMbufs(void* a, void* b) => (ushort)(Note(40, (ulong)a, (ulong)b) % 3);

    internal static delegate* unmanaged<void*, ushort, void> Refill => &RefillDescriptors;

    [UnmanagedCallersOnly]
    private static void RefillDescriptors(void* a, ushort b) => _ = Note(41, (ulong)a, b);

    internal static delegate* unmanaged<ushort, ushort, void*, ushort, ushort, void*, ushort> AfterReceiving => &Received;

    [UnmanagedCallersOnly]
    private static ushort Received(ushort a, ushort b, void* c, ushort count, ushort room, void* d) => Part(Note(42, a, b, (ulong)c, count, room, (ulong)d), count);

    internal static delegate* unmanaged<ushort, ushort, void*, ushort, void*, ushort> BeforeSending => &Sending;

    // A crypto device's callbacks are called in the same way.
    [UnmanagedCallersOnly]
    private static ushort Sending(ushort a, ushort b, void* c, ushort count, void* d) => Part(Note(43, a, b, (ulong)c, count, (ulong)d), count);

    internal static delegate* unmanaged<void*, ushort, void*, void> NotSent => &Unsent;

    [UnmanagedCallersOnly]
    private static void Unsent(void* a, ushort b, void* c) => _ = Note(44, (ulong)a, b, (ulong)c);

    // An event device's: (port, ...).

    internal static delegate* unmanaged<void*, void*, ushort> EnqueueOne => &One;

    [UnmanagedCallersOnly]
    private static ushort One(void* a, void* b) => Part(Note(50, (ulong)a, (ulong)b), 1);

    internal static delegate* unmanaged<void*, void*, ulong, ushort> DequeueOne => &OneInTime;

    [UnmanagedCallersOnly]
    private static ushort OneInTime(void* a, void* b, ulong c) => Part(Note(51, (ulong)a, (ulong)b, c), 1);

    internal static delegate* unmanaged<void*, void*, ushort, ulong, ushort> DequeueInTime => &InTime;

    [UnmanagedCallersOnly]
    private static ushort InTime(void* a, void* b, ushort c, ulong d) => Part(Note(52, (ulong)a, (ulong)b, c, d), c);

    internal static delegate* unmanaged<void*, int, void> Maintain => &Maintained;

    [UnmanagedCallersOnly]
    private static void Maintained(void* a, int b) => _ = Note(53, (ulong)a, (uint)b);

    internal static delegate* unmanaged<void*, byte, int> SwitchProfile => &ProfileSwitched;

    [UnmanagedCallersOnly]
    private static int ProfileSwitched(void* a, byte b) => (int)Note(54, (ulong)a, b);

    internal static delegate* unmanaged<void*, uint, int> ModifyPreschedule => &PrescheduleModified;

    [UnmanagedCallersOnly]
    private static int PrescheduleModified(void* a, uint b) => (int)Note(55, (ulong)a, b);

    internal static delegate* unmanaged<void*, uint, void> Preschedule => &Prescheduled;

    [UnmanagedCallersOnly]
    private static void Prescheduled(void* a, uint b) => _ = Note(56, (ulong)a, b);

    internal static delegate* unmanaged<void*, void*, ulong, ushort, ushort> ArmAfter => &ArmedAfter;

    [UnmanagedCallersOnly]
    private static ushort ArmedAfter(void* a, void* b, ulong c, ushort d) => Part(Note(57, (ulong)a, (ulong)b, c, d), d);

    // A DMA device's: (device, channel, ...).

    internal static delegate* unmanaged<void*, ushort, ulong, ulong, uint, ulong, int> Transfer(int number) => number == 0 ? &Transfer0 : &Transfer1;

    [UnmanagedCallersOnly]
    private static int Transfer0(void* a, ushort b, ulong c, ulong d, uint e, ulong f) => (int)Note(60, (ulong)a, b, c, d, e, f);

    [UnmanagedCallersOnly]
    private static int Transfer1(void* a, ushort b, ulong c, ulong d, uint e, ulong f) => (int)Note(61, (ulong)a, b, c, d, e, f);

    internal static delegate* unmanaged<void*, ushort, void*, void*, ushort, ushort, ulong, int> TransferScattered => &Scattered;

    [UnmanagedCallersOnly]
    private static int Scattered(void* a, ushort b, void* c, void* d, ushort e, ushort f, ulong g) => (int)Note(62, (ulong)a, b, (ulong)c, (ulong)d, e, f, g);

    internal static delegate* unmanaged<void*, ushort, int> Submit => &Submitted;

    [UnmanagedCallersOnly]
    private static int Submitted(void* a, ushort b) => (int)Note(63, (ulong)a, b);

    internal static delegate* unmanaged<void*, ushort, ushort, ushort*, byte*, ushort> Completed => &HasCompleted;

    [UnmanagedCallersOnly]
    private static ushort HasCompleted(void* a, ushort b, ushort count, ushort* last, byte* failed)
    {
        // The caller has to give places for both, and begin with no failure.
        ulong answer = Note(64, (ulong)a, b, count, *failed);
        *last = (ushort)(answer >> 16);
        *failed = (byte)((answer >> 32) & 1);
        return Part(answer, count);
    }

    internal static delegate* unmanaged<void*, ushort, ushort, ushort*, void*, ushort> CompletedStatus => &HasCompletedStatus;

    [UnmanagedCallersOnly]
    private static ushort HasCompletedStatus(void* a, ushort b, ushort count, ushort* last, void* status)
    {
        ulong answer = Note(65, (ulong)a, b, count, (ulong)status);
        *last = (ushort)(answer >> 16);
        return Part(answer, count);
    }

    internal static delegate* unmanaged<void*, ushort, ushort> Capacity => &HasCapacity;

    [UnmanagedCallersOnly]
    private static ushort HasCapacity(void* a, ushort b) => (ushort)Note(66, (ulong)a, b);

    // An IPsec session's, and a security context's.

    internal static delegate* unmanaged<void*, void*, void*, ushort, ushort> Prepare => &Prepared;

    [UnmanagedCallersOnly]
    private static ushort Prepared(void* a, void* b, void* c, ushort d) => Part(Note(70, (ulong)a, (ulong)b, (ulong)c, d), d);

    internal static delegate* unmanaged<void*, void*, void*, ushort, void*, ushort> PrepareWithState => &PreparedWithState;

    [UnmanagedCallersOnly]
    private static ushort PreparedWithState(void* a, void* b, void* c, ushort d, void* e) => Part(Note(71, (ulong)a, (ulong)b, (ulong)c, d, (ulong)e), d);

    internal static delegate* unmanaged<void*, void*, ushort, void*, ushort> PrepareHereWithState => &PreparedHereWithState;

    [UnmanagedCallersOnly]
    private static ushort PreparedHereWithState(void* a, void* b, ushort c, void* d) => Part(Note(72, (ulong)a, (ulong)b, c, (ulong)d), c);

    internal static delegate* unmanaged<void*, void*, void*, void*, int> SetMetadata => &MetadataSet;

    [UnmanagedCallersOnly]
    private static int MetadataSet(void* a, void* b, void* c, void* d) => (int)Note(73, (ulong)a, (ulong)b, (ulong)c, (ulong)d);

    // Raw crypto: (queue pair, driver's data, ...).

    internal static delegate* unmanaged<void*, byte*, void*, ushort, rte_crypto_sym_ofs, void*, void*, void*, void*, int> EnqueueRaw => &RawEnqueued;

    [UnmanagedCallersOnly]
    private static int RawEnqueued(void* a, byte* b, void* c, ushort d, rte_crypto_sym_ofs e, void* f, void* g, void* h, void* i) =>
        (int)Note(80, (ulong)a, (ulong)b, (ulong)c, d, e.raw, (ulong)f, (ulong)g, (ulong)h, (ulong)i);

    internal static delegate* unmanaged<void*, byte*, int*, uint*, void*> DequeueRaw => &RawDequeued;

    [UnmanagedCallersOnly]
    private static void* RawDequeued(void* a, byte* b, int* status, uint* operation)
    {
        ulong answer = Note(81, (ulong)a, (ulong)b);
        *status = (int)answer;
        *operation = (uint)(answer >> 32) % 5;
        return (void*)answer;
    }
}
