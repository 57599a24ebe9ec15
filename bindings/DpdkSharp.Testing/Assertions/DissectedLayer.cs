namespace DpdkSharp.Testing;

/// <summary>A header of a packet as a person reads it.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Offset">Where it starts, in bytes from the start of the packet.</param>
/// <param name="Length">Its length in bytes.</param>
internal sealed record DissectedLayer(string Name, int Offset, int Length)
{
    /// <summary>Names and values of its fields.</summary>
    public List<(string Name, string Value)> Fields { get; } = [];

    public override string ToString() => $"{Name} (bytes {Offset:D} to {Offset + Length - 1:D})";
}
