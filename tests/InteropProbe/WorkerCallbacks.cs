using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.InteropProbe;

/// <summary>An EAL with two lcores and with telemetry, and callbacks that need them.</summary>
internal static unsafe class WorkerCallbacks
{
    private const uint Worker = 1;

    private static uint s_launchedOn = uint.MaxValue;
    private static uint s_serviceRanOn = uint.MaxValue;
    private static int s_serviceCalls;

    public static CallbackReport Run(string prefix)
    {
        // Two threads on one CPU: more is not needed.
        string cpu = File.ReadLines("/proc/self/status").Single(static l => l.StartsWith("Cpus_allowed_list:", StringComparison.Ordinal)).Split('\t', '-', ',')[1];
        Start("probe", "--lcores", $"0@{cpu},{Worker}@{cpu}", "--no-huge", "-m", "64", "--no-shconf", "--no-pci", "--log-level", "error", "--file-prefix", prefix);
        string folder = Marshal.PtrToStringUTF8((nint)rte_eal_get_runtime_dir())!;
        try
        {
            Check(rte_eal_remote_launch(&OnLaunch, (void*)42, Worker));
            int result = rte_eal_wait_lcore(Worker);
            RunService();
            return new CallbackReport(s_launchedOn, result, s_serviceRanOn, s_serviceCalls, Ask(folder));
        }
        finally
        {
            _ = rte_eal_cleanup();
            Directory.Delete(folder, recursive: true);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnLaunch(void* argument)
    {
        s_launchedOn = rte_lcore_id();
        return (int)(nint)argument;
    }

    private static void RunService()
    {
        rte_service_spec specification = default;
        "dpdksharp"u8.CopyTo(new Span<byte>(specification.name, RTE_SERVICE_NAME_MAX));
        specification.callback = &OnService;
        uint service;
        Check(rte_service_component_register(&specification, &service));
        Check(rte_service_component_runstate_set(service, 1));
        Check(rte_service_lcore_add(Worker));
        Check(rte_service_map_lcore_set(service, Worker, 1));
        Check(rte_service_runstate_set(service, 1));
        Check(rte_service_lcore_start(Worker));
        _ = SpinWait.SpinUntil(static () => Volatile.Read(ref s_serviceCalls) >= 3, TimeSpan.FromSeconds(20));
        Check(rte_service_runstate_set(service, 0));
        Check(rte_service_lcore_stop(Worker));
        // By its number: rte_eal_mp_wait_lcore passes over service lcores, and this one may still be about to call the service.
        Check(rte_eal_wait_lcore(Worker));
        Check(rte_service_component_unregister(service));
    }

    [UnmanagedCallersOnly]
    private static int OnService(void* argument)
    {
        s_serviceRanOn = rte_lcore_id();
        Interlocked.Increment(ref s_serviceCalls);
        return 0;
    }

    /// <summary>Asks the command as a client does, over the socket.</summary>
    private static string Ask(string folder)
    {
        fixed (byte* command = "/dpdksharp/echo"u8, help = "Tells the parameters back."u8)
        {
            Check(rte_telemetry_register_cmd(command, &OnCommand, help));
        }
        using var socket = new Socket(AddressFamily.Unix, SocketType.Seqpacket, ProtocolType.Unspecified) { ReceiveTimeout = 20_000, SendTimeout = 20_000 };
        socket.Connect(new UnixDomainSocketEndPoint(Path.Combine(folder, "dpdk_telemetry.v2")));
        byte[] buffer = new byte[16384];
        // It begins by saying who it is.
        _ = socket.Receive(buffer);
        _ = socket.Send("/dpdksharp/echo,some words"u8);
        return Encoding.UTF8.GetString(buffer, 0, socket.Receive(buffer));
    }

    [UnmanagedCallersOnly]
    private static int OnCommand(byte* command, byte* parameters, rte_tel_data* answer)
    {
        fixed (byte* text = "parameters"u8, number = "number"u8)
        {
            _ = rte_tel_data_start_dict(answer);
            _ = rte_tel_data_add_dict_string(answer, text, parameters);
            // The number has become longer since 22.11: a form each.
            return DpdkRuntime.Abi!.Value.Version == "22.11"
                ? rte_tel_data_add_dict_int(answer, number, -7)
                : rte_tel_data_add_dict_int(answer, number, -7L);
        }
    }

    private static void Start(params string[] arguments)
    {
        // EAL keeps pointers into its arguments.
        byte** argv = (byte**)NativeMemory.AllocZeroed((nuint)arguments.Length + 1, (nuint)sizeof(byte*));
        for (int i = 0; i < arguments.Length; i++)
        {
            argv[i] = (byte*)Marshal.StringToCoTaskMemUTF8(arguments[i]);
        }
        Check(rte_eal_init(arguments.Length, argv));
    }

    private static void Check(int result)
    {
        if (result < 0)
        {
            throw new InvalidOperationException($"a function gave {result}, rte_errno is {rte_errno}");
        }
    }
}
