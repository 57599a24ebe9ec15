namespace DpdkSharp.Extensions.Hosting;

/// <summary>The wish to stop: a flag that poll loops read, and a token for what waits.</summary>
internal sealed class StopRequest : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private volatile bool _requested;

    public bool IsRequested => _requested;

    public CancellationToken Token => _source.Token;

    public void Request()
    {
        _requested = true;
        _source.Cancel();
    }

    public void Dispose() => _source.Dispose();
}
