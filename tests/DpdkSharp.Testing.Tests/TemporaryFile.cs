namespace DpdkSharp.Testing.Tests;

/// <summary>A file that is gone afterwards.</summary>
internal sealed class TemporaryFile : IDisposable
{
    public string Path { get; } = System.IO.Path.GetTempFileName();

    public void Dispose() => File.Delete(Path);
}
