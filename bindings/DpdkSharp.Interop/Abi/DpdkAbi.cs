namespace DpdkSharp.Interop;

/// <summary>A DPDK release line that the raw layer was generated for.</summary>
/// <param name="Version">The LTS version: 22.11.</param>
/// <param name="Number">Its ABI, the number in the libraries' names (librte_eal.so.23).</param>
public readonly record struct DpdkAbi(string Version, int Number)
{
    /// <inheritdoc/>
    public override string ToString() => $"DPDK {Version} (ABI {Number})";
}
