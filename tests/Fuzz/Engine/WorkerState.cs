using System.IO.MemoryMappedFiles;

namespace DpdkSharp.Fuzz;

/// <summary>
/// What a worker tells the supervisor by a file that both have mapped: how far it is, and the input that it is at, which outlives its death.
/// </summary>
internal sealed unsafe class WorkerState : IDisposable
{
    public const int MaxInput = 64 * 1024;

    private const int InputAt = 4096;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _memory;

    public WorkerState(string path)
    {
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.OpenOrCreate, null, InputAt + MaxInput);
        _view = _file.CreateViewAccessor();
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _memory);
    }

    public ref long Executions => ref ((long*)_memory)[0];

    public ref long Edges => ref ((long*)_memory)[1];

    public ref long CorpusSize => ref ((long*)_memory)[2];

    public ref long Findings => ref ((long*)_memory)[3];

    /// <summary>The input that is being run; its length is negative while none is.</summary>
    public byte[]? Input => ((int*)_memory)[8] is >= 0 and <= MaxInput and int length ? new Span<byte>(_memory + InputAt, length).ToArray() : null;

    public void SetInput(ReadOnlySpan<byte> input)
    {
        input.CopyTo(new Span<byte>(_memory + InputAt, MaxInput));
        ((int*)_memory)[8] = input.Length;
    }

    public void ClearInput() => ((int*)_memory)[8] = -1;

    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }
}
