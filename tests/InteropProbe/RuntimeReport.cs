namespace DpdkSharp.InteropProbe;

/// <summary>What <c>DpdkRuntime</c> says in a process.</summary>
/// <param name="IsSupported">Of the same name.</param>
/// <param name="NotSupportedReason">Of the same name.</param>
/// <param name="Version">Of the same name, as text.</param>
/// <param name="Abi">The release line that is loaded.</param>
/// <param name="LibraryFolder">Of the same name.</param>
/// <param name="DriverFolder">Of the same name.</param>
/// <param name="ChosenAbi">The release line that constants and layouts follow, loaded or not.</param>
public sealed record RuntimeReport(
    bool IsSupported,
    string? NotSupportedReason,
    string? Version,
    string? Abi,
    string? LibraryFolder,
    string? DriverFolder,
    string ChosenAbi);
