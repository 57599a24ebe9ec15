using DpdkSharp.Testing;
using DpdkSharp.TestKit;

namespace DpdkSharp.Samples.Tests;

/// <summary>l3fwd in a process of its own, on two ports of net_pcap: port 0 reads a capture file, each port writes what leaves by it.</summary>
internal sealed class L3FwdRun : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Forwards frames until all are received, and ends in order.</summary>
    /// <param name="frames">What comes in by port 0.</param>
    /// <param name="arguments">Arguments besides the ports, their queues, -P, -T and the ones that net_pcap needs.</param>
    public L3FwdRun(IReadOnlyList<byte[]> frames, params IReadOnlyList<string> arguments)
        : this(frames, SampleProgram.PathOf("L3Fwd"), arguments)
    {
    }

    /// <summary>The same with a program of one's own.</summary>
    public L3FwdRun(IReadOnlyList<byte[]> frames, string program, IReadOnlyList<string> arguments)
    {
        var input = _folder.File("in.pcap");
        CaptureFile.WriteFrames(input, frames);
        string[] outputs = [_folder.File("out0.pcap"), _folder.File("out1.pcap")];
        var eal = EalArguments.Isolated(1, $"net_pcap0,rx_pcap={input},tx_pcap={outputs[0]}", $"net_pcap1,tx_pcap={outputs[1]}");
        using var process = ChildProcess.Start(program, [.. eal, "--", .. Ports(eal), .. arguments]);
        process.WaitForOutput($"Total packets received: {frames.Count,14}\n", L2FwdRun.Patience);
        process.Interrupt();
        var result = process.WaitForExit(L2FwdRun.Patience);
        Assert.True(result.ExitCode == 0, $"exit code {result.ExitCode}: {result.StandardError}");
        Assert.EndsWith("Bye...\n", result.StandardOutput, StringComparison.Ordinal);
        Assert.DoesNotContain("l3fwd:", result.StandardError, StringComparison.Ordinal);
        Output = result.StandardOutput;
        Statistics = StatisticsReader.Last(Output);
        Sent = [.. outputs.Select(CaptureFile.ReadFrames)];
    }

    /// <summary>What it printed.</summary>
    public string Output { get; }

    /// <summary>Sent, received and dropped of each port, and of all (key -1), at the end.</summary>
    public Dictionary<int, (long Sent, long Received, long Dropped)> Statistics { get; }

    /// <summary>The frames that left by each port.</summary>
    public IReadOnlyList<byte[]>[] Sent { get; }

    /// <summary>The arguments for two ports whose queues one lcore polls.</summary>
    public static string[] Ports(IReadOnlyList<string> eal) =>
        ["-p", "0x3", "-P", "-T", "1", "--parse-ptype", "--relax-rx-offload", "--config", $"(0,0,{eal[1].Split(',')[0]}),(1,0,{eal[1].Split(',')[0]})"];

    /// <summary>The MAC address that it printed for a port.</summary>
    public byte[] MacAddress(int port)
    {
        var label = $"Port {port}, MAC address: ";
        var line = Output.Split('\n').Single(l => l.StartsWith(label, StringComparison.Ordinal));
        return Convert.FromHexString(line.AsSpan(label.Length, 17).ToString().Replace(":", "", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();
}
