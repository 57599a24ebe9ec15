using System.Diagnostics.Metrics;

namespace DpdkSharp.Extensions.Hosting;

/// <summary>
/// What is measured. Reading and removing exclude each other, so that what was removed can be disposed: a port that is closed while another thread reads its
/// counters is a crash.
/// </summary>
internal sealed class ObservedSet<T>
    where T : class
{
    private readonly List<T> _observed = [];

    public IDisposable Add(T item)
    {
        ArgumentNullException.ThrowIfNull(item);
        lock (_observed)
        {
            _observed.Add(item);
        }
        return new Observation(this, item);
    }

    /// <summary>The measurements of all that is observed. A device that is gone has none; the others do not suffer.</summary>
    public IReadOnlyList<Measurement<long>> Read(Func<T, Measurement<long>[]> measure)
    {
        var result = new List<Measurement<long>>();
        lock (_observed)
        {
            foreach (T item in _observed)
            {
                try
                {
                    result.AddRange(measure(item));
                }
                catch (Exception e) when (e is DpdkException or ObjectDisposedException)
                {
                    continue;
                }
            }
        }
        return result;
    }

    private sealed class Observation(ObservedSet<T> set, T item) : IDisposable
    {
        public void Dispose()
        {
            lock (set._observed)
            {
                _ = set._observed.Remove(item);
            }
        }
    }
}
