using System.Runtime.InteropServices;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>
/// DPDK's environment abstraction layer: memory, lcores and devices of this process. There is one a process, and it starts
/// once: not even after <see cref="Dispose"/> can it be started again.
/// </summary>
/// <remarks>
/// The thread that calls <see cref="Initialize(string[], EalLogHandler)"/> becomes the main lcore. EAL pins that thread to its
/// core, and threads started from it would inherit that; so its affinity is given back, and <see cref="Lcore.Launch"/> pins it
/// for as long as work runs on it.
/// </remarks>
public sealed unsafe class Eal : IDisposable
{
    private static readonly Lock s_lock = new();
    private static bool s_started;

    private readonly LiveChildren _children = new("EAL");
    private bool _disposed;
    private bool _packetCapture;

    private Eal(string[] applicationArguments, string[] startupErrors)
    {
        ApplicationArguments = applicationArguments;
        StartupErrors = startupErrors;
        Lcores = Lcore.EnumerateAll();
        MainLcore = Lcores.First(static l => l.IsMain);
        WorkerLcores = [.. Lcores.Where(static l => !l.IsMain)];
    }

    /// <summary>The EAL that was started and not yet disposed; null when there is none.</summary>
    public static Eal? Current { get; private set; }

    /// <summary>What followed "--" among the arguments: the application's own.</summary>
    public IReadOnlyList<string> ApplicationArguments { get; }

    /// <summary>
    /// What EAL and the drivers logged as errors while EAL started, though it did start: why a device that was asked for is not there.
    /// </summary>
    public IReadOnlyList<string> StartupErrors { get; }

    /// <summary>The enabled lcores, in the order of their numbers (<c>RTE_LCORE_FOREACH</c>).</summary>
    public IReadOnlyList<Lcore> Lcores { get; }

    /// <summary>The lcores but for the main one (<c>RTE_LCORE_FOREACH_WORKER</c>).</summary>
    public IReadOnlyList<Lcore> WorkerLcores { get; }

    /// <summary>The lcore that started EAL (<c>rte_get_main_lcore</c>).</summary>
    public Lcore MainLcore { get; }

    /// <summary>Primary or secondary (<c>rte_eal_process_type</c>).</summary>
    public static EalProcessType ProcessType => rte_eal_process_type() == rte_proc_type_t.RTE_PROC_PRIMARY ? EalProcessType.Primary : EalProcessType.Secondary;

    /// <summary>True when memory comes from huge pages (<c>rte_eal_has_hugepages</c>).</summary>
    public static bool HasHugePages => rte_eal_has_hugepages() != 0;

    /// <summary>The folder of this process' run-time files (<c>rte_eal_get_runtime_dir</c>).</summary>
    public static string RuntimeFolder => Marshal.PtrToStringUTF8((nint)rte_eal_get_runtime_dir()) ?? string.Empty;

    /// <summary>What lives on this EAL; it cannot be disposed before they are.</summary>
    internal LiveChildren Children => _children;

    /// <summary>Starts EAL with options by name (<c>rte_eal_init</c>).</summary>
    /// <param name="options">The options.</param>
    /// <returns>The EAL; dispose of it last.</returns>
    /// <exception cref="DpdkNotSupportedException">DPDK was not found, or is a version that this library does not know.</exception>
    /// <exception cref="DpdkException">EAL refused; the message holds its reason.</exception>
    /// <exception cref="InvalidOperationException">Options contradict each other, or EAL was started before in this process.</exception>
    public static Eal Initialize(EalOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Initialize(options.ToArguments(), options.LogHandler);
    }

