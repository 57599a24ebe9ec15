using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

/// <summary>
/// Names the DPDK versions that have a declaration as one of them has it. For what is written by hand: which versions these are, the
/// generator knows, and one more that is generated for changes nothing in the code.
/// </summary>
/// <param name="version">A version that has it: 25.11.</param>
/// <param name="member">The name in C: that of the member itself.</param>
[AttributeUsage(AttributeTargets.All)]
public sealed class DpdkVersionsLikeAttribute(string version, [CallerMemberName] string member = "")
    : DpdkVersionsAttribute(Abi.VersionsLike(member, version))
{
    /// <summary>The version given.</summary>
    public string Version { get; } = version;

    /// <summary>The name given.</summary>
    public string Member { get; } = member;
}
