namespace DpdkSharp.Analyzers.Ownership;

/// <summary>A burst on one path.</summary>
internal readonly struct TrackedBurst(BurstContent content, int storage) : IEquatable<TrackedBurst>
{
    public BurstContent Content { get; } = content;

    /// <summary>The variable that holds its storage; -1 when it has none of its own.</summary>
    public int Storage { get; } = storage;

    public TrackedBurst With(BurstContent content) => new(content, Storage);

    public bool Equals(TrackedBurst other) => Content == other.Content && Storage == other.Storage;

    public override bool Equals(object? obj) => obj is TrackedBurst other && Equals(other);

    public override int GetHashCode() => ((int)Content * 397) ^ Storage;
}
