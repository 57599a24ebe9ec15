using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Inline;

/// <summary>
/// The tables of functions that drivers fill. A place in each, which no device of this process has, is filled with functions that write down how they
/// are called; then C's inline function and the C# one call through it. On the main lcore, one after the other and after tests of real devices.
/// </summary>
public sealed unsafe class DeviceFastPathTests(EalFixture eal)
{
    // The last places: devices are numbered from the first.
    private const byte Event = RTE_EVENT_MAX_DEVS - 1;
    private const byte Regex = RTE_MAX_REGEXDEV_DEVS - 1;
    private const ushort Baseband = RTE_BBDEV_MAX_DEVS - 1;

    private static void AssertSame(Func<int> inC, Func<int> here)
    {
        FakeDevice.Forget();
        int wanted = inC();
        var call = FakeDevice.Last;
        FakeDevice.Forget();
        Assert.Equal(wanted, here());
        Assert.Equal(call, FakeDevice.Last);
    }

    [Fact]
    public void Event_devices()
    {
        eal.Run(() =>
        {
            byte* place = (byte*)rte_event_fp_ops_ + (Event * rte_event_fp_ops.SizeOf);
            byte[] before = new Span<byte>(place, rte_event_fp_ops.SizeOf).ToArray();
            var device = (rte_event_fp_ops*)place;
            void** ports = stackalloc void*[3];
            ports[0] = (void*)100;
            ports[1] = (void*)101;
            ports[2] = (void*)102;
            device->data = ports;
            device->enqueue_burst = (delegate* unmanaged<void*, rte_event*, ushort, ushort>)FakeDevice.PointerPointerShort(0);
            device->enqueue_new_burst = (delegate* unmanaged<void*, rte_event*, ushort, ushort>)FakeDevice.PointerPointerShort(1);
            device->enqueue_forward_burst = (delegate* unmanaged<void*, rte_event*, ushort, ushort>)FakeDevice.PointerPointerShort(2);
            device->ca_enqueue = (delegate* unmanaged<void*, rte_event*, ushort, ushort>)FakeDevice.PointerPointerShort(3);
            device->txa_enqueue = (delegate* unmanaged<void*, rte_event*, ushort, ushort>)FakeDevice.PointerPointerShort(4);
            device->txa_enqueue_same_dest = (delegate* unmanaged<void*, rte_event*, ushort, ushort>)FakeDevice.PointerPointerShort(5);
            device->dequeue_burst = (delegate* unmanaged<void*, rte_event*, ushort, ulong, ushort>)FakeDevice.PointerPointerShortLong;
            device->maintain = (delegate* unmanaged<void*, int, void>)FakeDevice.PointerInt;
            if (EventFastPath.HasSingle)
            {
                device->enqueue = (delegate* unmanaged<void*, rte_event*, ushort>)FakeDevice.PointerPointer;
                device->dequeue = (delegate* unmanaged<void*, rte_event*, ulong, ushort>)FakeDevice.PointerPointerLong;
            }

            var inC = (delegate* unmanaged<int, byte, byte, void*, ushort, ulong, int>)Oracle.Get("o_event");
            var events = (rte_event*)4096;
            for (int call = 0; call < 8; call++)
            {
                foreach (ushort count in (ushort[])[0, 1, 2, 32])
                {
                    int number = call;
                    ushort n = count;
                    byte port = (byte)(n % 3);
                    AssertSame(
                        () => inC(number, Event, port, events, n, 5),
                        () => number switch
                        {
                            0 => rte_event_enqueue_burst(Event, port, events, n),
                            1 => rte_event_enqueue_new_burst(Event, port, events, n),
                            2 => rte_event_enqueue_forward_burst(Event, port, events, n),
                            3 => rte_event_dequeue_burst(Event, port, events, n, 5),
                            4 => rte_event_maintain(Event, port, 5),
                            5 => rte_event_crypto_adapter_enqueue(Event, port, events, n),
                            6 => rte_event_eth_tx_adapter_enqueue(Event, port, events, n, 0),
                            _ => rte_event_eth_tx_adapter_enqueue(Event, port, events, n, 1),
                        });
                }
            }

            device->maintain = null;
            AssertSame(() => inC(4, Event, 0, events, 1, 0), () => rte_event_maintain(Event, 0, 0));
            before.CopyTo(new Span<byte>(place, before.Length));
        });
    }

