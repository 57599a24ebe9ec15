using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DpdkSharp.Interop.Tests.Inline;
using DpdkSharp.Interop.Tests.Shim.Devices;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Shim;

/// <summary>
/// Functions that lead to a driver, a session or an adapter: C# against the shim, on devices whose functions write down how they are called, with any
/// queue, any number of objects, any answer, with callbacks and without what a driver need not have. On the main lcore, so that no test of a
/// real device runs meanwhile.
/// </summary>
public sealed unsafe class DeviceFunctionTests : IDisposable
{
    private const int Cases = 10_000;
    private const int SlotSize = 512;
    private const int Slots = 10;

    // The last places of the tables: devices are numbered from the first.
    private const ushort Port = RTE_MAX_ETHPORTS - 2;
    private const byte Event = RTE_EVENT_MAX_DEVS - 1;
    private const byte Crypto = RTE_CRYPTO_MAX_DEVS - 1;
    private const byte Regex = RTE_MAX_REGEXDEV_DEVS - 1;
    private const ushort Baseband = RTE_BBDEV_MAX_DEVS - 1;
    private const short Dma = 2;

    private static readonly string[] s_prefixes =
    [
        "rte_eth_rx_", "rte_eth_tx_", "rte_eth_recycle_mbufs", "rte_event_enqueue_", "rte_event_dequeue_", "rte_event_maintain", "rte_event_port_", "rte_event_crypto_adapter_",
        "rte_event_eth_tx_adapter_", "rte_event_timer_", "rte_cryptodev_", "rte_dma_", "rte_bbdev_enqueue_", "rte_bbdev_dequeue_", "rte_regexdev_", "rte_ipsec_", "rte_security_",
    ];

    /// <summary>Of these, those that only look at memory: no driver is called.</summary>
    private static readonly string[] s_callNobody =
    [
        "rte_event_eth_tx_adapter_txq_", "rte_cryptodev_sym_session_", "rte_ipsec_ses_from_crypto", "rte_security_dynfield", "rte_security_ctx_", "rte_security_session_",
        "rte_security_attach_session",
    ];

    private readonly EalFixture _eal;
    private readonly byte* _scratch = (byte*)NativeMemory.AlignedAlloc(Slots * SlotSize, 64);
    private readonly void** _securityOperations = (void**)NativeMemory.Alloc(32, (nuint)sizeof(void*));
    private readonly Memory _memory = new();

    public DeviceFunctionTests(EalFixture eal)
    {
        _eal = eal;
        new Span<nint>(_securityOperations, 32).Fill((nint)FakeDevice.SetMetadata);
        _memory.Add(_scratch, Slots * SlotSize);
        _memory.Add(FakeDevice.Book, FakeDevice.BookSize);
    }

    public static IEnumerable<TheoryDataRow<string>> Names => FunctionPair.Of(LeadsToDriver).Select(static f => new TheoryDataRow<string>(f.Name));

    public void Dispose()
    {
        NativeMemory.AlignedFree(_scratch);
        NativeMemory.Free(_securityOperations);
    }

