using DpdkSharp.Benchmarks.Cases;

namespace DpdkSharp.Benchmarks.Measuring;

/// <summary>
/// Measures sides in turn, A B A B …, all with the same number of operations, on the same CPU. A side's figure in a pair is the best of
/// a few slices of time, one after the other: what an interrupt or the machine under a virtual one takes is in the others.
/// </summary>
internal sealed class PairedMeasurement(int pairs, TimeSpan slice)
{
    // The runtime compiles a method anew after 30 calls, in the background and not before 0.1 s have passed without new code. It does so three times at the most: what was loaded
    // or quickly compiled, what counts which ways are taken, what is best.
    private const int WarmUpRounds = 3;
    private const int WarmUpRuns = 40;
    private static readonly TimeSpan WarmUpPause = TimeSpan.FromMilliseconds(200);

    /// <summary>How often a side is measured for one figure.</summary>
    public const int SlicesPerFigure = 3;

    /// <summary>Measures a case.</summary>
    /// <param name="case">What.</param>
    /// <param name="all">Who; the first one is C. Those that do not have the case are left out.</param>
    /// <param name="beforePair">What is to be done before each pair: another program's turn.</param>
    public CaseResult Measure(BenchmarkCase @case, IReadOnlyList<Side> all, Action? beforePair = null)
    {
        Side[] sides = [.. all.Where(s => (!s.IsSafe || @case.HasSafeLayer) && (!s.IsAot || !@case.NeedsJit) && (!s.IsChecked || @case.IsChecked))];
        ulong count = Calibrate(@case, sides[0]);
        WarmUp(@case, sides[1..], Math.Max(count / 100, 1));
        var cycles = sides.Select(_ => new List<double>()).ToArray();
        WorkerAnswer? reference = null;
        for (int pair = 0; pair < pairs; pair++)
        {
            beforePair?.Invoke();
            // Every other time backwards, so that none always follows the same one.
            foreach (int i in pair % 2 == 0 ? Enumerable.Range(0, sides.Length) : Enumerable.Range(0, sides.Length).Reverse())
            {
                double best = double.MaxValue;
                using IDisposable? peer = sides[i].Peer?.Work();
                for (int attempt = 0; attempt < SlicesPerFigure; attempt++)
                {
                    WorkerAnswer answer = Run(@case, sides[i], count);
                    reference ??= answer;
                    RequireSameWork(@case, sides[i], answer, reference);
                    best = Math.Min(best, answer.CyclesPerOperation);
                }
                cycles[i].Add(best);
            }
        }
        return new CaseResult(@case, reference!.Operations, reference.CyclesPerSecond,
            [.. sides.Select((s, i) => new SideResult(s.Name, cycles[i], [.. cycles[0].Zip(cycles[i], static (c, other) => c / other)]))]);
    }

    private static WorkerAnswer Run(BenchmarkCase @case, Side side, ulong count) =>
        side.Process.Run(@case.Benchmark, $"{@case.Settings} {side.Settings}", count);

    private static void RequireSameWork(BenchmarkCase @case, Side side, WorkerAnswer answer, WorkerAnswer reference)
    {
        // Another process decides how full the last burst is; each side has done what it was told to do at least.
        bool isAsMany = answer.Operations == reference.Operations || @case.PeerFrame is not null;
        if (!isAsMany || answer.Check != reference.Check)
        {
            throw new BenchmarkException(
                $"{@case.Name}: the sides did not do the same work: {side.Name} did {answer.Operations} operations with checksum {answer.Check}, " +
                $"another side {reference.Operations} with {reference.Check}.");
        }
    }

    /// <summary>How many operations fill a slice of time.</summary>
    private ulong Calibrate(BenchmarkCase @case, Side side)
    {
        using IDisposable? peer = side.Peer?.Work();
        for (ulong count = 1000; ; count *= 4)
        {
            WorkerAnswer answer = Run(@case, side, count);
            double seconds = (double)answer.Cycles / answer.CyclesPerSecond;
            if (seconds > slice.TotalSeconds / 5)
            {
                // The caches are warm now.
                answer = Run(@case, side, count);
                return (ulong)(slice.TotalSeconds * answer.CyclesPerSecond / answer.CyclesPerOperation) + 1;
            }
        }
    }

    private static void WarmUp(BenchmarkCase @case, IReadOnlyList<Side> sides, ulong count)
    {
        for (int round = 0; round < WarmUpRounds; round++)
        {
            foreach (Side side in sides.Where(s => !s.IsAot || round == 0))
            {
                using IDisposable? peer = side.Peer?.Work();
                for (int i = 0; i < WarmUpRuns; i++)
                {
                    _ = Run(@case, side, count);
                }
            }
            Thread.Sleep(WarmUpPause);
        }
    }
}
