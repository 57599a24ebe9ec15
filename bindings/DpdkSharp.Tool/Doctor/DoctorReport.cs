namespace DpdkSharp.Tool.Doctor;

/// <summary>The answer of <c>doctor --json</c>.</summary>
/// <param name="Status">The worst of the findings.</param>
/// <param name="Findings">All of them, in the order in which they are shown.</param>
internal sealed record DoctorReport(Status Status, IReadOnlyList<Finding> Findings);
