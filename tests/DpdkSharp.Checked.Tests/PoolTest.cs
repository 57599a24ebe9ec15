namespace DpdkSharp.Checked.Tests;

/// <summary>A test with pools, which are disposed when it has ended: then everything must be back in them, and as it was.</summary>
public abstract class PoolTest : IDisposable
{
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        TestPool.DisposeAll();
    }
}
