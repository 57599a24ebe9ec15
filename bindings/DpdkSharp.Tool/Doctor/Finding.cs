namespace DpdkSharp.Tool.Doctor;

/// <summary>One line of the examination.</summary>
/// <param name="Section">What it belongs to: "Huge pages".</param>
/// <param name="Check">A name for scripts, which stays the same: hugepages.reserved.</param>
/// <param name="Status">How it is.</param>
/// <param name="Message">What was seen.</param>
/// <param name="Mend">The command that mends it, or what to do; null when nothing is to be done.</param>
internal sealed record Finding(string Section, string Check, Status Status, string Message, string? Mend = null)
{
    public static Finding Ok(string section, string check, string message) => new(section, check, Status.Ok, message);

    public static Finding Warning(string section, string check, string message, string mend) => new(section, check, Status.Warning, message, mend);

    public static Finding Problem(string section, string check, string message, string mend) => new(section, check, Status.Problem, message, mend);
}