    [Fact]
    public void Event_timers()
    {
        eal.Run(() =>
        {
            rte_event_timer_adapter storage = default;
            rte_event_timer_adapter* adapter = &storage;
            adapter->arm_burst = (delegate* unmanaged<rte_event_timer_adapter*, rte_event_timer**, ushort, ushort>)FakeDevice.PointerPointerShort(0);
            adapter->cancel_burst = (delegate* unmanaged<rte_event_timer_adapter*, rte_event_timer**, ushort, ushort>)FakeDevice.PointerPointerShort(1);
            adapter->arm_tmo_tick_burst = (delegate* unmanaged<rte_event_timer_adapter*, rte_event_timer**, ulong, ushort, ushort>)FakeDevice.PointerPointerLongShort;
            var inC = (delegate* unmanaged<int, rte_event_timer_adapter*, void*, ushort, ulong, int>)Oracle.Get("o_timer");
            var timers = (rte_event_timer**)8192;
            AssertSame(() => inC(0, adapter, timers, 9, 3), () => rte_event_timer_arm_burst(adapter, timers, 9));
            AssertSame(() => inC(1, adapter, timers, 9, 3), () => rte_event_timer_arm_tmo_tick_burst(adapter, timers, 3, 9));
            AssertSame(() => inC(2, adapter, timers, 9, 3), () => rte_event_timer_cancel_burst(adapter, timers, 9));
        });
    }

    [Fact]
    public void Dma_devices()
    {
        eal.Run(() =>
        {
            // The table is made with the first device: one of our own takes its place meanwhile.
            var variable = (byte**)DpdkRuntime.GetExport("librte_dmadev", "rte_dma_fp_objs");
            byte* before = *variable;
            int size = rte_dma_fp_object.SizeOf;
            *variable = (byte*)NativeMemory.AlignedAlloc((nuint)size * 3, 64);
            var device = (rte_dma_fp_object*)(*variable + (2 * size));
            device->dev_private = (void*)5000;
            device->copy = (delegate* unmanaged<void*, ushort, ulong, ulong, uint, ulong, int>)FakeDevice.DmaCopy;
            device->copy_sg = (delegate* unmanaged<void*, ushort, rte_dma_sge*, rte_dma_sge*, ushort, ushort, ulong, int>)FakeDevice.DmaCopyScattered;
            device->fill = (delegate* unmanaged<void*, ushort, ulong, ulong, uint, ulong, int>)FakeDevice.DmaFill;
            device->submit = (delegate* unmanaged<void*, ushort, int>)FakeDevice.DmaSubmit;
            device->completed = (delegate* unmanaged<void*, ushort, ushort, ushort*, bool*, ushort>)FakeDevice.DmaCompleted;
            device->completed_status = (delegate* unmanaged<void*, ushort, ushort, ushort*, rte_dma_status_code*, ushort>)FakeDevice.DmaCompletedStatus;
            device->burst_capacity = (delegate* unmanaged<void*, ushort, ushort>)FakeDevice.DmaCapacity;
            var inC = (delegate* unmanaged<int, short, ushort, void*, void*, ushort, ulong, int>)Oracle.Get("o_dma");
            var a = (rte_dma_sge*)4096;
            var b = (rte_dma_sge*)8192;
            AssertSame(() => inC(0, 2, 1, a, b, 9, 3), () => rte_dma_copy(2, 1, 4096, 8192, 9, 3));
            AssertSame(() => inC(1, 2, 1, a, b, 9, 3), () => rte_dma_copy_sg(2, 1, a, b, 9, 10, 3));
            AssertSame(() => inC(2, 2, 1, a, b, 9, 3), () => rte_dma_fill(2, 1, 3, 8192, 9, 4));
            AssertSame(() => inC(3, 2, 7, a, b, 9, 3), () => rte_dma_submit(2, 7));
            AssertSame(() => inC(6, 2, 7, a, b, 9, 3), () => rte_dma_burst_capacity(2, 7));
            ushort last = 0;
            bool failed = true;
            ushort* l = &last;
            bool* f = &failed;
            var status = (rte_dma_status_code*)16384;
            AssertSame(() => inC(4, 2, 7, l, f, 9, 3), () => rte_dma_completed(2, 7, 9, l, f));
            Assert.Equal(77, last);
            Assert.True(failed);
            AssertSame(() => inC(4, 2, 7, null, null, 9, 3), () => rte_dma_completed(2, 7, 9, null, null));
            AssertSame(() => inC(5, 2, 7, l, status, 9, 3), () => rte_dma_completed_status(2, 7, 9, l, status));
            Assert.Equal(78, last);
            AssertSame(() => inC(5, 2, 7, null, status, 9, 3), () => rte_dma_completed_status(2, 7, 9, null, status));
            NativeMemory.AlignedFree(*variable);
            *variable = before;
        });
    }

