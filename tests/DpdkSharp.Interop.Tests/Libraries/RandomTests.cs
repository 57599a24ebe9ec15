using DpdkSharp.Interop.Tests.Inline;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Libraries;

/// <summary>EAL's random numbers.</summary>
public sealed class RandomTests(EalFixture eal)
{
    [Fact]
    public void The_same_seed_gives_the_same_numbers() => eal.Run(() =>
    {
        rte_srand(5);
        ulong[] first = [.. Enumerable.Range(0, 100).Select(static _ => rte_rand())];
        rte_srand(5);
        Assert.Equal(first, Enumerable.Range(0, 100).Select(static _ => rte_rand()));
        rte_srand(6);
        Assert.NotEqual(first[0], rte_rand());
        Assert.Equal(100, first.Distinct().Count());
    });

    /// <summary>Bounds that are powers of two, and others, where some numbers are thrown away so that none is likelier.</summary>
    [Theory]
    [InlineData(0ul)]
    [InlineData(1ul)]
    [InlineData(2ul)]
    [InlineData(3ul)]
    [InlineData(7ul)]
    [InlineData(8ul)]
    [InlineData(1000ul)]
    [InlineData((1ul << 32) + 1)]
    [InlineData(1ul << 63)]
    [InlineData(ulong.MaxValue)]
    public void Numbers_stay_below_their_bound(ulong bound) => eal.Run(() =>
    {
        var seen = new HashSet<ulong>();
        for (int i = 0; i < 20_000; i++)
        {
            ulong number = rte_rand_max(bound);
            Assert.True(number < bound || (bound == 0 && number == 0));
            seen.Add(number);
            Assert.InRange(rte_drand(), 0.0, 1.0 - (1.0 / (1ul << 53)));
        }

        Assert.True(bound > 1000 ? seen.Count > 19_990 : seen.Count == (int)Math.Max(bound, 1));
    });
}
