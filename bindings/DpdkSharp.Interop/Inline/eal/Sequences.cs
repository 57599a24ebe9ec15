namespace DpdkSharp.Interop;

/// <summary>What the iteration macros over numbered devices walk: <c>foreach (short dev in RTE_DMA_FOREACH_DEV())</c>. Nothing is allocated.</summary>
public readonly unsafe struct rte_id_sequence
{
    private readonly delegate*<int, nint, int> _next;
    private readonly nint _context;
    private readonly int _before;

    /// <param name="next">The first number after the one given; negative when there is none.</param>
    /// <param name="context">Handed to <paramref name="next"/>.</param>
    /// <param name="before">The number before the first.</param>
    internal rte_id_sequence(delegate*<int, nint, int> next, nint context = 0, int before = -1)
    {
        _next = next;
        _context = context;
        _before = before;
    }

    public Enumerator GetEnumerator() => new(_next, _context, _before);

    public struct Enumerator
    {
        private readonly delegate*<int, nint, int> _next;
        private readonly nint _context;

        internal Enumerator(delegate*<int, nint, int> next, nint context, int before)
        {
            _next = next;
            _context = context;
            Current = before;
        }

        public int Current { get; private set; }

        public bool MoveNext()
        {
            Current = _next(Current, _context);
            return Current >= 0;
        }
    }
}

/// <summary>What the iteration macros over records walk: <c>foreach (rte_device* dev in RTE_DEV_FOREACH(…))</c>. Nothing is allocated.</summary>
public readonly unsafe struct rte_pointer_sequence<T>
    where T : unmanaged
{
    private readonly delegate*<T*, nint, T*> _next;
    private readonly nint _context;

    /// <param name="next">The record after the one given, the first one after null; null when there is none.</param>
    /// <param name="context">Handed to <paramref name="next"/>.</param>
    internal rte_pointer_sequence(delegate*<T*, nint, T*> next, nint context)
    {
        _next = next;
        _context = context;
    }

    public Enumerator GetEnumerator() => new(_next, _context);

    public struct Enumerator
    {
        private readonly delegate*<T*, nint, T*> _next;
        private readonly nint _context;

        internal Enumerator(delegate*<T*, nint, T*> next, nint context)
        {
            _next = next;
            _context = context;
        }

        public T* Current { get; private set; }

        public bool MoveNext()
        {
            Current = _next(Current, _context);
            return Current != null;
        }
    }
}
