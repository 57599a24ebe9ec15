using System.Collections.Concurrent;
using System.Reflection;
using Xunit.v3;

namespace DpdkSharp.Testing.Xunit;

/// <summary>
/// Checks after each test that it has lost no packet (<see cref="PacketLeakCheck"/>): on an assembly, a class or a test. A test that fails for another reason is
/// reported with both. The check comes before the test's class is disposed of: what the class keeps counts as lost, so that ports with packets on their wire belong into the
/// test itself. Tests of the process must not run at the same time, since the counts are the process' own: <c>[assembly: Parallelization(Mode = ParallelMode.None)]</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NoLostPacketsAttribute : BeforeAfterTestAttribute
{
    // One attribute serves many tests.
    private readonly ConcurrentDictionary<string, PacketLeakCheck> _checks = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        ArgumentNullException.ThrowIfNull(test);
        if (Eal.Current is not null)
        {
            _checks[test.UniqueID] = PacketLeakCheck.Start();
        }
    }

    /// <inheritdoc/>
    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        ArgumentNullException.ThrowIfNull(test);
        // A test that started or ended EAL itself answers for its pools.
        if (_checks.TryRemove(test.UniqueID, out PacketLeakCheck? check) && Eal.Current is not null)
        {
            check.Verify();
        }
    }
}
