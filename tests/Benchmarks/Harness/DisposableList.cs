using System.Collections;

namespace DpdkSharp.Benchmarks;

/// <summary>What is disposed of together, last one first.</summary>
internal sealed class DisposableList<T> : IEnumerable<T>, IDisposable
    where T : IDisposable
{
    private readonly List<T> _items = [];

    public T Add(T item)
    {
        _items.Add(item);
        return item;
    }

    public IEnumerator<T> GetEnumerator() => _items.GetEnumerator();

    public void Dispose()
    {
        for (int i = _items.Count - 1; i >= 0; i--)
        {
            _items[i].Dispose();
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
