using System.Diagnostics;
using System.Globalization;

namespace DpdkSharp.Benchmarks.Measuring;

/// <summary>A program that runs benchmarks when it is told to, and otherwise waits without using its CPU.</summary>
internal sealed class WorkerProcess : IDisposable
{
    // More than the longest preparation (10,000 routes) and the longest run need.
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly List<string> _errors = [];
    private readonly string _name;

    /// <summary>Starts a program.</summary>
    /// <param name="name">What it is called in messages; no other worker of this run has the name.</param>
    /// <param name="program">Its path.</param>
    /// <param name="arguments">Its arguments, DPDK's last.</param>
    /// <param name="environment">Variables that it gets besides those of this process.</param>
    public WorkerProcess(string name, string program, IEnumerable<string> arguments, IReadOnlyList<(string Variable, string Value)>? environment = null)
    {
        _name = name;
        // A prefix for each process, so that they share no memory.
        var start = new ProcessStartInfo(program, [.. arguments, "--file-prefix", $"dpdksharp-bench-{Environment.ProcessId}-{name}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach ((string variable, string value) in environment ?? [])
        {
            start.Environment[variable] = value;
        }
        _process = Process.Start(start) ?? throw new BenchmarkException($"{program} does not start.");
        _process.ErrorDataReceived += (_, e) =>
        {
            lock (_errors)
            {
                _errors.Add(e.Data ?? string.Empty);
            }
        };
        _process.BeginErrorReadLine();
        if (ReadAnswer() is not "ready")
        {
            throw Failure("does not start");
        }
    }

    /// <summary>The most memory that it has had.</summary>
    public double PeakMemoryMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64 / 1e6;
        }
    }

    /// <summary>The names of the benchmarks that it has.</summary>
    public IReadOnlySet<string> ListBenchmarks()
    {
        Send("list");
        return ReadAnswer().Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
    }

    public WorkerAnswer Run(string benchmark, string settings, ulong count)
    {
        Send($"run {benchmark} {settings} count={count}");
        Dictionary<string, string> values = ReadAnswer().Split(' ').Select(static w => w.Split('=')).ToDictionary(static w => w[0], static w => w[1], StringComparer.Ordinal);
        return new WorkerAnswer(
            ulong.Parse(values["operations"], CultureInfo.InvariantCulture),
            ulong.Parse(values["cycles"], CultureInfo.InvariantCulture),
            ulong.Parse(values["hz"], CultureInfo.InvariantCulture),
            values["check"],
            [.. values["tail"].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(static n => ulong.Parse(n, CultureInfo.InvariantCulture))]);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(10)))
        {
            _process.Kill();
        }
        _process.Dispose();
    }

    private void Send(string line)
    {
        try
        {
            _process.StandardInput.WriteLine(line);
            _process.StandardInput.Flush();
        }
        catch (IOException)
        {
            throw Failure("has ended");
        }
    }

    private string ReadAnswer()
    {
        while (true)
        {
            Task<string?> line = _process.StandardOutput.ReadLineAsync();
            if (!line.Wait(AnswerTimeout))
            {
                _process.Kill();
                throw Failure($"gave no answer for {AnswerTimeout.TotalSeconds} s");
            }
            // What DPDK and its drivers print is none of ours.
            if (line.Result is not { } text)
            {
                throw Failure("has ended");
            }
            if (text.StartsWith('='))
            {
                return text[1..].Trim();
            }
        }
    }

    private BenchmarkException Failure(string what)
    {
        _ = _process.WaitForExit(TimeSpan.FromSeconds(2));
        lock (_errors)
        {
            int unhandled = _errors.FindIndex(static l => l.StartsWith("Unhandled exception", StringComparison.Ordinal));
            return new BenchmarkException($"The worker {_name} {what}: {string.Join(Environment.NewLine, unhandled >= 0 ? _errors.Skip(unhandled) : _errors.TakeLast(10))}");
        }
    }
}
