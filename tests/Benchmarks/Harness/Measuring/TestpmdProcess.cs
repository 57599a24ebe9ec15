using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace DpdkSharp.Benchmarks.Measuring;

/// <summary>DPDK's own test program, with one port and one forwarding lcore, told at its prompt what to do.</summary>
internal sealed class TestpmdProcess : IDisposable
{
    private const string Program = "dpdk-testpmd";
    private const int Burst = 32;
    private const int Descriptors = 1024;
    private const int PoolSize = 16_383;

    /// <summary>Its buffers have room for a frame, as those of the workers' pools: larger ones would cost it cache lines and pages.</summary>
    private const int Headroom = 128;
    private static readonly TimeSpan s_answerTimeout = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan s_warmUp = TimeSpan.FromMilliseconds(10);

    private readonly Process _process;

    /// <summary>Starts it.</summary>
    /// <param name="name">What it is called among those that run at the same time.</param>
    /// <param name="starter">The program that starts it, with arguments; empty for none.</param>
    /// <param name="arguments">EAL's arguments.</param>
    /// <param name="frame">The bytes of the frames that it sends first.</param>
    /// <param name="room">The bytes that its buffers have at least, where a driver asks for more than the frames need.</param>
    /// <param name="options">More of its own options.</param>
    public TestpmdProcess(string name, IEnumerable<string> starter, IEnumerable<string> arguments, int frame, int room = 0, params IEnumerable<string> options)
    {
        // It writes its answers when its buffer is full, unless it is told otherwise.
        string[] command =
        [
            .. starter, "stdbuf", "-oL", Program, .. arguments, "--file-prefix", $"dpdksharp-bench-{Environment.ProcessId}-{name}", "--",
            "--interactive", "--nb-cores=1", "--port-topology=loop", $"--burst={Burst}", $"--rxd={Descriptors}", $"--txd={Descriptors}",
            $"--total-num-mbufs={PoolSize}", $"--mbuf-size={Headroom + Math.Max((frame + 63) & ~63, room)}", $"--txpkts={frame}", .. options,
        ];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        try
        {
            _process = Process.Start(start) ?? throw new BenchmarkException($"{Program} does not start.");
        }
        catch (Win32Exception e)
        {
            throw new BenchmarkException($"{Program} does not start: {e.Message}");
        }
        // Read, so that it is never held up by it.
        _process.BeginErrorReadLine();
        _ = ReadRate();
    }

    /// <summary>Forwards for a few slices of time.</summary>
    /// <param name="mode">What it does to each packet: "io", "mac", "macswap".</param>
    /// <param name="packets">How many packets it sends first, whole bursts of them: on a looped port, these circulate.</param>
    /// <param name="slice">How long a slice lasts.</param>
    /// <param name="slices">How many slices.</param>
    /// <returns>Packets a second in the best slice, as it tells them itself.</returns>
    public double Forward(string mode, int packets, TimeSpan slice, int slices)
    {
        Send($"set fwd {mode}");
        Send($"start tx_first {packets / Burst}");
        Thread.Sleep(s_warmUp);
        _ = ReadRate();
        double best = 0;
        for (int i = 0; i < slices; i++)
        {
            Thread.Sleep(slice);
            best = Math.Max(best, ReadRate());
        }
        Send("stop");
        RequireNothingDropped();
        return best > 0 ? best : throw new BenchmarkException($"{Program} has forwarded nothing.");
    }

    /// <summary>Sends packets to the peer of its port, once that has a link; from then on they go round while it works.</summary>
    /// <param name="packets">How many, whole bursts of them.</param>
    public void Load(int packets)
    {
        Send("set fwd io");
        Send($"start tx_first {packets / Burst}");
        Send("stop");
        RequireNothingDropped();
    }

    /// <summary>Sends as fast as it can, until it ends.</summary>
    public void Flood()
    {
        Send("set fwd txonly");
        Send("start");
    }

    /// <summary>Sends back what it receives, until the answer is disposed of.</summary>
    public IDisposable Work()
    {
        Send("start");
        return new Working(this);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Send("quit");
            if (!_process.WaitForExit(TimeSpan.FromSeconds(10)))
            {
                _process.Kill();
            }
        }
        _process.Dispose();
    }

    /// <summary>Reads what it tells when it stops.</summary>
    private void RequireNothingDropped()
    {
        // Those of the port, and of all ports.
        for (int i = 0; i < 2; i++)
        {
            double dropped = ReadNumber("TX-dropped:");
            if (dropped != 0)
            {
                throw new BenchmarkException($"{Program} has dropped {dropped} packets.");
            }
        }
    }

    /// <summary>Packets received a second, since the last time that it was asked.</summary>
    private double ReadRate()
    {
        Send("show port stats 0");
        return ReadNumber("Rx-pps:");
    }

    private void Send(string command)
    {
        _process.StandardInput.WriteLine(command);
        _process.StandardInput.Flush();
    }

    /// <summary>Waits for a line that has a label, and reads the number after it.</summary>
    private double ReadNumber(string label)
    {
        while (true)
        {
            Task<string?> line = _process.StandardOutput.ReadLineAsync();
            if (!line.Wait(s_answerTimeout))
            {
                _process.Kill();
                throw new BenchmarkException($"{Program} gave no answer for {s_answerTimeout.TotalSeconds} s.");
            }
            string text = line.Result ?? throw new BenchmarkException($"{Program} has ended; is it installed, and has DPDK its drivers?");
            int at = text.IndexOf(label, StringComparison.Ordinal);
            if (at >= 0)
            {
                return double.Parse(text[(at + label.Length)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0], CultureInfo.InvariantCulture);
            }
        }
    }

    private sealed class Working(TestpmdProcess process) : IDisposable
    {
        public void Dispose()
        {
            process.Send("stop");
            process.RequireNothingDropped();
        }
    }
}
