using DpdkSharp.Benchmarks.Cases;
using DpdkSharp.Benchmarks.Measuring;
using DpdkSharp.Benchmarks.Reporting;
using Spectre.Console;

namespace DpdkSharp.Benchmarks;

/// <summary>A run of the benchmarks: starts the workers, measures case after case, writes the reports.</summary>
internal sealed class BenchmarkSession(string reference, string jit, string? aot, bool huge, PairedMeasurement measurement)
{
    private const int MemoryMegabytes = 512;

    public void Run(IReadOnlyList<BenchmarkCase> cases, string folder)
    {
        Directory.CreateDirectory(folder);
        Machine machine = Machine.Describe(huge ? "huge pages" : "ordinary pages");
        using var workers = new DisposableList<WorkerProcess>();
        List<Side> sides = [new Side("C", workers.Add(Start("c", reference)), "raw")];
        AddBothLayers("JIT", workers.Add(Start("jit", jit)));
        if (aot is not null)
        {
            AddBothLayers("AOT", workers.Add(Start("aot", aot)));
        }
        RequireSameBenchmarks(workers, cases);

        var results = new List<CaseResult>();
        AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(progress =>
            {
                ProgressTask task = progress.AddTask("starting", maxValue: cases.Count);
                foreach (BenchmarkCase @case in cases)
                {
                    task.Description = @case.Name;
                    CaseResult result = measurement.Measure(@case, sides);
                    results.Add(result);
                    AnsiConsole.MarkupLineInterpolated(
                        $"{@case.Name,-36} C {result.Sides[0].MedianCycles,7:F1} cycles   {string.Join("   ", result.Sides.Skip(1).Select(static s => $"{s.Side} {MarkdownReport.Ratio(s)}"))}");
                    task.Increment(1);
                }
            });
        JsonReport.Write(folder, machine, results);
        MarkdownReport.Write(folder, machine, results);
        PlotReport.Write(folder, results);
        AnsiConsole.MarkupLineInterpolated($"The results are in {Path.GetRelativePath(Environment.CurrentDirectory, folder)}: results.md, results.json, *.svg");

        void AddBothLayers(string name, WorkerProcess process)
        {
            sides.Add(new Side(name, process, "raw"));
            sides.Add(new Side(name + ", safe layer", process, "safe"));
        }
    }

    private static void RequireSameBenchmarks(IEnumerable<WorkerProcess> workers, IReadOnlyList<BenchmarkCase> cases)
    {
        foreach (WorkerProcess worker in workers)
        {
            string[] missing = [.. cases.Select(static c => c.Benchmark).Distinct(StringComparer.Ordinal).Except(worker.ListBenchmarks(), StringComparer.Ordinal)];
            if (missing.Length > 0)
            {
                throw new BenchmarkException($"A worker lacks the benchmarks {string.Join(", ", missing)}.");
            }
        }
    }

    private WorkerProcess Start(string name, string program)
    {
        // The lcore that is measured has CPU 1 to itself; the one that reads commands, and the second of a pipeline, share CPU 0.
        List<string> arguments = ["--lcores", "0@0,1@1,2@0", "--no-pci", "--no-telemetry", "-m", $"{MemoryMegabytes}"];
        arguments.AddRange(huge ? ["--in-memory"] : ["--no-huge", "--no-shconf"]);
        foreach (int frame in ForwardCases.Frames)
        {
            arguments.AddRange(["--vdev", $"net_null{frame},size={frame}"]);
        }
        return new WorkerProcess(name, program, arguments);
    }
}