    [Fact]
    public void Regex_devices()
    {
        eal.Run(() =>
        {
            rte_regexdev* device = rte_regex_devices + Regex;
            rte_regexdev before = *device;
            device->enqueue = (delegate* unmanaged<rte_regexdev*, ushort, rte_regex_ops**, ushort, ushort>)FakeDevice.PointerShortPointerShort(0);
            device->dequeue = (delegate* unmanaged<rte_regexdev*, ushort, rte_regex_ops**, ushort, ushort>)FakeDevice.PointerShortPointerShort(1);
            var ops = (rte_regex_ops**)4096;
            AssertSame(
                () => ((delegate* unmanaged<byte, ushort, void*, ushort, ushort>)Oracle.Get("o_rte_regexdev_enqueue_burst"))(Regex, 3, ops, 7),
                () => rte_regexdev_enqueue_burst(Regex, 3, ops, 7));
            AssertSame(
                () => ((delegate* unmanaged<byte, ushort, void*, ushort, ushort>)Oracle.Get("o_rte_regexdev_dequeue_burst"))(Regex, 3, ops, 7),
                () => rte_regexdev_dequeue_burst(Regex, 3, ops, 7));
            *device = before;
        });
    }

    [Fact]
    public void Baseband_devices()
    {
        eal.Run(() =>
        {
            rte_bbdev* device = rte_bbdev_devices + Baseband;
            rte_bbdev before = *device;
            rte_bbdev_data data = default;
            data.queues = (rte_bbdev_queue_data*)1_000_000;
            device->data = &data;
            // One function for each of the ten calls; they stand one after the other at the beginning, in an order of their own.
            int[] order = [0, 2, 1, 3, 4, 6, 5, 7, 8, 9];
            for (int i = 0; i < order.Length; i++)
            {
                ((nint*)device)[i] = FakeDevice.PointerPointerShort(order[i]);
            }

            var inC = (delegate* unmanaged<int, ushort, ushort, void*, ushort, int>)Oracle.Get("o_bbdev");
            void* ops = (void*)4096;
            for (int call = 0; call < 10; call++)
            {
                int number = call;
                AssertSame(
                    () => inC(number, Baseband, 3, ops, 7),
                    () => number switch
                    {
                        0 => rte_bbdev_enqueue_enc_ops(Baseband, 3, (rte_bbdev_enc_op**)ops, 7),
                        1 => rte_bbdev_dequeue_enc_ops(Baseband, 3, (rte_bbdev_enc_op**)ops, 7),
                        2 => rte_bbdev_enqueue_dec_ops(Baseband, 3, (rte_bbdev_dec_op**)ops, 7),
                        3 => rte_bbdev_dequeue_dec_ops(Baseband, 3, (rte_bbdev_dec_op**)ops, 7),
                        4 => rte_bbdev_enqueue_ldpc_enc_ops(Baseband, 3, (rte_bbdev_enc_op**)ops, 7),
                        5 => rte_bbdev_dequeue_ldpc_enc_ops(Baseband, 3, (rte_bbdev_enc_op**)ops, 7),
                        6 => rte_bbdev_enqueue_ldpc_dec_ops(Baseband, 3, (rte_bbdev_dec_op**)ops, 7),
                        7 => rte_bbdev_dequeue_ldpc_dec_ops(Baseband, 3, (rte_bbdev_dec_op**)ops, 7),
                        8 => rte_bbdev_enqueue_fft_ops(Baseband, 3, (rte_bbdev_fft_op**)ops, 7),
                        _ => rte_bbdev_dequeue_fft_ops(Baseband, 3, (rte_bbdev_fft_op**)ops, 7),
                    });
                Assert.Equal((nuint)(1_000_000 + (3 * rte_bbdev_queue_data.SizeOf)), FakeDevice.Last.A);
            }

            *device = before;
        });
    }

