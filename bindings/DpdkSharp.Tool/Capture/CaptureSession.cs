using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using DpdkSharp.Interop;
using DpdkSharp.Tool.Output;
using Microsoft.Win32.SafeHandles;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Tool.Capture;

/// <summary>
/// One capture: this process joins the program as a secondary one, has the program's lcores copy packets into a ring of ours, and writes what comes out of it.
/// Whatever ends it, the copying is turned off first: the program goes on as if nothing had been.
/// </summary>
internal static unsafe class CaptureSession
{
    private const int Burst = 32;
    private const int DrainAtOnce = 8 * Burst;

    // DPDK takes its callbacks out without waiting for a thread that is within one.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan AliveInterval = TimeSpan.FromMilliseconds(500);

    public static CaptureSummary Run(CaptureSettings settings, Terminal terminal, CancellationToken cancel)
    {
        using Eal eal = Join(settings, terminal);
        (ushort Port, string Name)[] ports = Choose(settings.Ports);
        rte_bpf_prm* filter = settings.Filter is null ? null : PacketFilter.Compile(settings.Filter, settings.SnapLength);
        string id = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        // No cache: its lcores' numbers are the program's too, and two processes would share one lcore's cache.
        rte_mempool* pool;
        rte_ring* ring;
        fixed (byte* poolName = Utf8("capture_" + id))
        fixed (byte* ringName = Utf8("capture_" + id))
        {
            MempoolOperations.NumberAsThePrimary();
            pool = rte_pktmbuf_pool_create(poolName, (uint)settings.Buffers, 0, 0, (ushort)rte_pcapng_mbuf_size((uint)settings.SnapLength), SocketIdAny);
            ring = pool == null ? null : rte_ring_create(ringName, System.Numerics.BitOperations.RoundUpToPowerOf2((uint)settings.Buffers), SocketIdAny, 0);
        }
        try
        {
            if (pool == null || ring == null)
            {
                throw new ToolException("there is no memory for the packets: the process's huge pages are used up. Reserve more (sysctl -w vm.nr_hugepages=N), or ask for less (--buffers, --snaplen).", ExitCode.Lacking);
            }
            return Capture(settings, ports, pool, ring, filter, cancel);
        }
        finally
        {
            rte_ring_free(ring);
            rte_mempool_free(pool);
            rte_free(filter);
        }
    }

    private const int SocketIdAny = -1;
    private const string Needs = "It must be running, as the same user, with huge pages (no --no-huge), without --in-memory and --no-shconf, and with the same DPDK version.";

    private static Eal Join(CaptureSettings settings, Terminal terminal)
    {
        // EAL would make the folder of a program that is not there, and leave it behind.
        IReadOnlyList<string> folders = Telemetry.RuntimeFolders.Find(null);
        string? config = folders.Select(f => Path.Combine(f, settings.FilePrefix, "config")).FirstOrDefault(File.Exists)
            ?? throw new ToolException(
                $"cannot join a DPDK program with the file prefix '{settings.FilePrefix}': none that shares its memory is there; looked in {string.Join(", ", folders)}. " + Needs, ExitCode.Lacking);
        // The files of a program that was killed can be joined as well.
        fixed (byte* path = Utf8(config))
        {
            if (rte_eal_primary_proc_alive(path) == 0)
            {
                throw new ToolException(
                    $"cannot join a DPDK program with the file prefix '{settings.FilePrefix}': it has ended, and {config} is what it left behind. " + Needs, ExitCode.Lacking);
            }
        }
        string[] arguments = ["--proc-type=secondary", "--file-prefix", settings.FilePrefix, "--no-telemetry", "--log-level=*:error", .. settings.EalArguments];
        if (!settings.EalArguments.Any(static a => a.StartsWith("-l", StringComparison.Ordinal) || a.StartsWith("-c", StringComparison.Ordinal) || a.StartsWith("--lcores", StringComparison.Ordinal)))
        {
            arguments = ["-l", Ports.ToolEal.FirstCpu(new Machine.MachineFiles("/")), .. arguments];
        }
        try
        {
            // Drivers of devices that the program has not taken complain at length; what counts is in the exception.
            Eal eal = Eal.Initialize(arguments, static (_, _) => { });
            // The program of 25.11 passes the request on to all processes, this one too, and waits for their answers.
            if (DpdkRuntime.Version >= new Version(25, 11) && rte_pdump_init() < 0)
            {
                eal.Dispose();
                throw new ToolException("the library librte_pdump could not be prepared in this process.", ExitCode.Lacking);
            }
            return eal;
        }
        catch (DpdkException e)
        {
            throw new ToolException(
                $"cannot join a DPDK program with the file prefix '{settings.FilePrefix}': {e.Message}\n" + Needs, ExitCode.Lacking, e);
        }
    }

