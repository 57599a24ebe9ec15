using System.Runtime.InteropServices;

namespace DpdkSharp.Interop.Tests.Inline;

/// <summary>
/// Driver functions that write down what they were given. A table of functions is filled with them and called from C and from here: both have
/// to reach the same function with the same arguments. They take six arguments, of which some callers fill in fewer; what they
/// answer says which function it was.
/// </summary>
internal static unsafe class FakeDevice
{
    /// <summary>The last call: the function's number and its arguments.</summary>
    internal static (int Function, nuint A, nuint B, nuint C, nuint D) Last { get; private set; }

    internal static void Forget() => Last = default;

    /// <summary>(pointer, ushort, pointer, ushort)</summary>
    internal static nint PointerShortPointerShort(int number) => number switch
    {
        0 => (nint)(delegate* unmanaged<void*, ushort, void*, ushort, ushort>)&Psps0,
        _ => (nint)(delegate* unmanaged<void*, ushort, void*, ushort, ushort>)&Psps1,
    };

    /// <summary>(pointer, pointer, ushort)</summary>
    internal static nint PointerPointerShort(int number) => number switch
    {
        0 => (nint)(delegate* unmanaged<void*, void*, ushort, ushort>)&Pps0,
        1 => (nint)(delegate* unmanaged<void*, void*, ushort, ushort>)&Pps1,
        2 => (nint)(delegate* unmanaged<void*, void*, ushort, ushort>)&Pps2,
        3 => (nint)(delegate* unmanaged<void*, void*, ushort, ushort>)&Pps3,
        4 => (nint)(delegate* unmanaged<void*, void*, ushort, ushort>)&Pps4,
        5 => (nint)(delegate* unmanaged<void*, void*, ushort, ushort>)&Pps5,
        6 => (nint)(delegate* unmanaged<void*, void*, ushort, ushort>)&Pps6,
        7 => (nint)(delegate* unmanaged<void*, void*, ushort, ushort>)&Pps7,
        8 => (nint)(delegate* unmanaged<void*, void*, ushort, ushort>)&Pps8,
        _ => (nint)(delegate* unmanaged<void*, void*, ushort, ushort>)&Pps9,
    };

    private static ushort Note(int function, nuint a, nuint b, nuint c, nuint d)
    {
        Last = (function, a, b, c, d);
        return (ushort)(function + 1);
    }

    private static ushort Note(int function, void* a, void* b, ushort c) => Note(function, (nuint)a, (nuint)b, c, 0);

    [UnmanagedCallersOnly]
    private static ushort Psps0(void* a, ushort b, void* c, ushort d) => Note(0, (nuint)a, b, (nuint)c, d);

    [UnmanagedCallersOnly]
    private static ushort Psps1(void* a, ushort b, void* c, ushort d) => Note(1, (nuint)a, b, (nuint)c, d);

    [UnmanagedCallersOnly]
    private static ushort Pps0(void* a, void* b, ushort c) => Note(0, a, b, c);

    [UnmanagedCallersOnly]
    private static ushort Pps1(void* a, void* b, ushort c) => Note(1, a, b, c);

    [UnmanagedCallersOnly]
    private static ushort Pps2(void* a, void* b, ushort c) => Note(2, a, b, c);

    [UnmanagedCallersOnly]
    private static ushort Pps3(void* a, void* b, ushort c) => Note(3, a, b, c);

    [UnmanagedCallersOnly]
    private static ushort Pps4(void* a, void* b, ushort c) => Note(4, a, b, c);

    [UnmanagedCallersOnly]
    private static ushort Pps5(void* a, void* b, ushort c) => Note(5, a, b, c);

    [UnmanagedCallersOnly]
    private static ushort Pps6(void* a, void* b, ushort c) => Note(6, a, b, c);

    [UnmanagedCallersOnly]
    private static ushort Pps7(void* a, void* b, ushort c) => Note(7, a, b, c);

    [UnmanagedCallersOnly]
    private static ushort Pps8(void* a, void* b, ushort c) => Note(8, a, b, c);

    [UnmanagedCallersOnly]
    private static ushort Pps9(void* a, void* b, ushort c) => Note(9, a, b, c);

    /// <summary>(pointer, pointer): a single event.</summary>
    internal static nint PointerPointer => (nint)(delegate* unmanaged<void*, void*, ushort>)&Pp;

    [UnmanagedCallersOnly]
    private static ushort Pp(void* a, void* b) => Note(20, a, b, 0);

    /// <summary>(pointer, pointer, ulong): a single event, with a time.</summary>
    internal static nint PointerPointerLong => (nint)(delegate* unmanaged<void*, void*, ulong, ushort>)&Ppl;

    [UnmanagedCallersOnly]
    private static ushort Ppl(void* a, void* b, ulong c) => Note(21, (nuint)a, (nuint)b, (nuint)c, 0);

