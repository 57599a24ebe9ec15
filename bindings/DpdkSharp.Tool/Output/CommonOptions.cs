using System.CommandLine;

namespace DpdkSharp.Tool.Output;

/// <summary>Options that mean the same wherever they stand.</summary>
internal static class CommonOptions
{
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
