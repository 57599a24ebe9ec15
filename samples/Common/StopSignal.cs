using System.Runtime.InteropServices;

namespace DpdkSharp.Samples;

/// <summary>Turns SIGINT and SIGTERM into a flag that poll loops read: cheap enough for every burst.</summary>
public sealed class StopSignal : IDisposable
{
    private readonly PosixSignalRegistration[] _registrations;
    private readonly CancellationTokenSource _source = new();
    private volatile bool _requested;

    public StopSignal()
    {
        _registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }.Select(signal => PosixSignalRegistration.Create(signal, OnSignal))];
    }

    /// <summary>True once a signal came.</summary>
    public bool IsRequested => _requested;

    /// <summary>The same as a token, for what waits.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Does what a signal does.</summary>
    public void Request()
    {
        _requested = true;
        _source.Cancel();
    }

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
        {
            registration.Dispose();
        }
        _source.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        // The program ends by itself, in order: the signal must not end it at once.
        context.Cancel = true;
        if (_requested)
        {
            return;
        }
        Console.WriteLine($"\n\nSignal {(context.Signal == PosixSignal.SIGINT ? 2 : 15)} received, preparing to exit...");
        Request();
    }
}
