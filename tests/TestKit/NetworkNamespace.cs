namespace DpdkSharp.TestKit;

/// <summary>A network namespace of its own with a loopback device, gone with all that runs in it when disposed. Needs root.</summary>
public sealed class NetworkNamespace : IDisposable
{
    private NetworkNamespace(string name) => Name = name;

    /// <summary>Its name, as <c>ip netns</c> knows it.</summary>
    public string Name { get; }

    // Not "ip netns exec" nor "ip -n": these remount /sys, which fails in a root file system that is no mount point.
    private string Inside => $"--net=/run/netns/{Name}";

    /// <summary>Makes a namespace.</summary>
    public static NetworkNamespace Create()
    {
        Requirements.Root("a network namespace");
        var name = UniqueName.Next("ns");
        IpCommand.Run("netns", "add", name);
        var created = new NetworkNamespace(name);
        created.Ip("link", "set", "lo", "up");
        return created;
    }

    /// <summary>Runs <c>ip</c> in the namespace and gives what it wrote.</summary>
    public string Ip(params IReadOnlyList<string> arguments) => Run(IpCommand.Path, arguments);

    /// <summary>Runs a program in the namespace; it has to succeed. Gives what it wrote to standard output.</summary>
    public string Run(string program, params IReadOnlyList<string> arguments) =>
        ChildProcess.RunChecked(Requirements.Program("nsenter", "util-linux"), [Inside, program, .. arguments]);

    /// <summary>Starts a program in the namespace.</summary>
    public ChildProcess Start(string program, params IReadOnlyList<string> arguments) =>
        ChildProcess.Start(Requirements.Program("nsenter", "util-linux"), [Inside, program, .. arguments]);

    /// <inheritdoc/>
    public void Dispose()
    {
        // A process in it would keep the namespace, and its devices, alive.
        foreach (var id in IpCommand.Run("netns", "pids", Name).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            _ = NativeMethods.kill(int.Parse(id), 9);
        }

        IpCommand.Run("netns", "delete", Name);
    }
}
