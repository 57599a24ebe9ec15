using System.CommandLine;

namespace DpdkSharp.Tool.Output;

/// <summary>Options that mean the same wherever they stand, and what options have in common.</summary>
internal static class CommonOptions
{
    /// <summary>Refuses values that the option does not allow.</summary>
    /// <param name="option">The option.</param>
    /// <param name="allowed">Whether a value is.</param>
    /// <param name="error">What the user is told otherwise.</param>
    public static void Check<T>(this Option<T> option, Predicate<T?> allowed, string error) => option.Validators.Add(result =>
    {
        T? value;
        try
        {
            value = result.GetValueOrDefault<T>();
        }
        catch (InvalidOperationException e)
        {
            // No number where one has to be.
            result.AddError(e.Message);
            return;
        }
        if (!allowed(value))
        {
            result.AddError(error);
        }
    });

    /// <summary>--json</summary>
    public static Option<bool> Json() => new("--json") { Description = "Print JSON, for scripts. Its fields are described in docs/tool.md." };

    /// <summary>--root</summary>
    public static Option<DirectoryInfo> Root() => new Option<DirectoryInfo>("--root")
    {
        Description = "Where the machine's /sys, /proc and /dev are: a copy of another machine's, for instance.",
        HelpName = "DIR",
        DefaultValueFactory = static _ => new DirectoryInfo("/"),
    }.AcceptExistingOnly();
}
