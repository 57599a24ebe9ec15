using System.Reflection;

namespace DpdkSharp.Interop.Tests.Loading;

/// <summary>What a program pays for a raw layer of this size before it has used any of it.</summary>
public sealed class StartUpTests
{
    /// <summary>The most that a record whose layout depends on the version looks up when it is first used: its size, and the offsets of its fields.</summary>
    private const int LargestTable = 100;

    [Theory]
    [InlineData(typeof(Dpdk))]
    [InlineData(typeof(DpdkShim))]
    public void The_class_of_all_functions_and_constants_runs_nothing_when_it_is_first_used(Type type)
    {
        Assert.Null(type.TypeInitializer);
        Assert.DoesNotContain(type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic), static f => !f.IsLiteral);
    }

    [Fact]
    public void No_type_has_much_to_set_up()
    {
        IEnumerable<string> large = typeof(Dpdk).Assembly.GetTypes()
            .Where(static t => t.TypeInitializer is not null)
            .Select(static t => (t.Name, Count: t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).Count(static f => !f.IsLiteral)))
            .Where(static t => t.Count > LargestTable)
            .Select(static t => $"{t.Name}: {t.Count} static fields");

        Assert.Empty(large);
    }
}
