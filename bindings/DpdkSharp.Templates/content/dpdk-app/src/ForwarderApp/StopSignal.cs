using System.Runtime.InteropServices;

namespace ForwarderApp;

/// <summary>Turns SIGINT and SIGTERM into a flag that poll loops read: cheap enough for every burst.</summary>
public sealed class StopSignal : IDisposable
{
    private readonly PosixSignalRegistration[] _registrations;
    private volatile bool _requested;

    public StopSignal() =>
        _registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal), PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal)];

    /// <summary>True once the program is to end.</summary>
    public bool IsRequested => _requested;

    /// <summary>Does what a signal does.</summary>
    public void Request() => _requested = true;

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
        {
            registration.Dispose();
        }
    }

    private void OnSignal(PosixSignalContext context)
    {
        // The program ends by itself, in order: the signal must not end it at once.
        context.Cancel = true;
        Request();
    }
}
