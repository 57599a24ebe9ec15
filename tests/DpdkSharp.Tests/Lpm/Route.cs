using CsCheck;
using DpdkSharp.Headers;

namespace DpdkSharp.Tests.Routing;

/// <summary>A route as a model keeps it, of either address family: IPv4 addresses are the upper 32 bits.</summary>
internal readonly record struct Route(UInt128 Prefix, int Depth, uint NextHop)
{
    /// <summary>The next hop of the longest route that matches, by looking at all of them.</summary>
    public static uint? Lookup(IEnumerable<Route> routes, UInt128 address) =>
        routes.Where(r => (address & Mask(r.Depth)) == r.Prefix).OrderByDescending(static r => r.Depth).Select(static r => (uint?)r.NextHop).FirstOrDefault();

    public static UInt128 Mask(int depth) => depth == 0 ? 0 : UInt128.MaxValue << (128 - depth);

    public static UInt128 Number(Ipv4Address address) => (UInt128)address.Value << 96;

    public static UInt128 Number(Ipv6Address address) => new(address.High, address.Low);

    public static Ipv4Address Ipv4(UInt128 number) => new((uint)(number >> 96));

    public static Ipv6Address Ipv6(UInt128 number) => new((ulong)(number >> 64), (ulong)number);

    /// <summary>
    /// Addresses that lie close to each other, so that routes overlap and cover each other. None starts with a set bit: rte_fib of 22.11 goes wrong over
    /// routes that fill the end of the address space (docs/limitations.md).
    /// </summary>
    public static Gen<UInt128> Addresses(int bits) =>
        Gen.Select(Gen.OneOf(0x0A00_0000u, 0x0A01_0000u, 0x6412_0000u), Gen.OneOf(0u, 0x00FF_0000u, 0x0000_0101u), Gen.ULong[0, 3], Gen.ULong[0, 300])
            .Select((high, low, middle, tail) => bits == 32
                ? (UInt128)(high | (low & 0xFFFF) | (uint)tail) << 96
                : ((UInt128)(high | low) << 96) | ((UInt128)middle << 62) | tail);

    /// <summary>What is done to a table: a route is added, or deleted when its next hop is null.</summary>
    public static Gen<List<(UInt128 Prefix, int Depth, uint? NextHop)>> Changes(int bits, int leastDepth, uint mostNextHop) =>
        Gen.Select(Addresses(bits), Gen.OneOf(Gen.Int[leastDepth, bits], Gen.OneOf(bits, bits - 1, bits / 2, 24, 23, 25)), Gen.UInt[0, mostNextHop], Gen.Int[0, 3])
            .Select(static (address, depth, hop, kind) => (address & Mask(depth), depth, kind == 0 ? (uint?)null : hop))
            .List[1, 60];

    /// <summary>Applies a change to a model.</summary>
    /// <returns>Whether there was such a route before.</returns>
    public static bool Apply(List<Route> model, UInt128 prefix, int depth, uint? nextHop)
    {
        bool there = model.RemoveAll(r => r.Prefix == prefix && r.Depth == depth) > 0;
        if (nextHop is { } hop)
        {
            model.Add(new Route(prefix, depth, hop));
        }
        return there;
    }
}
