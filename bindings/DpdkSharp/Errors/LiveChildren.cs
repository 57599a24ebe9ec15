namespace DpdkSharp;

/// <summary>The objects that live on another one, by name: a parent that is disposed first would leave them hanging.</summary>
internal sealed class LiveChildren(string parent)
{
    private readonly Lock _lock = new();
    private readonly List<string> _names = [];

    public void Add(string child)
    {
        lock (_lock)
        {
            _names.Add(child);
        }
    }

    /// <returns>False when there is one of that name already.</returns>
    public bool TryAdd(string child)
    {
        lock (_lock)
        {
            if (_names.Contains(child))
            {
                return false;
            }
            _names.Add(child);
            return true;
        }
    }

    public void Remove(string child)
    {
        lock (_lock)
        {
            _names.Remove(child);
        }
    }

    /// <summary>Throws when a child is still there, and names it.</summary>
    public void ThrowIfAny()
    {
        lock (_lock)
        {
            if (_names.Count > 0)
            {
                throw new InvalidOperationException(
                    $"{parent} cannot be disposed while {string.Join(", ", _names)} {(_names.Count == 1 ? "is" : "are")} in use. Dispose of what was created last first.");
            }
        }
    }
}
