namespace DpdkSharp.Analyzers.Ownership;

/// <summary>A packet on one path.</summary>
internal readonly struct TrackedPacket(PacketOwner owner, int ownerId = 0, string how = "", int line = 0) : IEquatable<TrackedPacket>
{
    public PacketOwner Owner { get; } = owner;

    /// <summary>The burst, or the packet at the head of the chain.</summary>
    public int OwnerId { get; } = ownerId;

    /// <summary>How it went: "freed", "sent".</summary>
    public string How { get; } = how;

    /// <summary>Where it went.</summary>
    public int Line { get; } = line;

    public bool Equals(TrackedPacket other) => Owner == other.Owner && OwnerId == other.OwnerId && How == other.How && Line == other.Line;

    public override bool Equals(object? obj) => obj is TrackedPacket other && Equals(other);

    public override int GetHashCode() => ((int)Owner * 397) ^ OwnerId ^ (Line << 8);
}
