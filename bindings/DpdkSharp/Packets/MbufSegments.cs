namespace DpdkSharp;

/// <summary>The segments of a chained packet, for <c>foreach</c>.</summary>
public ref struct MbufSegments
{
    private Mbuf _next;

    internal MbufSegments(Mbuf first)
    {
        _next = first;
    }

    /// <summary>The segment that <see cref="MoveNext"/> went to.</summary>
    public Mbuf Current { readonly get; private set; }

    /// <summary>This itself.</summary>
    /// <returns>The enumerator.</returns>
    public readonly MbufSegments GetEnumerator() => this;

    /// <summary>Goes to the next segment.</summary>
    /// <returns>False at the end of the chain.</returns>
    public bool MoveNext()
    {
        if (_next.IsNull)
        {
            return false;
        }
        Current = _next;
        _next = _next.Next;
        return true;
    }
}