    private static (ushort Port, string Name)[] Choose(IReadOnlyList<string> wanted)
    {
        (ushort Port, string Name)[] all = [.. EthDev.PortIds.Select(static p => ((ushort)p, NameOf((ushort)p)))];
        if (all.Length == 0)
        {
            throw new ToolException("the program has no ports.", ExitCode.Lacking);
        }
        return wanted.Count == 0
            ? all
            : [.. wanted.Select(w => Array.FindIndex(all, p => p.Name == w || p.Port.ToString(CultureInfo.InvariantCulture) == w) is var at and >= 0
                ? all[at]
                : throw new ToolException($"the program has no port '{w}'; it has {string.Join(", ", all.Select(static p => $"{p.Port} ({p.Name})"))}.", ExitCode.Usage)).Distinct()];
    }

    private static CaptureSummary Capture(CaptureSettings settings, (ushort Port, string Name)[] ports, rte_mempool* pool, rte_ring* ring, rte_bpf_prm* filter, CancellationToken cancel)
    {
        rte_pcapng* file = Open(settings, ports);
        ushort queue = (ushort)(settings.Queue ?? RTE_PDUMP_ALL_QUEUES);
        uint flags = settings.Directions | RTE_PDUMP_FLAG_PCAPNG;
        rte_pdump_stats[] before = [.. ports.Select(static p => Stats(p.Port))];
        bool everything = settings.Queue is null && settings.Directions == (uint)RTE_PDUMP_FLAG_RXTX;
        var enabled = new List<ushort>();
        long packets = 0;
        string? end = null;
        bool alive = true;
        try
        {
            for (int i = 0; i < ports.Length; i++)
            {
                (ushort port, string name) = ports[i];
                if (rte_pdump_enable_bpf(port, queue, flags, (uint)settings.SnapLength, ring, pool, filter) < 0)
                {
                    // What the program answered with is negative.
                    int errno = Math.Abs(rte_errno);
                    throw new ToolException(
                        $"the program does not let port {port} ({name}) be captured ({Marshal.GetPInvokeErrorMessage(errno)}). It must have called rte_pdump_init; a C# program calls Eal.EnablePacketCapture()."
                        + (settings.Queue is { } only ? $" Is there a queue {only}?" : string.Empty), ExitCode.Lacking);
                }
                enabled.Add(port);
                before[i] = Left(before[i], Stats(port), everything);
            }
            var clock = Stopwatch.StartNew();
            TimeSpan looked = TimeSpan.Zero;
            while (end is null)
            {
                // Not to the end: the ring may be filled faster than it is emptied, and whoever asks for the end is to be heard.
                int written = Drain(file, ring, Math.Min(Wanted(settings, packets), DrainAtOnce));
                packets += written;
                end = cancel.IsCancellationRequested ? "interrupted" : packets >= settings.Count ? "count" : clock.Elapsed >= settings.Duration ? "duration" : null;
                if (clock.Elapsed - looked > AliveInterval)
                {
                    looked = clock.Elapsed;
                    alive = rte_eal_primary_proc_alive(null) != 0;
                    end ??= alive ? null : "primary-ended";
                }
                if (written == 0 && end is null)
                {
                    Thread.Sleep(1);
                }
            }
        }
        finally
        {
            foreach (ushort port in enabled.Where(_ => alive))
            {
                _ = rte_pdump_disable(port, queue, flags);
            }
            Thread.Sleep(Grace);
            packets += Drain(file, ring, Math.Min(Wanted(settings, packets), rte_ring_count(ring)));
            Discard(ring);
        }
        CapturedPort[] summary = [.. ports.Select((p, i) => Summarize(p.Port, p.Name, before[i], Stats(p.Port)))];
        if (DpdkRuntime.Abi?.Version != "22.11")
        {
            foreach (CapturedPort port in summary)
            {
                _ = rte_pcapng_write_stats(file, (ushort)port.Port, (ulong)(port.Accepted + port.Filtered + port.Dropped), (ulong)port.Dropped, null);
            }
        }
        rte_pcapng_close(file);
        return new CaptureSummary(settings.Output, packets, summary, end!);
    }

