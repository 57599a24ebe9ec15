namespace DpdkSharp.TestKit;

/// <summary>A program that has ended.</summary>
/// <param name="ExitCode">Its exit code; 128 + N when signal N ended it.</param>
/// <param name="StandardOutput">All it wrote there.</param>
/// <param name="StandardError">All it wrote there.</param>
public sealed record ProcessResult(int ExitCode, string StandardOutput, string StandardError);