    [Fact]
    public void Ipsec_sessions()
    {
        eal.Run(() =>
        {
            byte* memory = stackalloc byte[128];
            new Span<byte>(memory, 128).Clear();
            var session = (rte_ipsec_session*)memory;
            Unsafe.AsRef(in session->pkt_func).process = (delegate* unmanaged<rte_ipsec_session*, rte_mbuf**, ushort, ushort>)FakeDevice.PointerPointerShort(0);
            Unsafe.AsRef(in session->pkt_func).prepare.async =
                (delegate* unmanaged<rte_ipsec_session*, rte_mbuf**, rte_crypto_op**, ushort, ushort>)FakeDevice.PointerPointerPointerShort;
            var packets = (rte_mbuf**)4096;
            var ops = (rte_crypto_op**)8192;
            AssertSame(
                () => ((delegate* unmanaged<void*, void*, void*, ushort, ushort>)Oracle.Get("o_rte_ipsec_pkt_crypto_prepare"))(session, packets, ops, 7),
                () => rte_ipsec_pkt_crypto_prepare(session, packets, ops, 7));
            AssertSame(
                () => ((delegate* unmanaged<void*, void*, ushort, ushort>)Oracle.Get("o_rte_ipsec_pkt_process"))(session, packets, 7),
                () => rte_ipsec_pkt_process(session, packets, 7));
            Unsafe.AsRef(in session->pkt_func).prepare.sync = (delegate* unmanaged<rte_ipsec_session*, rte_mbuf**, ushort, ushort>)FakeDevice.PointerPointerShort(1);
            AssertSame(
                () => ((delegate* unmanaged<void*, void*, ushort, ushort>)Oracle.Get("o_rte_ipsec_pkt_cpu_prepare"))(session, packets, 7),
                () => rte_ipsec_pkt_cpu_prepare(session, packets, 7));
        });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Crypto_devices_and_their_callbacks(int callbacks)
    {
        eal.Run(() =>
        {
            const byte Crypto = RTE_CRYPTO_MAX_DEVS - 1;
            byte* place = (byte*)rte_crypto_fp_ops_ + (Crypto * rte_crypto_fp_ops.SizeOf);
            byte[] before = new Span<byte>(place, rte_crypto_fp_ops.SizeOf).ToArray();
            var device = (rte_crypto_fp_ops*)place;
            void** queues = stackalloc void*[2];
            queues[1] = (void*)100;
            ulong argument = 0;
            var readers = (rte_rcu_qsbr*)NativeMemory.AlignedAlloc(rte_rcu_qsbr_get_memsize(1), 64);
            Assert.Equal(0, rte_rcu_qsbr_init(readers, 1));
            Assert.Equal(0, rte_rcu_qsbr_thread_register(readers, 0));
            rte_cryptodev_cb second = default;
            second.fn = (delegate* unmanaged<ushort, ushort, rte_crypto_op**, ushort, void*, ushort>)FakeDevice.CryptoCallback;
            second.arg = &argument;
            rte_cryptodev_cb first = second;
            first.next = &second;
            rte_cryptodev_cb_rcu* lists = stackalloc rte_cryptodev_cb_rcu[2];
            lists[1].next = callbacks == 0 ? null : &first;
            lists[1].qsbr = readers;
            device->qp.data = queues;
            device->qp.enq_cb = lists;
            device->qp.deq_cb = lists;
            device->enqueue_burst = (delegate* unmanaged<void*, rte_crypto_op**, ushort, ushort>)FakeDevice.PointerPointerShort(8);
            device->dequeue_burst = (delegate* unmanaged<void*, rte_crypto_op**, ushort, ushort>)FakeDevice.PointerPointerShort(9);
            var ops = (rte_crypto_op**)4096;
            FakeDevice.CryptoCallbacks = 0;
            AssertSame(
                () => ((delegate* unmanaged<byte, ushort, void*, ushort, ushort>)Oracle.Get("o_rte_cryptodev_enqueue_burst"))(Crypto, 1, ops, 7),
                () => rte_cryptodev_enqueue_burst(Crypto, 1, ops, 7));
            Assert.Equal((nuint)(7 - (2 * callbacks)), FakeDevice.Last.C);
            AssertSame(
                () => ((delegate* unmanaged<byte, ushort, void*, ushort, ushort>)Oracle.Get("o_rte_cryptodev_dequeue_burst"))(Crypto, 1, ops, 7),
                () => rte_cryptodev_dequeue_burst(Crypto, 1, ops, 7));
            Assert.Equal(8 * callbacks, FakeDevice.CryptoCallbacks);
            Assert.Equal((ulong)(((Crypto * 1000) + 1) * callbacks), argument);
            Assert.Equal(0ul, readers->qsbr_cnt[0].cnt);
            NativeMemory.AlignedFree(readers);
            before.CopyTo(new Span<byte>(place, before.Length));
        });
    }
}
