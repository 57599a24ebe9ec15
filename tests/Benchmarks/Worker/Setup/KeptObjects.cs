namespace DpdkSharp.Benchmarks.Worker.Setup;

/// <summary>Objects of the safe layer that are made when they are first needed, and kept until the worker ends.</summary>
internal sealed class KeptObjects : IDisposable
{
    private readonly Dictionary<string, IDisposable> _objects = [];

    private KeptObjects()
    {
    }

    public static KeptObjects Instance { get; } = new();

    public T Get<T>(string name, Func<string, T> make)
        where T : IDisposable
    {
        if (!_objects.TryGetValue(name, out IDisposable? kept))
        {
            kept = make(name);
            _objects.Add(name, kept);
        }
        return (T)kept;
    }

    public void Dispose()
    {
        foreach (IDisposable kept in _objects.Values)
        {
            kept.Dispose();
        }
    }
}
