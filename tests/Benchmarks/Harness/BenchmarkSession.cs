using DpdkSharp.Benchmarks.Cases;
using DpdkSharp.Benchmarks.Measuring;
using DpdkSharp.Benchmarks.Reporting;
using Spectre.Console;

namespace DpdkSharp.Benchmarks;

/// <summary>A run of the benchmarks: measures what was chosen, one after the other, and writes the reports.</summary>
internal sealed class BenchmarkSession(WorkerPrograms programs, BenchmarkChoice choice)
{
    private static readonly TimeSpan s_peerPause = TimeSpan.FromMilliseconds(100);

    private readonly List<CaseResult> _results = [];
    private readonly List<ReportTable> _others = [];

    /// <summary>Measures, and writes what was measured, also where something failed at last.</summary>
    /// <param name="folder">Where the reports go; made if it is not there.</param>
    /// <exception cref="BenchmarkException">A program failed, or the sides did not do the same work.</exception>
    public void Run(string folder)
    {
        Directory.CreateDirectory(folder);
        try
        {
            AnsiConsole.Progress()
                .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .Start(Measure);
        }
        finally
        {
            Report(folder);
        }
    }

    private void Measure(ProgressContext progress)
    {
        if (choice.Cases.Count > 0)
        {
            MeasurePairs(progress.AddTask("in pairs", maxValue: choice.Cases.Count));
        }
        if (choice.HasLatency)
        {
            Step(progress, BenchmarkChoice.Latency, MeasureLatency);
        }
        if (choice.HasStartUp)
        {
            Step(progress, BenchmarkChoice.StartUp, MeasureStartUp);
        }
        if (choice.HasTestpmd)
        {
            Step(progress, BenchmarkChoice.Testpmd, MeasureTestpmd);
        }
        if (choice.HasKernel)
        {
            Step(progress, BenchmarkChoice.Kernel, MeasureKernel);
        }
    }

    private static void Step(ProgressContext progress, string name, Action measure)
    {
        ProgressTask task = progress.AddTask(name).IsIndeterminate();
        measure();
        task.StopTask();
    }

    private void Report(string folder)
    {
        if (_results.Count == 0 && _others.Count == 0)
        {
            return;
        }
        Machine machine = Machine.Describe(programs.HugePages ? "huge pages" : "ordinary pages");
        JsonReport.Write(folder, machine, _results, _others);
        MarkdownReport.Write(folder, machine, [.. PairTables.Make(_results), .. _others]);
        PlotReport.Write(folder, _results);
        AnsiConsole.MarkupLineInterpolated($"The results are in {Path.GetRelativePath(Environment.CurrentDirectory, folder)}: results.md, results.json, *.svg");
    }

    private void MeasurePairs(ProgressTask task)
    {
        var measurement = new PairedMeasurement(choice.Pairs, choice.Slice);
        foreach (IGrouping<int?, BenchmarkCase> cases in choice.Cases.GroupBy(static c => c.PeerFrame))
        {
            using var workers = new DisposableList<WorkerProcess>();
            using var peers = new DisposableList<TestpmdProcess>();
            using var sockets = new TemporaryFolder();
            IReadOnlyList<Side> sides = cases.Key is { } frame ? StartSidesWithPeers(workers, peers, sockets, frame) : StartSides(workers);
            foreach (BenchmarkCase @case in cases)
            {
                task.Description = @case.Name;
                CaseResult result = measurement.Measure(@case, sides);
                _results.Add(result);
                AnsiConsole.MarkupLineInterpolated(
                    $"{@case.Name,-36} C {result.Sides[0].MedianCycles,7:F1} cycles   {string.Join("   ", result.Sides.Skip(1).Select(static s => $"{s.Side} {PairTables.Ratio(s)}"))}");
                task.Increment(1);
            }
        }
    }

