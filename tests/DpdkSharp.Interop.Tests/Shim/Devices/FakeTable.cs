using System.Runtime.InteropServices;

namespace DpdkSharp.Interop.Tests.Shim.Devices;

/// <summary>
/// A place in a table of DPDK's that drivers fill, one that no device of this process has, filled with functions that write down how they are called.
/// What was there before comes back when it is disposed.
/// </summary>
internal abstract unsafe class FakeTable : IDisposable
{
    /// <summary>The queues, ports or channels that a device has here.</summary>
    internal const int QueueCount = 8;

    private readonly byte* _place;
    private readonly byte[] _before;

    protected FakeTable(void* place, int size)
    {
        _place = (byte*)place;
        _before = new Span<byte>(place, size).ToArray();
        Queues = (void**)NativeMemory.AllocZeroed(QueueCount, (nuint)sizeof(void*));
    }

    /// <summary>What the driver has for each queue.</summary>
    protected void** Queues { get; }

    /// <summary>The place itself, which calls leave as it is.</summary>
    internal void AddTo(Memory memory) => memory.Add(_place, _before.Length);

    /// <summary>Puts the device into any state that it may be in when a program calls it.</summary>
    internal virtual void Vary(Random random)
    {
        for (int i = 0; i < QueueCount; i++)
        {
            Queues[i] = (void*)random.NextInt64();
        }
    }

    public virtual void Dispose()
    {
        _before.CopyTo(new Span<byte>(_place, _before.Length));
        NativeMemory.Free(Queues);
    }
}
