using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>One walk over the objects of a pool. What DPDK calls back cannot belong to a generic type, so the type is left to the derived one.</summary>
internal abstract unsafe class MempoolWalk
{
    private ExceptionDispatchInfo? _failure;

    public void Run(rte_mempool* pool)
    {
        GCHandle handle = GCHandle.Alloc(this);
        try
        {
            _ = rte_mempool_obj_iter(pool, &OnObject, (void*)GCHandle.ToIntPtr(handle));
        }
        finally
        {
            handle.Free();
        }
        _failure?.Throw();
    }

    protected abstract void Visit(void* @object, int index);

    [UnmanagedCallersOnly]
    private static void OnObject(rte_mempool* pool, void* argument, void* @object, uint index)
    {
        var walk = (MempoolWalk)GCHandle.FromIntPtr((nint)argument).Target!;
        // The walk cannot be ended early: after a failure the rest is passed over.
        if (walk._failure is null)
        {
            try
            {
                walk.Visit(@object, (int)index);
            }
            catch (Exception e)
            {
                walk._failure = ExceptionDispatchInfo.Capture(e);
            }
        }
    }
}