    private void MeasureKernel()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            AnsiConsole.MarkupLine("[yellow]bench: kernel is left out: a veth pair needs root[/]");
            return;
        }
        _others.AddRange(new KernelMeasurement(programs, choice.KernelRuns).Measure());
    }

    private void MeasureStartUp() =>
        _others.Add(new StartUpMeasurement(choice.StartUps).Measure([.. programs.All.Select(p => (p.Name, p.Path, (Func<WorkerProcess>)(() => programs.Start("startup", p.Path, realTime: false))))]));

    private void MeasureTestpmd()
    {
        using var workers = new DisposableList<WorkerProcess>();
        _others.AddRange(new TestpmdMeasurement(programs, new PairedMeasurement(choice.Pairs, choice.Slice), choice.Slice).Measure(StartSides(workers)));
    }

    /// <summary>C, each C# program on both layers, and the one that checks who owns each packet.</summary>
    private List<Side> StartSides(DisposableList<WorkerProcess> workers)
    {
        var sides = new List<Side>();
        foreach ((string name, string path) in programs.All)
        {
            WorkerProcess worker = workers.Add(programs.Start(name, path, realTime: true));
            bool isAot = path == programs.Aot;
            RequireBenchmarks(name, worker, choice.Cases.Where(c => !isAot || !c.NeedsJit));
            AddSides(sides, name, path, worker, peer: null);
        }
        if (choice.Cases.Any(static c => c.IsChecked))
        {
            WorkerProcess worker = workers.Add(programs.Start("checked", programs.Jit, realTime: true, [("DPDKSHARP_CHECKED", "1")]));
            sides.Add(new Side("JIT, safe, checked", worker, IsSafe: true, IsChecked: true));
        }
        return sides;
    }

    /// <summary>The same, each program with a testpmd behind a port of shared memory, which has been given the packets that go round.</summary>
    private List<Side> StartSidesWithPeers(DisposableList<WorkerProcess> workers, DisposableList<TestpmdProcess> peers, TemporaryFolder sockets, int frame)
    {
        var sides = new List<Side>();
        foreach ((string name, string path) in programs.All)
        {
            string device = $"{WorkerPrograms.SharedMemoryDevice},socket-abstract=no,socket={sockets.PathOf(name)}";
            TestpmdProcess peer = peers.Add(programs.StartPeer($"{name}-peer", device + ",role=server", frame));
            WorkerProcess worker = workers.Add(programs.Start(name, path, realTime: true, device: device + ",role=client"));
            // Opens the port and polls it, as the driver takes nothing before that; ends with the first burst.
            string settings = $"device={WorkerPrograms.SharedMemoryDevice} frame={frame}";
            _ = worker.Run("forward-io", settings, 0);
            Task<WorkerAnswer> firstBurst = Task.Run(() => worker.Run("forward-io", settings, 1));
            Thread.Sleep(s_peerPause);
            peer.Load(ForwardCases.PeerPackets);
            firstBurst.Wait();
            AddSides(sides, name, path, worker, peer);
        }
        return sides;
    }

    private void AddSides(List<Side> sides, string name, string path, WorkerProcess worker, TestpmdProcess? peer)
    {
        bool isAot = path == programs.Aot;
        sides.Add(new Side(name, worker, isAot, Peer: peer));
        if (path != programs.Reference)
        {
            sides.Add(new Side(name + ", safe", worker, isAot, IsSafe: true, Peer: peer));
        }
    }

    private void MeasureLatency()
    {
        using var workers = new DisposableList<WorkerProcess>();
        List<Side> sides = [new Side("C", workers.Add(programs.Start("C", programs.Reference, realTime: false)))];
        foreach ((string name, string path) in programs.All.Skip(1))
        {
            foreach (GarbageCollectorSettings settings in GarbageCollectorSettings.All)
            {
                string title = $"{name}, {settings.Name}";
                sides.Add(new Side(title, workers.Add(programs.Start(title.Replace(' ', '-'), path, realTime: false, settings.Environment)), IsSafe: true));
            }
        }
        _others.AddRange(new LatencyMeasurement(choice.LatencyRuns, choice.LatencyRounds).Measure(sides));
    }

    private static void RequireBenchmarks(string name, WorkerProcess worker, IEnumerable<BenchmarkCase> cases)
    {
        string[] missing = [.. cases.Select(static c => c.Benchmark).Distinct(StringComparer.Ordinal).Except(worker.ListBenchmarks(), StringComparer.Ordinal)];
        if (missing.Length > 0)
        {
            throw new BenchmarkException($"The worker {name} lacks the benchmarks {string.Join(", ", missing)}.");
        }
    }
}
