using System.Globalization;

namespace DpdkSharp;

/// <summary>
/// EAL's options by name. What is not set is left to EAL. <see cref="ToArguments"/> shows what EAL will be given.
/// </summary>
public sealed class EalOptions
{
    /// <summary>The lcores to run on, as EAL writes them: "0-1", "0,2-3", "0@4,1@5" (<c>-l</c> or <c>--lcores</c>).</summary>
    public string? Lcores { get; set; }

    /// <summary>The lcore that the calling thread becomes (<c>--main-lcore</c>).</summary>
    public int? MainLcore { get; set; }

    /// <summary>Memory in megabytes, from all NUMA nodes together (<c>-m</c>). Positive.</summary>
    public int? MemoryMegabytes { get; set; }

    /// <summary>Memory in megabytes from each NUMA node: "1024,1024" (<c>--socket-mem</c>).</summary>
    public string? SocketMemory { get; set; }

    /// <summary>False to use ordinary pages in place of huge pages (<c>--no-huge</c>). True by default, as in DPDK.</summary>
    public bool HugePages { get; set; } = true;

    /// <summary>The folder where huge pages are mounted (<c>--huge-dir</c>).</summary>
    public string? HugePageFolder { get; set; }

    /// <summary>True to leave no file behind in the file system (<c>--in-memory</c>). Needs huge pages.</summary>
    public bool InMemory { get; set; }

    /// <summary>False for a process that shares nothing with others (<c>--no-shconf</c>). True by default.</summary>
    public bool SharedConfiguration { get; set; } = true;

    /// <summary>False to open no telemetry socket (<c>--no-telemetry</c>). True by default.</summary>
    public bool Telemetry { get; set; } = true;

    /// <summary>False to leave the PCI bus alone (<c>--no-pci</c>). True by default.</summary>
    public bool Pci { get; set; } = true;

    /// <summary>What tells the files of this process from those of other DPDK processes (<c>--file-prefix</c>).</summary>
    public string? FilePrefix { get; set; }

    /// <summary>Primary or secondary (<c>--proc-type</c>).</summary>
    public EalProcessType? ProcessType { get; set; }

    /// <summary>How devices address memory (<c>--iova-mode</c>).</summary>
    public EalIovaMode? IovaMode { get; set; }

    /// <summary>Virtual devices to create: "net_null0", "net_pcap0,rx_pcap=in.pcap" (<c>--vdev</c>).</summary>
    public IList<string> Vdevs { get; } = [];

    /// <summary>The only PCI devices to use: "0000:03:00.0" (<c>--allow</c>).</summary>
    public IList<string> AllowedDevices { get; } = [];

    /// <summary>PCI devices to leave alone (<c>--block</c>). Excludes <see cref="AllowedDevices"/>.</summary>
    public IList<string> BlockedDevices { get; } = [];

    /// <summary>Driver libraries, or folders of them, to load beside the standard ones (<c>-d</c>).</summary>
    public IList<string> DriverPaths { get; } = [];

    /// <summary>Log levels: "lib.eal:debug", "*:error" (<c>--log-level</c>).</summary>
    public IList<string> LogLevels { get; } = [];

    /// <summary>Any other options, as EAL writes them; they come last.</summary>
    public IList<string> RawArguments { get; } = [];

    /// <summary>Receives each message that DPDK logs; null (the default) sends them to stderr. See <see cref="EalLogHandler"/>.</summary>
    public EalLogHandler? LogHandler { get; set; }

    /// <summary>Options for tests and first steps: ordinary pages, no PCI, nothing shared with other processes.</summary>
    /// <param name="memoryMegabytes">How much memory, in megabytes.</param>
    /// <returns>Options that need neither huge pages nor hardware nor another process.</returns>
    public static EalOptions ForTests(int memoryMegabytes = 256) => new()
    {
        HugePages = false,
        MemoryMegabytes = memoryMegabytes,
        SharedConfiguration = false,
        Pci = false,
        Telemetry = false,
        FilePrefix = string.Create(CultureInfo.InvariantCulture, $"dpdksharp{Environment.ProcessId}"),
    };

    /// <summary>The arguments that EAL is given, without the program's name.</summary>
    /// <returns>One element for each word of a command line.</returns>
    /// <exception cref="InvalidOperationException">Options contradict each other, or one is out of range.</exception>
    public string[] ToArguments()
    {
        if (MemoryMegabytes is <= 0)
        {
            throw new InvalidOperationException($"{nameof(MemoryMegabytes)} is {MemoryMegabytes}; it must be positive.");
        }
        if (InMemory && !HugePages)
        {
            throw new InvalidOperationException($"{nameof(InMemory)} needs {nameof(HugePages)}: EAL refuses --in-memory together with --no-huge. For no files and no huge pages, set {nameof(SharedConfiguration)} to false instead.");
        }
        if (AllowedDevices.Count > 0 && BlockedDevices.Count > 0)
        {
            throw new InvalidOperationException($"{nameof(AllowedDevices)} and {nameof(BlockedDevices)} exclude each other.");
        }
        if (MemoryMegabytes is not null && SocketMemory is not null)
        {
            throw new InvalidOperationException($"{nameof(MemoryMegabytes)} and {nameof(SocketMemory)} exclude each other.");
        }
        var arguments = new List<string>();
        // "0-1" is a list of CPUs, "0@4" a map from lcores to CPUs: EAL has an option for each.
        AddValue(Lcores?.AsSpan().ContainsAny('@', '(') == true ? "--lcores" : "-l", Lcores);
        AddValue("--main-lcore", MainLcore?.ToString(CultureInfo.InvariantCulture));
        AddValue("-m", MemoryMegabytes?.ToString(CultureInfo.InvariantCulture));
        AddValue("--socket-mem", SocketMemory);
        AddFlag("--no-huge", !HugePages);
        AddValue("--huge-dir", HugePageFolder);
        AddFlag("--in-memory", InMemory);
        AddFlag("--no-shconf", !SharedConfiguration);
        AddFlag("--no-telemetry", !Telemetry);
        AddFlag("--no-pci", !Pci);
        AddValue("--file-prefix", FilePrefix);
        AddValue("--proc-type", ProcessType?.ToString().ToLowerInvariant());
        AddValue("--iova-mode", IovaMode switch { EalIovaMode.PhysicalAddress => "pa", EalIovaMode.VirtualAddress => "va", _ => null });
        AddEach("--vdev", Vdevs);
        AddEach("--allow", AllowedDevices);
        AddEach("--block", BlockedDevices);
        AddEach("-d", DriverPaths);
        AddEach("--log-level", LogLevels);
        arguments.AddRange(RawArguments);
        return [.. arguments];

        void AddFlag(string option, bool set)
        {
            if (set)
            {
                arguments.Add(option);
            }
        }

        void AddValue(string option, string? value)
        {
            if (value is null)
            {
                return;
            }
            // C's strings end at a zero, and "--" ends EAL's arguments: neither would reach EAL as what it is meant to be.
            if (value.Contains('\0', StringComparison.Ordinal) || value == "--")
            {
                throw new InvalidOperationException($"The value of {option} cannot be {(value == "--" ? "'--'" : "a text with a zero character in it")}.");
            }
            arguments.AddRange([option, value]);
        }

        void AddEach(string option, IList<string> values)
        {
            foreach (string value in values)
            {
                AddValue(option, value);
            }
        }
    }
}
