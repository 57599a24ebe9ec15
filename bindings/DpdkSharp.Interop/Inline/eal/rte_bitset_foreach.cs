using System.Diagnostics.CodeAnalysis;

namespace DpdkSharp.Interop;

// foreach (nuint bit in RTE_BITSET_FOREACH_SET(bitset, size)). The set may change while it is walked: each step looks anew.
public static unsafe partial class Dpdk
{
    /// <summary>The bits that are set.</summary>
    [Experimental("DPDK0001")]
    public static rte_bitset_sequence RTE_BITSET_FOREACH_SET(ulong* bitset, nuint size) => new(bitset, size, 0, size, set: true);

    /// <summary>The bits that are clear.</summary>
    [Experimental("DPDK0001")]
    public static rte_bitset_sequence RTE_BITSET_FOREACH_CLEAR(ulong* bitset, nuint size) => new(bitset, size, 0, size, set: false);

    /// <summary>The bits that are set among <paramref name="len"/> bits from <paramref name="start_bit"/> on.</summary>
    [Experimental("DPDK0001")]
    public static rte_bitset_sequence RTE_BITSET_FOREACH_SET_RANGE(ulong* bitset, nuint size, nuint start_bit, nuint len) => new(bitset, size, start_bit, len, set: true);

    /// <summary>The bits that are clear among <paramref name="len"/> bits from <paramref name="start_bit"/> on.</summary>
    [Experimental("DPDK0001")]
    public static rte_bitset_sequence RTE_BITSET_FOREACH_CLEAR_RANGE(ulong* bitset, nuint size, nuint start_bit, nuint len) => new(bitset, size, start_bit, len, set: false);

    /// <summary>As <see cref="RTE_BITSET_FOREACH_SET_RANGE"/>; the range goes on at bit 0 behind the last.</summary>
    [Experimental("DPDK0001")]
    public static rte_bitset_sequence RTE_BITSET_FOREACH_SET_WRAP(ulong* bitset, nuint size, nuint start_bit, nuint len) => new(bitset, size, start_bit, len, set: true);

    /// <summary>As <see cref="RTE_BITSET_FOREACH_CLEAR_RANGE"/>; the range goes on at bit 0 behind the last.</summary>
    [Experimental("DPDK0001")]
    public static rte_bitset_sequence RTE_BITSET_FOREACH_CLEAR_WRAP(ulong* bitset, nuint size, nuint start_bit, nuint len) => new(bitset, size, start_bit, len, set: false);
}

/// <summary>What the iteration macros over bit sets walk. Nothing is allocated.</summary>
[Experimental("DPDK0001")]
public readonly unsafe struct rte_bitset_sequence
{
    private readonly ulong* _bits;
    private readonly nuint _size;
    private readonly nuint _start;
    private readonly nuint _length;
    private readonly bool _set;

    internal rte_bitset_sequence(ulong* bits, nuint size, nuint start, nuint length, bool set)
    {
        _bits = bits;
        _size = size;
        _start = start;
        _length = length;
        _set = set;
    }

    public Enumerator GetEnumerator() => new(_bits, _size, _start, _length, _set);

    public struct Enumerator
    {
        private readonly ulong* _bits;
        private readonly nuint _size;
        private readonly bool _set;
        private nuint _from;
        private nuint _left;

        internal Enumerator(ulong* bits, nuint size, nuint start, nuint length, bool set)
        {
            _bits = bits;
            _size = size;
            _set = set;
            _from = start;
            _left = length;
        }

        public nuint Current { get; private set; }

        public bool MoveNext()
        {
            if (_left == 0)
            {
                return false;
            }
            nint found = _set ? Dpdk.rte_bitset_find_set_wrap(_bits, _size, _from, _left) : Dpdk.rte_bitset_find_clear_wrap(_bits, _size, _from, _left);
            if (found < 0)
            {
                _left = 0;
                return false;
            }
            Current = (nuint)found;
            nuint passed = Current >= _from ? Current - _from : _size - _from + Current;
            _left -= passed + 1;
            _from = Current + 1 == _size ? 0 : Current + 1;
            return true;
        }
    }
}