    /// <summary>(pointer, pointer, ushort, ulong)</summary>
    internal static nint PointerPointerShortLong => (nint)(delegate* unmanaged<void*, void*, ushort, ulong, ushort>)&Ppsl;

    [UnmanagedCallersOnly]
    private static ushort Ppsl(void* a, void* b, ushort c, ulong d) => Note(22, (nuint)a, (nuint)b, c, (nuint)d);

    /// <summary>(pointer, pointer, ulong, ushort)</summary>
    internal static nint PointerPointerLongShort => (nint)(delegate* unmanaged<void*, void*, ulong, ushort, ushort>)&Ppls;

    [UnmanagedCallersOnly]
    private static ushort Ppls(void* a, void* b, ulong c, ushort d) => Note(23, (nuint)a, (nuint)b, (nuint)c, d);

    /// <summary>(pointer, int)</summary>
    internal static nint PointerInt => (nint)(delegate* unmanaged<void*, int, void>)&Pi;

    [UnmanagedCallersOnly]
    private static void Pi(void* a, int b) => _ = Note(24, (nuint)a, (nuint)b, 0, 0);

    /// <summary>(pointer, pointer, pointer, ushort)</summary>
    internal static nint PointerPointerPointerShort => (nint)(delegate* unmanaged<void*, void*, void*, ushort, ushort>)&Ppps;

    [UnmanagedCallersOnly]
    private static ushort Ppps(void* a, void* b, void* c, ushort d) => Note(25, (nuint)a, (nuint)b, (nuint)c, d);

    // A DMA device's functions: (private data, channel, ...).

    internal static nint DmaCopy => (nint)(delegate* unmanaged<void*, ushort, ulong, ulong, uint, ulong, int>)&Copy;

    [UnmanagedCallersOnly]
    private static int Copy(void* a, ushort channel, ulong from, ulong to, uint length, ulong flags) =>
        Note(30, (nuint)a + channel, (nuint)from, (nuint)to, (length * 1000) + (nuint)flags);

    internal static nint DmaFill => (nint)(delegate* unmanaged<void*, ushort, ulong, ulong, uint, ulong, int>)&Fill;

    [UnmanagedCallersOnly]
    private static int Fill(void* a, ushort channel, ulong pattern, ulong to, uint length, ulong flags) =>
        Note(31, (nuint)a + channel, (nuint)pattern, (nuint)to, (length * 1000) + (nuint)flags);

    internal static nint DmaCopyScattered => (nint)(delegate* unmanaged<void*, ushort, void*, void*, ushort, ushort, ulong, int>)&CopyScattered;

    [UnmanagedCallersOnly]
    private static int CopyScattered(void* a, ushort channel, void* from, void* to, ushort sources, ushort targets, ulong flags) =>
        Note(32, (nuint)a + channel, (nuint)from, (nuint)to, (sources * 1_000_000u) + (targets * 1000u) + (nuint)flags);

    internal static nint DmaSubmit => (nint)(delegate* unmanaged<void*, ushort, int>)&Submit;

    [UnmanagedCallersOnly]
    private static int Submit(void* a, ushort channel) => Note(33, (nuint)a, channel, 0, 0);

    internal static nint DmaCompleted => (nint)(delegate* unmanaged<void*, ushort, ushort, ushort*, byte*, ushort>)&Completed;

    [UnmanagedCallersOnly]
    private static ushort Completed(void* a, ushort channel, ushort count, ushort* last, byte* failed)
    {
        // The caller has to give places for both, and begin with no failure.
        nuint clean = *failed == 0 ? 1u : 0;
        *last = 77;
        *failed = 1;
        return Note(34, (nuint)a, channel, count, clean);
    }

    internal static nint DmaCompletedStatus => (nint)(delegate* unmanaged<void*, ushort, ushort, ushort*, void*, ushort>)&CompletedStatus;

    [UnmanagedCallersOnly]
    private static ushort CompletedStatus(void* a, ushort channel, ushort count, ushort* last, void* status)
    {
        *last = 78;
        return Note(35, (nuint)a, channel, count, (nuint)status);
    }

    internal static nint DmaCapacity => (nint)(delegate* unmanaged<void*, ushort, ushort>)&Capacity;

    [UnmanagedCallersOnly]
    private static ushort Capacity(void* a, ushort channel) => Note(36, (nuint)a, channel, 0, 0);

    // Crypto callbacks: (device, queue, ops, count, argument), which take one operation away.

    internal static nint CryptoCallback => (nint)(delegate* unmanaged<ushort, ushort, rte_crypto_op**, ushort, void*, ushort>)&Callback;

    internal static int CryptoCallbacks { get; set; }

    [UnmanagedCallersOnly]
    private static ushort Callback(ushort device, ushort queue, rte_crypto_op** ops, ushort count, void* argument)
    {
        CryptoCallbacks++;
        *(ulong*)argument = device * 1000ul + queue;
        return (ushort)(count - 1);
    }
}
