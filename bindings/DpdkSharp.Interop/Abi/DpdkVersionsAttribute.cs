namespace DpdkSharp.Interop;

/// <summary>Names the DPDK versions that have a declaration, where not all supported ones do.</summary>
[AttributeUsage(AttributeTargets.All)]
public class DpdkVersionsAttribute(params string[] versions) : Attribute
{
    /// <summary>The versions: 24.11, 25.11.</summary>
    public IReadOnlyList<string> Versions { get; } = versions;
}
