namespace DpdkSharp.TestKit;

/// <summary>The <c>ip</c> program of iproute2.</summary>
internal static class IpCommand
{
    public static string Path => Requirements.Program("ip", "iproute2");

    public static string Run(params IReadOnlyList<string> arguments) => ChildProcess.RunChecked(Path, arguments);
}
