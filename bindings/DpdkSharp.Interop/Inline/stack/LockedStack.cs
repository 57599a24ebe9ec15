namespace DpdkSharp.Interop;

/// <summary>The stack that is an array under a spinlock.</summary>
internal static unsafe class LockedStack
{
    internal static uint Push(rte_stack* s, void** objects, uint n)
    {
        rte_stack_std* stack = &s->stack_std;
        Dpdk.rte_spinlock_lock(&stack->@lock);
        uint length = stack->len;
        // In 64 bits, so that no count however large passes by wrapping around.
        if ((ulong)length + n > s->capacity)
        {
            n = 0;
        }

        RingCore.Copy((byte*)(stack->objs + length), (byte*)objects, (nuint)n * (nuint)sizeof(void*));
        stack->len = length + n;
        Dpdk.rte_spinlock_unlock(&stack->@lock);
        return n;
    }

    internal static uint Pop(rte_stack* s, void** objects, uint n)
    {
        rte_stack_std* stack = &s->stack_std;
        Dpdk.rte_spinlock_lock(&stack->@lock);
        uint length = stack->len;
        if (n > length)
        {
            n = 0;
        }

        MempoolSlowPath.PopReversed(objects, stack->objs + (length - n), n);
        stack->len = length - n;
        Dpdk.rte_spinlock_unlock(&stack->@lock);
        return n;
    }
}
