using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>Pushes all of the objects, or none; answers how many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_stack_push(rte_stack* s, void** obj_table, uint n) =>
        (s->flags & RTE_STACK_F_LF) != 0 ? LockFreeStack.Push(s, obj_table, n) : LockedStack.Push(s, obj_table, n);

    /// <summary>Pops so many objects, the last pushed first, or none; answers how many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_stack_pop(rte_stack* s, void** obj_table, uint n) =>
        (s->flags & RTE_STACK_F_LF) != 0 ? LockFreeStack.Pop(s, obj_table, n) : LockedStack.Pop(s, obj_table, n);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_stack_count(rte_stack* s) =>
        (s->flags & RTE_STACK_F_LF) != 0 ? (uint)Volatile.Read(ref s->stack_lf.used.len) : Volatile.Read(ref s->stack_std.len);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_stack_free_count(rte_stack* s) => s->capacity - rte_stack_count(s);
}
