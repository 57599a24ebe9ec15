using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using DpdkSharp.Interop.Tests.Inline;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Callbacks;

/// <summary>
/// Static methods that DPDK calls. Each gets the address of its test's own <see cref="Calls"/>, by way of the pointer that DPDK hands
/// through unseen. Those that need another EAL than the tests' are in <see cref="WorkerCallbackTests"/>.
/// </summary>
public sealed unsafe class CallbackTests(EalFixture eal)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    /// <summary>Messages of the log that the tests' stream was given; C hands the stream's functions no pointer of ours that could be told apart.</summary>
    private static readonly ConcurrentQueue<string> s_log = [];

    [Fact]
    public void Alarm()
    {
        Calls* calls = Calls.Make();

        Assert.Equal(0, rte_eal_alarm_set(1000, &OnAlarm, calls));
        Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref calls->Count) != 0, s_patience));
        // It has fired, and there is none to cancel.
        Assert.Equal(0, rte_eal_alarm_cancel(&OnAlarm, calls));

        Assert.Equal(1, calls->Count);
        NativeMemory.Free(calls);
    }

    [UnmanagedCallersOnly]
    private static void OnAlarm(void* argument) => Interlocked.Increment(ref ((Calls*)argument)->Count);

    [Fact]
    public void Timer() => eal.Run(static () =>
    {
        Calls* calls = Calls.Make();
        rte_timer* timer = (rte_timer*)NativeMemory.AlignedAlloc((nuint)sizeof(rte_timer), 64);
        Assert.Equal(0, rte_timer_subsystem_init());
        rte_timer_init(timer);

        Assert.Equal(0, rte_timer_reset(timer, rte_get_timer_hz() / 1000, rte_timer_type.PERIODICAL, rte_lcore_id(), &OnTimer, calls));
        Assert.True(SpinWait.SpinUntil(
            () =>
            {
                _ = rte_timer_manage();
                return calls->Count >= 3;
            },
            s_patience));
        Assert.Equal(0, rte_timer_stop(timer));

        Assert.Equal((ulong)timer, calls->Object);
        NativeMemory.Free(calls);
        rte_timer_subsystem_finalize();
        NativeMemory.AlignedFree(timer);
    });

    [UnmanagedCallersOnly]
    private static void OnTimer(rte_timer* timer, void* argument)
    {
        ((Calls*)argument)->Object = (ulong)timer;
        ((Calls*)argument)->Count++;
    }

    [Fact]
    public void Iteration_over_the_objects_and_the_memory_of_a_mempool() => eal.Run(static () =>
    {
        Calls* objects = Calls.Make();
        Calls* memory = Calls.Make();
        rte_mempool* pool = rte_mempool_create(EalFixture.UniqueName("walk"), 100, 64, 0, 0, null, null, &OnObject, objects, -1, 0);
        Assert.True(pool != null);
        // The constructor was one walk; each walk meets every object once, by its number.
        Assert.Equal((100, 4950UL), (objects->Count, objects->Sum));

        Assert.Equal(100u, rte_mempool_obj_iter(pool, &OnObject, objects));
        Assert.Equal(pool->nb_mem_chunks, rte_mempool_mem_iter(pool, &OnMemory, memory));

        Assert.Equal((200, 9900UL), (objects->Count, objects->Sum));
        Assert.Equal((ulong)pool, objects->Object);
        Assert.Equal((uint)memory->Count, pool->nb_mem_chunks);
        Assert.True(memory->Sum >= 100 * 64, $"{memory->Sum} bytes for 100 objects of 64");
        NativeMemory.Free(objects);
        NativeMemory.Free(memory);
        rte_mempool_free(pool);
    });

    [UnmanagedCallersOnly]
    private static void OnObject(rte_mempool* pool, void* argument, void* @object, uint index)
    {
        var calls = (Calls*)argument;
        calls->Object = (ulong)rte_mempool_from_obj(@object);
        calls->Sum += index;
        calls->Count++;
    }

    [UnmanagedCallersOnly]
    private static void OnMemory(rte_mempool* pool, void* argument, rte_mempool_memhdr* memory, uint index)
    {
        ((Calls*)argument)->Sum += memory->len;
        ((Calls*)argument)->Count++;
    }

    [Fact]
    public void Log_into_a_stream_whose_functions_are_managed() => eal.Run(static () =>
    {
        CookieFunctions functions = new() { Write = &OnWrite };
        fixed (byte* mode = "w"u8, text = "a message of the callback tests\n"u8)
        {
            FILE* stream = fopencookie(null, mode, functions);
            Assert.True(stream != null);
            Assert.Equal(0, rte_openlog_stream(stream));
            try
            {
                Assert.True(rte_log(RTE_LOG_ERR, RTE_LOGTYPE_USER1, text) > 0);
            }
            finally
            {
                // Back to where messages went before.
                Assert.Equal(0, rte_openlog_stream(null));
                Assert.Equal(0, fclose(stream));
            }
        }

        Assert.Contains(s_log, static m => m.Contains("a message of the callback tests", StringComparison.Ordinal));
    });

    [UnmanagedCallersOnly]
    private static nint OnWrite(void* cookie, byte* text, nuint length)
    {
        s_log.Enqueue(Marshal.PtrToStringUTF8((nint)text, (int)length));
        return (nint)length;
    }

    [Fact]
    public void Events_of_devices_that_come_and_go() => eal.Run(static () =>
    {
        Calls* calls = Calls.Make();
        // Of a text without a byte there is no address: the one NUL is written out.
        fixed (byte* bus = "vdev"u8, name = "net_null_callback"u8, arguments = "\0"u8)
        {
            ushort port;
            Assert.Equal(0, rte_eth_dev_callback_register((ushort)RTE_ETH_ALL, rte_eth_event_type.RTE_ETH_EVENT_NEW, &OnEvent, calls));
            Assert.Equal(0, rte_eth_dev_callback_register((ushort)RTE_ETH_ALL, rte_eth_event_type.RTE_ETH_EVENT_DESTROY, &OnEvent, calls));
            Assert.Equal(0, rte_eal_hotplug_add(bus, name, arguments));
            Assert.Equal(0, rte_eth_dev_get_port_by_name(name, &port));
            Assert.Equal((1, (ulong)rte_eth_event_type.RTE_ETH_EVENT_NEW, port), (calls->Count, calls->Sum, calls->Object));

            Assert.Equal(0, rte_eal_hotplug_remove(bus, name));
            Assert.Equal((2, (ulong)(rte_eth_event_type.RTE_ETH_EVENT_NEW + (int)rte_eth_event_type.RTE_ETH_EVENT_DESTROY), port), (calls->Count, calls->Sum, calls->Object));

            Assert.Equal(0, rte_eth_dev_callback_unregister((ushort)RTE_ETH_ALL, rte_eth_event_type.RTE_ETH_EVENT_NEW, &OnEvent, calls));
            Assert.Equal(0, rte_eth_dev_callback_unregister((ushort)RTE_ETH_ALL, rte_eth_event_type.RTE_ETH_EVENT_DESTROY, &OnEvent, calls));
        }
        NativeMemory.Free(calls);
    });

    [UnmanagedCallersOnly]
    private static int OnEvent(ushort port, rte_eth_event_type what, void* argument, void* result)
    {
        var calls = (Calls*)argument;
        calls->Object = port;
        calls->Sum += (ulong)what;
        calls->Count++;
        return 0;
    }

    [Fact]
    public void Callbacks_of_reception_and_transmission() => eal.Run(static () =>
    {
        Calls* received = Calls.Make();
        Calls* sent = Calls.Make();
        const ushort Port = 1;
        rte_mempool* pool = rte_pktmbuf_pool_create(EalFixture.UniqueName("cbs"), 255, 0, 0, 2176, -1);
        rte_eth_conf configuration = default;
        Assert.Equal(0, rte_eth_dev_configure(Port, 1, 1, &configuration));
        Assert.Equal(0, rte_eth_rx_queue_setup(Port, 0, 64, 0, null, pool));
        Assert.Equal(0, rte_eth_tx_queue_setup(Port, 0, 64, 0, null));
        Assert.Equal(0, rte_eth_dev_start(Port));
        rte_eth_rxtx_callback* rx = rte_eth_add_rx_callback(Port, 0, &OnReceived, received);
        rte_eth_rxtx_callback* tx = rte_eth_add_tx_callback(Port, 0, &OnSending, sent);
        Assert.True(rx != null && tx != null);

        // C calls them when C's own burst does, and C# when C#'s does.
        rte_mbuf** packets = stackalloc rte_mbuf*[32];
        Assert.Equal(8, DpdkShim.rte_eth_rx_burst(Port, 0, packets, 16));
        Assert.Equal(8, rte_eth_rx_burst(Port, 0, packets + 8, 16));
        Assert.Equal((2, 32UL, (ulong)Port), (received->Count, received->Sum, received->Object));
        Assert.Equal(8, DpdkShim.rte_eth_tx_burst(Port, 0, packets, 8));
        Assert.Equal(8, rte_eth_tx_burst(Port, 0, packets + 8, 8));
        Assert.Equal((2, 16UL, (ulong)Port), (sent->Count, sent->Sum, sent->Object));

        Assert.Equal(0, rte_eth_remove_rx_callback(Port, 0, rx));
        Assert.Equal(0, rte_eth_remove_tx_callback(Port, 0, tx));
        Assert.Equal(16, rte_eth_rx_burst(Port, 0, packets, 16));
        Assert.Equal(16, rte_eth_tx_burst(Port, 0, packets, 16));
        Assert.Equal((2, 2), (received->Count, sent->Count));

        NativeMemory.Free(received);
        NativeMemory.Free(sent);
        _ = rte_eth_dev_stop(Port);
        Assert.Equal(1, rte_mempool_full(pool));
        rte_mempool_free(pool);
    });

    /// <summary>Keeps the first half of a burst.</summary>
    [UnmanagedCallersOnly]
    private static ushort OnReceived(ushort port, ushort queue, rte_mbuf** packets, ushort count, ushort room, void* argument)
    {
        var calls = (Calls*)argument;
        calls->Object = port;
        calls->Sum += count;
        calls->Count++;
        ushort kept = (ushort)(count / 2);
        rte_pktmbuf_free_bulk(packets + kept, (uint)(count - kept));
        return kept;
    }

    [UnmanagedCallersOnly]
    private static ushort OnSending(ushort port, ushort queue, rte_mbuf** packets, ushort count, void* argument)
    {
        var calls = (Calls*)argument;
        calls->Object = port;
        calls->Sum += count;
        calls->Count++;
        return count;
    }

    [DllImport("libc", ExactSpelling = true)]
    private static extern FILE* fopencookie(void* cookie, byte* mode, CookieFunctions functions);

    [DllImport("libc", ExactSpelling = true)]
    private static extern int fclose(FILE* stream);

    /// <summary>What a callback noted.</summary>
    private struct Calls
    {
        public int Count;
        public ulong Sum;
        public ulong Object;

        /// <summary>Native memory, which outlives a test that fails before DPDK has let go of the callback.</summary>
        public static Calls* Make() => (Calls*)NativeMemory.AllocZeroed((nuint)sizeof(Calls));
    }

    /// <summary>libc's cookie_io_functions_t: reading, writing, seeking and closing; what is null is not called.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 32)]
    private struct CookieFunctions
    {
        [FieldOffset(8)] public delegate* unmanaged<void*, byte*, nuint, nint> Write;
    }
}
