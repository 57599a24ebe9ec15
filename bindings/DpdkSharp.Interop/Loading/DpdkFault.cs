namespace DpdkSharp.Interop;

/// <summary>A file of DPDK, or of the C shim, that cannot be used.</summary>
/// <param name="Path">The file.</param>
/// <param name="Reason">Why: a part of a sentence, without a full stop.</param>
public readonly record struct DpdkFault(string Path, string Reason)
{
    /// <summary>The libraries that the file needs and that are not there; none when something else is wrong with it.</summary>
    public IReadOnlyList<string> Missing { get => field ?? []; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Path}: {Reason}";
}