    private static long Wanted(CaptureSettings settings, long packets) => settings.Count is { } most ? most - packets : long.MaxValue;

    private static int Drain(rte_pcapng* file, rte_ring* ring, long most)
    {
        rte_mbuf** packets = stackalloc rte_mbuf*[Burst];
        int written = 0;
        while (written < most)
        {
            uint count = rte_ring_dequeue_burst(ring, (void**)packets, (uint)Math.Min(Burst, most - written), null);
            if (count == 0)
            {
                break;
            }
            nint result = rte_pcapng_write_packets(file, packets, (ushort)count);
            rte_pktmbuf_free_bulk(packets, count);
            if (result < 0)
            {
                throw new IOException($"the capture could not be written: {Marshal.GetPInvokeErrorMessage(rte_errno)}", rte_errno);
            }
            written += (int)count;
        }
        return written;
    }

    private static void Discard(rte_ring* ring)
    {
        rte_mbuf** packets = stackalloc rte_mbuf*[Burst];
        for (uint count; (count = rte_ring_dequeue_burst(ring, (void**)packets, Burst, null)) > 0;)
        {
            rte_pktmbuf_free_bulk(packets, count);
        }
    }

    private static rte_pcapng* Open(CaptureSettings settings, (ushort Port, string Name)[] ports)
    {
        int descriptor;
        if (settings.Output == "-")
        {
            descriptor = NativeMethods.dup(1);
        }
        else
        {
            using SafeFileHandle handle = File.OpenHandle(settings.Output, FileMode.Create, FileAccess.Write);
            descriptor = NativeMethods.dup((int)handle.DangerousGetHandle());
        }
        fixed (byte* system = Utf8(RuntimeInformation.OSDescription))
        fixed (byte* program = Utf8("dpdksharp capture"))
        {
            rte_pcapng* file = rte_pcapng_fdopen(descriptor, system, null, program, null);
            if (file == null)
            {
                throw new IOException($"'{settings.Output}' could not be written: {Marshal.GetPInvokeErrorMessage(rte_errno)}");
            }
            // 22.11 describes all ports by itself.
            foreach ((ushort port, _) in ports)
            {
                const ushort Ethernet = 1;
                _ = DpdkRuntime.Abi?.Version switch
                {
                    "22.11" => 0,
                    "24.11" => rte_pcapng_add_interface(file, port, null, null, null),
                    _ => rte_pcapng_add_interface(file, port, Ethernet, null, null, null),
                };
            }
            return file;
        }
    }

    private static rte_pdump_stats Stats(ushort port)
    {
        rte_pdump_stats stats = default;
        _ = rte_pdump_stats(port, &stats);
        return stats;
    }

    // Counters of captures before this one. DPDK resets those of the queues and directions that it captures; of the others, what is there once that has happened is
    // as near as one can get: packets of this capture may be among them.
    private static rte_pdump_stats Left(rte_pdump_stats before, rte_pdump_stats now, bool everything)
    {
        bool isReset = now.accepted < before.accepted || now.filtered < before.filtered || now.nombuf < before.nombuf || now.ringfull < before.ringfull;
        return !isReset ? before : everything ? default : new rte_pdump_stats
        {
            accepted = Math.Min(before.accepted, now.accepted),
            filtered = Math.Min(before.filtered, now.filtered),
            nombuf = Math.Min(before.nombuf, now.nombuf),
            ringfull = Math.Min(before.ringfull, now.ringfull),
        };
    }

    private static CapturedPort Summarize(ushort port, string name, rte_pdump_stats before, rte_pdump_stats after) => new(
        port,
        name,
        (long)(after.accepted - before.accepted),
        (long)(after.filtered - before.filtered),
        (long)(after.nombuf + after.ringfull - before.nombuf - before.ringfull));

    private static string NameOf(ushort port)
    {
        byte* name = stackalloc byte[(int)RTE_ETH_NAME_MAX_LEN];
        return rte_eth_dev_get_name_by_port(port, name) == 0 ? Marshal.PtrToStringUTF8((nint)name) ?? string.Empty : string.Empty;
    }

    private static byte[] Utf8(string text) => System.Text.Encoding.UTF8.GetBytes(text + "\0");
}
