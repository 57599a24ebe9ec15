namespace DpdkSharp.Analyzers.Ownership;

/// <summary>What is known of a value on one path.</summary>
internal readonly struct FlowValue : IEquatable<FlowValue>
{
    public static readonly FlowValue Unknown;
    public static readonly FlowValue True = new(FlowValueKind.True);
    public static readonly FlowValue False = new(FlowValueKind.False);

    private FlowValue(FlowValueKind kind, int id = 0)
    {
        Kind = kind;
        Id = id;
    }

    public FlowValueKind Kind { get; }

    /// <summary>The packet or burst that it is about.</summary>
    public int Id { get; }

    public bool IsTrue => Kind == FlowValueKind.True;

    public bool IsFalse => Kind == FlowValueKind.False;

    public static FlowValue Bool(bool value) => value ? True : False;

    public static FlowValue Of(FlowValueKind kind, int id = 0) => new(kind, id);

    public bool Equals(FlowValue other) => Kind == other.Kind && Id == other.Id;

    public override bool Equals(object? obj) => obj is FlowValue other && Equals(other);

    public override int GetHashCode() => ((int)Kind * 397) ^ Id;
}
