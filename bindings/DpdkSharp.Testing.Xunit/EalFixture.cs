namespace DpdkSharp.Testing.Xunit;

/// <summary>
/// EAL for all tests of an assembly, started before the first and ended after the last: <c>[assembly: AssemblyFixture(typeof(EalFixture))]</c>. A test class that
/// needs it takes it as a parameter of its constructor; others use DPDK just so. For other options or devices, derive from it:
/// <c>public sealed class TwoLcores() : EalFixture(TestEal.CreateOptions(lcores: 2));</c>
/// </summary>
public class EalFixture : IDisposable
{
    private readonly TestEal _eal;

    /// <summary>Starts EAL with the options of <see cref="TestEal.CreateOptions"/>.</summary>
    public EalFixture()
        : this(null)
    {
    }

    /// <summary>Starts EAL.</summary>
    /// <param name="options">Options; null for those of <see cref="TestEal.CreateOptions"/>.</param>
    protected EalFixture(EalOptions? options) => _eal = TestEal.Start(options);

    /// <summary>EAL itself.</summary>
    public Eal Eal => _eal.Eal;

    /// <inheritdoc cref="TestEal.Messages"/>
    public IReadOnlyList<(EalLogLevel Level, string Message)> Messages => _eal.Messages;

    /// <inheritdoc cref="TestEal.Run(Action)"/>
    public void Run(Action step) => _eal.Run(step);

    /// <inheritdoc cref="TestEal.Run{T}(Func{T})"/>
    public T Run<T>(Func<T> step) => _eal.Run(step);

    /// <summary>Ends EAL.</summary>
    /// <exception cref="InvalidOperationException">A pool, device or ring is still in use; the message names it.</exception>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends EAL.</summary>
    /// <param name="disposing">True.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _eal.Dispose();
        }
    }
}
