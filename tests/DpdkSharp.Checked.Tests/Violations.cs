namespace DpdkSharp.Checked.Tests;

/// <summary>What the checked mode says of a mistake.</summary>
internal static class Violations
{
    /// <summary>Does something that must be found, and returns its message.</summary>
    public static string Of(PacketViolation violation, Action mistake)
    {
        var e = Assert.Throws<PacketOwnershipException>(mistake);
        Assert.Equal(violation, e.Violation);
        return e.Steady();
    }
}
