using System.Diagnostics;
using DpdkSharp.Benchmarks.Reporting;
using MathNet.Numerics.Statistics;

namespace DpdkSharp.Benchmarks.Measuring;

/// <summary>From the start of a process to the first packet that it has forwarded; and what it takes of disk and memory.</summary>
internal sealed class StartUpMeasurement(int runs)
{
    /// <summary>Measures programs in turn.</summary>
    /// <param name="programs">Their names and how to start them; the first one is C.</param>
    public ReportTable Measure(IReadOnlyList<(string Name, string Path, Func<WorkerProcess> Start)> programs)
    {
        var times = programs.Select(static _ => new List<double>()).ToArray();
        var memory = programs.Select(static _ => new List<double>()).ToArray();
        for (int run = 0; run < runs; run++)
        {
            for (int i = 0; i < programs.Count; i++)
            {
                long start = Stopwatch.GetTimestamp();
                using WorkerProcess process = programs[i].Start();
                _ = process.Run("forward-io", "device=null frame=64", 1);
                times[i].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                memory[i].Add(process.PeakMemoryMegabytes);
            }
        }
        double c = times[0].Median();
        return new ReportTable(
            "Start-up",
            $"Medians of {runs} starts. The C# program compiled just in time needs the .NET runtime beside it, which is not counted in its size.",
            ["", "first packet after, ms", "more than C, ms", "memory, MB", "program, MB"],
            [.. programs.Select((p, i) => (IReadOnlyList<string>)[
                p.Name, $"{times[i].Median():F0}", $"{times[i].Median() - c:F0}", $"{memory[i].Median():F0}", $"{Size(p.Path):F1}"])]);
    }

    /// <summary>The program with the assemblies beside it, in MB.</summary>
    private static double Size(string program) =>
        (new FileInfo(program).Length + new DirectoryInfo(Path.GetDirectoryName(program)!).EnumerateFiles("*.dll").Sum(static f => f.Length)) / 1e6;
}
