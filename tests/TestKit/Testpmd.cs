using System.Globalization;
using System.Text.RegularExpressions;

namespace DpdkSharp.TestKit;

/// <summary>DPDK's own <c>dpdk-testpmd</c> in a second process: the other end of a link, driven by its command line.</summary>
public sealed class Testpmd : IDisposable
{
    private const string Prompt = "testpmd> ";

    private readonly ChildProcess _process;
    private int _read;

    private Testpmd(ChildProcess process) => _process = process;

    /// <summary>All it has written until now.</summary>
    public string Output => _process.StandardOutput;

    /// <summary>Starts it and waits for its prompt; nothing is forwarded until the command "start".</summary>
    /// <param name="ealArguments">See <see cref="EalArguments"/>; two lcores, because one of them only serves the command line.</param>
    /// <param name="arguments">Further arguments, e.g. "--total-num-mbufs=2048".</param>
    public static Testpmd Start(IEnumerable<string> ealArguments, params IReadOnlyList<string> arguments)
    {
        // Into a pipe it would write its output in large pieces, and its prompt at once: unbuffered, they come in their order.
        var process = ChildProcess.Start(
            Requirements.Program("stdbuf", "coreutils"),
            ["-o0", Requirements.Program("dpdk-testpmd", "dpdk-dev"), .. ealArguments, "--", "--interactive", .. arguments]);
        var testpmd = new Testpmd(process);
        try
        {
            testpmd.ReadToPrompt(TimeSpan.FromSeconds(30));
            return testpmd;
        }
        catch
        {
            testpmd.Dispose();
            throw;
        }
    }

    /// <summary>Gives a command and waits for the next prompt.</summary>
    /// <returns>What it wrote.</returns>
    public string Command(string command)
    {
        _process.WriteLine(command);
        return ReadToPrompt(TimeSpan.FromSeconds(20));
    }

    /// <summary>How many packets a port of it has received and sent.</summary>
    /// <param name="port">Its number.</param>
    public (long Received, long Sent) PacketCounts(int port)
    {
        var statistics = Command(string.Create(CultureInfo.InvariantCulture, $"show port stats {port}"));
        return (Number(statistics, "RX-packets"), Number(statistics, "TX-packets"));
    }

    /// <summary>A number in what it wrote.</summary>
    /// <param name="text">What it wrote.</param>
    /// <param name="label">What stands before the number, and a colon: "RX-packets".</param>
    public static long Number(string text, string label)
    {
        var match = Regex.Match(text, $@"{Regex.Escape(label)}:\s+(?<number>\d+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        return match.Success
            ? long.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"dpdk-testpmd wrote no '{label}': {text}");
    }

    /// <summary>Ends it with its own command and gives its exit code.</summary>
    public int Quit()
    {
        _process.WriteLine("quit");
        return _process.WaitForExit(TimeSpan.FromSeconds(20)).ExitCode;
    }

    /// <summary>Ends it at once (SIGKILL), as a crash would.</summary>
    public void Kill()
    {
        _process.Kill();
        _ = _process.WaitForExit(TimeSpan.FromSeconds(20));
    }

    /// <inheritdoc/>
    public void Dispose() => _process.Dispose();

    private string ReadToPrompt(TimeSpan timeout)
    {
        _process.WaitForOutput(Prompt, _read, timeout);
        var all = Output;
        var end = all.IndexOf(Prompt, _read, StringComparison.Ordinal);
        var text = all[_read..end];
        _read = end + Prompt.Length;
        return text;
    }
}
