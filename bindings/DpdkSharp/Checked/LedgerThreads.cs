using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DpdkSharp.Interop;

namespace DpdkSharp;

/// <summary>
/// The threads that packets belong to, by small numbers, each with a lock. A packet that the application has changes hands under the lock of the thread that
/// took it: of two threads that give it away, one finds it given away. A thread has its own lock to itself as a rule, and takes it once a burst, not once a packet.
/// </summary>
internal static unsafe class LedgerThreads
{
    // More threads than this share numbers, and then locks: slower, not wrong.
    private const int Count = 1024;
    private const int CacheLine = 64;

    private static readonly int* s_locks = (int*)NativeMemory.AlignedAlloc(Count * CacheLine, CacheLine);
    private static readonly string[] s_names = new string[Count];
    private static int s_next;

    // Never freed: a thread may end while packets are still its own.
    [ThreadStatic]
    private static LedgerThread* t_self;

    static LedgerThreads() => NativeMemory.Clear(s_locks, Count * CacheLine);

    /// <summary>The calling thread.</summary>
    public static LedgerThread* Self
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            LedgerThread* self = t_self;
            return self != null ? self : Register();
        }
    }

    /// <summary>" on lcore 1": what a message says of it.</summary>
    public static string NameOf(int number) => s_names[number] ?? string.Empty;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Enter(int number)
    {
        if (Interlocked.CompareExchange(ref s_locks[number * (CacheLine / sizeof(int))], 1, 0) != 0)
        {
            Wait(number);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Exit(int number) => Volatile.Write(ref s_locks[number * (CacheLine / sizeof(int))], 0);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Wait(int number)
    {
        var wait = default(SpinWait);
        while (Interlocked.CompareExchange(ref s_locks[number * (CacheLine / sizeof(int))], 1, 0) != 0)
        {
            // Its holder may have lost its CPU; a thread that polls is not put to sleep for a millisecond for that.
            wait.SpinOnce(sleep1Threshold: -1);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LedgerThread* Register()
    {
        int number = 1 + ((Interlocked.Increment(ref s_next) - 1) % (Count - 1));
        uint lcore = Dpdk.rte_lcore_id();
        s_names[number] = lcore < Dpdk.RTE_MAX_LCORE ? $" on lcore {lcore:D}" : Thread.CurrentThread.Name is { Length: > 0 } name ? $" on the thread '{name}'" : string.Empty;
        var self = (LedgerThread*)NativeMemory.AllocZeroed(1, (nuint)sizeof(LedgerThread));
        self->Number = number;
        self->StackEnd = FrameChain.FindStackEnd();
        return t_self = self;
    }
}