    /// <summary>Starts EAL with a command line as DPDK programs take it (<c>rte_eal_init</c>).</summary>
    /// <param name="arguments">EAL's arguments without the program's name; what follows "--" is the application's.</param>
    /// <param name="logHandler">Receives what DPDK logs; null sends it to stderr.</param>
    /// <returns>The EAL; dispose of it last.</returns>
    /// <exception cref="DpdkNotSupportedException">DPDK was not found, or is a version that this library does not know.</exception>
    /// <exception cref="DpdkException">EAL refused; the message holds its reason.</exception>
    /// <exception cref="ArgumentException">An argument has a zero character in it, at which C would take it to end.</exception>
    /// <exception cref="InvalidOperationException">EAL was started before in this process.</exception>
    public static Eal Initialize(string[] arguments, EalLogHandler? logHandler = null)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        if (!DpdkRuntime.IsSupported)
        {
            throw new DpdkNotSupportedException(DpdkRuntime.NotSupportedReason);
        }
        CheckedSettings.ThrowIfWrong();
        lock (s_lock)
        {
            if (s_started)
            {
                throw new InvalidOperationException("EAL was started in this process before, and DPDK cannot start it twice. Start it once, or use another process.");
            }
            // A refusal leaves DPDK as it was: other arguments may be tried.
            Current = Start(arguments, logHandler);
            s_started = true;
            return Current;
        }
    }

    /// <summary>
    /// Lets other processes capture the packets of this one's ports (<c>rte_pdump_init</c>): <c>dpdksharp capture</c>, <c>dpdk-dumpcap</c>. It costs nothing until one does; then
    /// each packet that is captured is copied by the lcore that receives or sends it. The other process shares this one's memory: EAL must have been started with
    /// huge pages, and without <c>--in-memory</c> and <c>--no-shconf</c>; otherwise nobody can capture, and nothing else changes. Does nothing the second time; ends with
    /// <see cref="Dispose"/>.
    /// </summary>
    /// <exception cref="DpdkNotSupportedException">The library librte_pdump is not installed.</exception>
    /// <exception cref="DpdkException">DPDK refuses.</exception>
    /// <exception cref="ObjectDisposedException">EAL was ended.</exception>
    public void EnablePacketCapture()
    {
        lock (s_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_packetCapture)
            {
                return;
            }
            if (rte_pdump_init() < 0)
            {
                throw new DpdkException("Packet capture could not be enabled", nameof(rte_pdump_init), rte_errno, "It is for a primary process.");
            }
            _packetCapture = true;
        }
    }

    /// <summary>
    /// Ends EAL (<c>rte_eal_cleanup</c>): waits for no one, so stop the lcores first. Does nothing the second time.
    /// </summary>
    /// <exception cref="InvalidOperationException">A pool, device or ring is still in use, or an lcore still runs; the message names it.</exception>
    public void Dispose()
    {
        lock (s_lock)
        {
            if (_disposed)
            {
                return;
            }
            Lcore? running = WorkerLcores.FirstOrDefault(static l => l.IsRunning);
            if (running is not null)
            {
                throw new InvalidOperationException($"EAL cannot be disposed while {running} still runs. Wait for its job first.");
            }
            _children.ThrowIfAny();
            _disposed = true;
            Current = null;
            string folder = RuntimeFolder;
            if (_packetCapture)
            {
                _ = rte_pdump_uninit();
            }
            _ = rte_eal_cleanup();
            RemoveIfEmpty(folder);
        }
    }

    /// <summary>The EAL that is running.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    internal static Eal Require() =>
        Current ?? throw new InvalidOperationException("EAL is not running. Call Eal.Initialize first, and dispose of it last.");

    // A process that shares nothing leaves an empty folder behind, for every start another one; DPDK lets them pile up.
    private static void RemoveIfEmpty(string folder)
    {
        try
        {
            Directory.Delete(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // It holds what other processes use, or is another user's: it stays.
            return;
        }
    }

    private static Eal Start(string[] arguments, EalLogHandler? logHandler)
    {
        // C would see such an argument cut off there.
        if (arguments.Any(static a => a?.Contains('\0', StringComparison.Ordinal) == true))
        {
            throw new ArgumentException("An argument has a zero character in it.", nameof(arguments));
        }
        int separator = Array.IndexOf(arguments, "--");
        string[] own = separator < 0 ? arguments : arguments[..separator];
        string program = Path.GetFileNameWithoutExtension(Environment.ProcessPath) ?? "dpdksharp";
        // DPDK keeps pointers into the arguments for as long as the process lives: they are never freed.
        byte** argv = (byte**)NativeMemory.AllocZeroed((nuint)own.Length + 2, (nuint)sizeof(byte*));
        argv[0] = (byte*)Marshal.StringToCoTaskMemUTF8(program);
        for (int i = 0; i < own.Length; i++)
        {
            argv[i + 1] = (byte*)Marshal.StringToCoTaskMemUTF8(own[i] ?? string.Empty);
        }
        EalLog.Open(logHandler);
        // Help and version are asked for, and end the process: nothing of them may be held back.
        bool printsAndEnds = own.Any(static a => a is "-h" or "--help" or "-v" or "--version");
        ThreadAffinity affinity = ThreadAffinity.Current();
        OutputCapture? capture = printsAndEnds ? null : OutputCapture.Start(own);
        EalLog.StartCapture();
        int result = rte_eal_init(own.Length + 1, argv);
        int errno = rte_errno;
        (EalLogLevel Level, string Message)[] logged = EalLog.EndCapture();
        string printed = capture?.End() ?? string.Empty;
        if (result < 0)
        {
            throw EalFailure.Create(own, errno, logged, printed);
        }
        affinity.Apply();
        // What was kept was no complaint after all.
        if (logHandler is null)
        {
            foreach ((EalLogLevel level, string message) in logged)
            {
                EalLog.Deliver(level, message);
            }
        }
        Console.Out.Write(printed);
        if (CheckedSettings.Contradiction is { } contradiction)
        {
            EalLog.Deliver(EalLogLevel.Warning, contradiction);
        }
        int consumed = Math.Min(result, own.Length);
        return new Eal([.. own[consumed..], .. separator < 0 ? [] : arguments[(separator + 1)..]], [.. logged.Where(static l => l.Level <= EalLogLevel.Error).Select(static l => l.Message.TrimEnd('.'))]);
    }
}
