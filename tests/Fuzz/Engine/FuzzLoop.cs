using System.Diagnostics;

namespace DpdkSharp.Fuzz;

/// <summary>
/// The loop of a worker, in the process of the code under test: takes an input that once reached something new, changes it, runs it, and keeps it when it reaches something
/// new itself.
/// </summary>
internal sealed class FuzzLoop(FuzzTarget target, CoverageMap coverage, WorkerState state, FindingStore findings, CorpusStore store, int seed)
{
    // Executions between two looks at the map.
    private const int BatchSize = 64;

    // Every so many batches each execution is looked at for itself: how often loops go round is seen only so.
    private const int CountingInterval = 16;

    private readonly GuardedMemory _memory = new(target.MaxLength);
    private readonly Mutator _mutator = new(seed, target.MaxLength, target.Words);
    private readonly List<byte[]> _corpus = [];
    private readonly byte[][] _batch = [.. Enumerable.Range(0, BatchSize).Select(_ => new byte[target.MaxLength])];
    private readonly int[] _lengths = new int[BatchSize];

    /// <summary>Runs for a number of executions or a time, whichever is over first.</summary>
    public void Run(long executions, TimeSpan time)
    {
        long start = Stopwatch.GetTimestamp();
        foreach (byte[] input in target.Seeds.Concat(store.Read(target.Name)))
        {
            byte[] known = input.Length > target.MaxLength ? input[..target.MaxLength] : input;
            // Seeds are all kept: they are few, and each is a place to start from.
            _ = Reaches(known);
            _corpus.Add(known);
        }
        Publish();
        for (int batch = 0; state.Executions < executions && Stopwatch.GetElapsedTime(start) < time; batch++)
        {
            for (int i = 0; i < BatchSize; i++)
            {
                _lengths[i] = _mutator.Mutate(Pick(), Pick(), _batch[i]);
            }
            if (batch % CountingInterval == 0)
            {
                KeepNew();
            }
            else
            {
                coverage.Clear();
                for (int i = 0; i < BatchSize; i++)
                {
                    Execute(_batch[i].AsSpan(0, _lengths[i]));
                }
                if (coverage.HasNewEdge())
                {
                    KeepNew();
                }
            }
            Publish();
        }
        state.ClearInput();
    }

    private byte[] Pick()
    {
        // Newer ones more often: they are at the border of what is known.
        int count = _corpus.Count;
        int index = _mutator.Next(2) == 0 ? _mutator.Next(count) : count - 1 - _mutator.Next(Math.Min(count, 16));
        return _corpus[index];
    }

    private void KeepNew()
    {
        for (int i = 0; i < BatchSize; i++)
        {
            ReadOnlySpan<byte> input = _batch[i].AsSpan(0, _lengths[i]);
            if (Reaches(input))
            {
                byte[] kept = input.ToArray();
                _corpus.Add(kept);
                store.Write(target.Name, kept);
            }
        }
    }

    private bool Reaches(ReadOnlySpan<byte> input)
    {
        coverage.Clear();
        Execute(input);
        return coverage.Merge();
    }

    private void Execute(ReadOnlySpan<byte> input)
    {
        state.SetInput(input);
        CoverageMap.ResetLocation();
        try
        {
            target.Run(_memory.AtEnd(input));
        }
        catch (Exception e)
        {
            state.Findings += findings.Add(target.Name, input, e) ? 1 : 0;
        }
        state.Executions++;
    }

    private void Publish()
    {
        state.CorpusSize = _corpus.Count;
        state.Edges = coverage.EdgeCount;
    }
}