    internal static bool LeadsToDriver(FunctionPair function) =>
        Array.Exists(s_prefixes, p => function.Name.StartsWith(p, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Names), DisableDiscoveryEnumeration = true)]
    public void The_function_equals_c(string name) => _eal.Run(() =>
    {
        using var eth = new EthTable(Port);
        using var otherEth = new EthTable(Port + 1);
        using var events = new EventTable(Event);
        using var crypto = new CryptoTable(Crypto);
        using var dma = new DmaTable(Dma);
        using var baseband = new BasebandTable(Baseband);
        using var regex = new RegexTable(Regex);
        Compare(FunctionPair.All.First(f => f.Name == name), [eth, otherEth, events, crypto, dma, baseband, regex], crypto);
    });

    private void Compare(FunctionPair function, FakeTable[] tables, CryptoTable crypto)
    {
        int seed = Environment.TickCount;
        var random = new Random(seed);
        var arguments = new object?[function.Parameters.Length];
        foreach (FakeTable table in tables)
        {
            table.AddTo(_memory);
        }

        // A driver registers the field when it is loaded; whichever test comes first sees how it was before.
        Assert.Equal(DpdkShim.rte_security_dynfield_is_registered(), rte_security_dynfield_is_registered());
        Assert.InRange(((delegate* unmanaged<int>)DpdkRuntime.GetExport("librte_security", "rte_security_dynfield_register"))(), 0, 128);
        FakeDevice.Begin();
        for (int i = 0; i < Cases; i++)
        {
            Memory.Fill(_scratch, Slots * SlotSize, random);
            FakeDevice.Seed = (ulong)random.NextInt64();
            foreach (FakeTable table in tables)
            {
                table.Vary(random);
            }

            for (int p = 0; p < arguments.Length; p++)
            {
                arguments[p] = Argument(function, function.Parameters[p], _scratch + (p * SlotSize), random);
            }

            string? difference = function.Compare(_memory, arguments);

            Assert.True(difference is null, $"{difference} (seed {seed}, case {i})");
            Assert.False(crypto.IsBeingRead);
        }

        Assert.Equal(Array.Exists(s_callNobody, p => function.Name.StartsWith(p, StringComparison.Ordinal)), FakeDevice.Calls == 0);
    }

    private object? Argument(FunctionPair function, ParameterInfo parameter, byte* slot, Random random)
    {
        Type type = parameter.ParameterType;
        if (type.IsPointer)
        {
            return Pointer.Box(Target(function, parameter, slot, random), type);
        }

        ushort queue = (ushort)random.Next(FakeTable.QueueCount);
        return parameter.Name switch
        {
            "rx_port_id" or "tx_port_id" or "port_id" when type == typeof(ushort) => (ushort)(Port + random.Next(2)),
            "port_id" => (byte)queue,
            "queue_id" or "qp_id" or "rx_queue_id" or "tx_queue_id" => queue,
            "dev_id" => Device(function.Name),
            // One is a case of its own to some.
            _ when type == typeof(ushort) => (ushort)(random.Next(4) == 0 ? 1 : random.Next() >> random.Next(16)),
            _ when type == typeof(rte_crypto_sym_ofs) => new rte_crypto_sym_ofs { raw = (ulong)random.NextInt64() },
            _ when type == typeof(byte) => (byte)(random.Next() >> random.Next(31)),
            _ when type == typeof(int) => random.Next(int.MinValue, int.MaxValue),
            _ when type == typeof(uint) => (uint)random.Next(int.MinValue, int.MaxValue),
            _ when type.IsEnum => Enum.ToObject(type, random.Next(4)),
            _ => (ulong)random.NextInt64(long.MinValue, long.MaxValue),
        };
    }

    // As the function has it: one DMA device is a short, another device a byte.
    private static object Device(string function) =>
        function.StartsWith("rte_event", StringComparison.Ordinal) ? Event
        : function.StartsWith("rte_crypto", StringComparison.Ordinal) ? Crypto
        : function.StartsWith("rte_regex", StringComparison.Ordinal) ? Regex
        : function.StartsWith("rte_dma", StringComparison.Ordinal) ? Dma
        : Baseband;

    /// <summary>What a parameter points to: objects of which nothing but the address is looked at, and records as the function finds them.</summary>
    private void* Target(FunctionPair function, ParameterInfo parameter, byte* slot, Random random)
    {
        Type type = parameter.ParameterType;
        if (type == typeof(rte_eth_dev_tx_buffer*))
        {
            var buffer = (rte_eth_dev_tx_buffer*)slot;
            buffer->error_callback = (delegate* unmanaged<rte_mbuf**, ushort, void*, void>)FakeDevice.NotSent;
            buffer->size = (ushort)random.Next(1, 33);
            buffer->length = (ushort)random.Next(buffer->size);
        }
        else if (type == typeof(rte_event_timer_adapter*))
        {
            var adapter = (rte_event_timer_adapter*)slot;
            adapter->arm_burst = (delegate* unmanaged<rte_event_timer_adapter*, rte_event_timer**, ushort, ushort>)FakeDevice.Burst(6);
            adapter->cancel_burst = (delegate* unmanaged<rte_event_timer_adapter*, rte_event_timer**, ushort, ushort>)FakeDevice.Burst(7);
            adapter->arm_tmo_tick_burst = (delegate* unmanaged<rte_event_timer_adapter*, rte_event_timer**, ulong, ushort, ushort>)FakeDevice.ArmAfter;
        }
        else if (type == typeof(rte_crypto_raw_dp_ctx*))
        {
            var context = (rte_crypto_raw_dp_ctx*)slot;
            context->enqueue = (delegate* unmanaged<void*, byte*, rte_crypto_vec*, ushort, rte_crypto_sym_ofs, rte_crypto_va_iova_ptr*, rte_crypto_va_iova_ptr*, rte_crypto_va_iova_ptr*, void*, int>)FakeDevice.EnqueueRaw;
            context->dequeue = (delegate* unmanaged<void*, byte*, int*, rte_crypto_op_status*, void*>)FakeDevice.DequeueRaw;
        }
        else if (type == typeof(rte_crypto_op*))
        {
            var operation = (rte_crypto_op*)slot;
            operation->type = (byte)random.Next(3);
            operation->sess_type = (byte)random.Next(3);
            operation->sym->session = _scratch + ((Slots - 1) * SlotSize);
        }
        else if (type == typeof(rte_ipsec_session*))
        {
            Fill((rte_ipsec_session*)slot, onThisProcessor: function.Name.Contains("_cpu_", StringComparison.Ordinal));
        }
        else if (parameter.Name is "instance" or "ctx")
        {
            ((void**)slot)[1] = _securityOperations;
            rte_security_ctx_flags_set(slot, (uint)random.Next(2) * RTE_SEC_CTX_F_FAST_SET_MDATA | ((uint)random.Next() & ~(uint)RTE_SEC_CTX_F_FAST_SET_MDATA));
        }
        else if (parameter.Name is "last_idx" or "has_error" && random.Next(3) == 0)
        {
            return null;
        }

        return slot;
    }

    private static void Fill(rte_ipsec_session* session, bool onThisProcessor)
    {
        ref rte_ipsec_sa_pkt_func functions = ref Unsafe.AsRef(in session->pkt_func);
        functions.process = (delegate* unmanaged<rte_ipsec_session*, rte_mbuf**, ushort, ushort>)FakeDevice.Burst(8);
        if (onThisProcessor)
        {
            functions.prepare.sync = (delegate* unmanaged<rte_ipsec_session*, rte_mbuf**, ushort, ushort>)FakeDevice.Burst(9);
        }
        else
        {
            functions.prepare.async = (delegate* unmanaged<rte_ipsec_session*, rte_mbuf**, rte_crypto_op**, ushort, ushort>)FakeDevice.Prepare;
        }

        if (LoadedDpdk.Is("22.11"))
        {
            return;
        }

        if (onThisProcessor)
        {
            functions.prepare_stateless.sync = (delegate* unmanaged<rte_ipsec_session*, rte_mbuf**, ushort, rte_ipsec_state*, ushort>)FakeDevice.PrepareHereWithState;
        }
        else
        {
            functions.prepare_stateless.async = (delegate* unmanaged<rte_ipsec_session*, rte_mbuf**, rte_crypto_op**, ushort, rte_ipsec_state*, ushort>)FakeDevice.PrepareWithState;
        }
    }
}
