using System.Text;

namespace DpdkSharp.Fuzz;

/// <summary>EAL's options by name: each value is one argument behind its option, whatever it is, or there is a refusal. Lines of an option's number and its value.</summary>
internal sealed class EalOptionsTarget : FuzzTarget
{
    public override string Name => "eal-options";

    public override IReadOnlyList<string> Words => ["\n", "--", "\0", "-l", " ", "0@1", ",", "=", "'", "\"", "é", "\ud800"];

    public override IEnumerable<byte[]> Seeds => [.. ((string[])["a0-1\nb1\nc512\nd1,1\n", "fdpdk\ngnet_null0\ngnet_pcap0,rx_pcap=a b\n", "h0000:03:00.0\n", "i0000:03:00.0\nj/tmp\nk*:debug\nl--foo\n", "m\nn\no\np\nq\nr\ns\n"]).Select(Encoding.UTF8.GetBytes)];

    public override void Run(Span<byte> input)
    {
        var options = new EalOptions();
        var values = new List<string>();
        foreach (string line in Encoding.UTF8.GetString(input).Split('\n'))
        {
            if (line.Length == 0)
            {
                continue;
            }
            string value = line[1..];
            switch (line[0])
            {
                case 'a': options.Lcores = value; break;
                case 'b': options.MainLcore = value.Length; break;
                case 'c': options.MemoryMegabytes = value.Length - 1; break;
                case 'd': options.SocketMemory = value; break;
                case 'e': options.HugePageFolder = value; break;
                case 'f': options.FilePrefix = value; break;
                case 'g': options.Vdevs.Add(value); break;
                case 'h': options.AllowedDevices.Add(value); break;
                case 'i': options.BlockedDevices.Add(value); break;
                case 'j': options.DriverPaths.Add(value); break;
                case 'k': options.LogLevels.Add(value); break;
                case 'm': options.HugePages = !options.HugePages; break;
                case 'n': options.InMemory = !options.InMemory; break;
                case 'o': options.SharedConfiguration = !options.SharedConfiguration; break;
                case 'p': options.Telemetry = !options.Telemetry; break;
                case 'q': options.Pci = !options.Pci; break;
                case 'r': options.ProcessType = EalProcessType.Secondary; break;
                case 's': options.IovaMode = EalIovaMode.VirtualAddress; break;
                default: break;
            }
        }
        values.AddRange([.. options.Vdevs, .. options.AllowedDevices, .. options.BlockedDevices, .. options.DriverPaths, .. options.LogLevels]);
        values.AddRange(((string?[])[options.Lcores, options.SocketMemory, options.HugePageFolder, options.FilePrefix]).OfType<string>());
        string[] arguments;
        try
        {
            arguments = options.ToArguments();
        }
        catch (InvalidOperationException e)
        {
            Check(e.Message.EndsWith('.'), "a refusal is a sentence");
            return;
        }
        Check(!arguments.Contains("--") && !arguments.Any(static a => a.Contains('\0')), "no argument is another one for C");
        foreach (string value in values)
        {
            Check(arguments.Where((a, i) => i > 0 && a == value && arguments[i - 1].StartsWith('-')).Any(), "each value is an argument behind its option");
        }
        Check(arguments.SequenceEqual(options.ToArguments()), "the same options give the same arguments");
    }
}
