using System.Runtime.InteropServices;
using DpdkSharp.Interop.Tests.Inline;

namespace DpdkSharp.Interop.Tests.Shim.Devices;

/// <summary>A crypto device: with a program's callbacks on some queue pairs, and a driver that may not tell how full they are.</summary>
internal sealed unsafe class CryptoTable : FakeTable
{
    private readonly rte_crypto_fp_ops* _device;
    private readonly rte_rcu_qsbr* _readers;
    private readonly rte_cryptodev_cb* _callbacks = (rte_cryptodev_cb*)NativeMemory.AllocZeroed(2, (nuint)sizeof(rte_cryptodev_cb));
    private readonly rte_cryptodev_cb_rcu* _before = (rte_cryptodev_cb_rcu*)NativeMemory.AllocZeroed(QueueCount, (nuint)sizeof(rte_cryptodev_cb_rcu));
    private readonly rte_cryptodev_cb_rcu* _after = (rte_cryptodev_cb_rcu*)NativeMemory.AllocZeroed(QueueCount, (nuint)sizeof(rte_cryptodev_cb_rcu));

    internal CryptoTable(byte id)
        : base((byte*)Dpdk.rte_crypto_fp_ops_ + (id * rte_crypto_fp_ops.SizeOf), rte_crypto_fp_ops.SizeOf)
    {
        _readers = (rte_rcu_qsbr*)NativeMemory.AlignedAlloc(Dpdk.rte_rcu_qsbr_get_memsize(1), 64);
        Assert.Equal(0, Dpdk.rte_rcu_qsbr_init(_readers, 1));
        Assert.Equal(0, Dpdk.rte_rcu_qsbr_thread_register(_readers, 0));
        for (int i = 0; i < 2; i++)
        {
            _callbacks[i].fn = (delegate* unmanaged<ushort, ushort, rte_crypto_op**, ushort, void*, ushort>)FakeDevice.BeforeSending;
            _callbacks[i].arg = (void*)(1111 * (i + 1));
            _callbacks[i].next = i == 0 ? _callbacks + 1 : null;
        }

        _device = (rte_crypto_fp_ops*)((byte*)Dpdk.rte_crypto_fp_ops_ + (id * rte_crypto_fp_ops.SizeOf));
        _device->qp.data = Queues;
        _device->qp.enq_cb = _before;
        _device->qp.deq_cb = _after;
        _device->enqueue_burst = (delegate* unmanaged<void*, rte_crypto_op**, ushort, ushort>)FakeDevice.Burst(0);
        _device->dequeue_burst = (delegate* unmanaged<void*, rte_crypto_op**, ushort, ushort>)FakeDevice.Burst(1);
    }

    /// <summary>Whether somebody is still seen as going through the callbacks.</summary>
    internal bool IsBeingRead => _readers->qsbr_cnt[0].cnt != 0;

    internal override void Vary(Random random)
    {
        base.Vary(random);
        for (int i = 0; i < QueueCount; i++)
        {
            int callbacks = random.Next(3);
            _before[i] = new rte_cryptodev_cb_rcu { next = callbacks == 0 ? null : _callbacks + (2 - callbacks), qsbr = _readers };
            callbacks = random.Next(3);
            _after[i] = new rte_cryptodev_cb_rcu { next = callbacks == 0 ? null : _callbacks + (2 - callbacks), qsbr = _readers };
        }

        if (!LoadedDpdk.Is("22.11"))
        {
            _device->qp_depth_used = random.Next(4) == 0 ? null : (delegate* unmanaged<void*, uint>)FakeDevice.Count(0);
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        NativeMemory.AlignedFree(_readers);
        NativeMemory.Free(_callbacks);
        NativeMemory.Free(_before);
        NativeMemory.Free(_after);
    }
}
