namespace DpdkSharp.TestKit;

/// <summary>
/// Two Ethernet devices of the kernel joined back to back: what one sends, the other receives. Both are up, quiet (the kernel sends
/// nothing on its own, no IPv6), and offload nothing: what crosses is what a wire would carry. Needs root.
/// </summary>
public sealed class VethPair : IDisposable
{
    private NetworkNamespace? _namespaceOfFirst;

    private VethPair(string first, string second)
    {
        First = first;
        Second = second;
    }

    /// <summary>The device name of one end.</summary>
    public string First { get; }

    /// <summary>The device name of the other end.</summary>
    public string Second { get; }

    /// <summary>Makes a pair in the network namespace of this process.</summary>
    /// <param name="mtu">Of both ends, in bytes.</param>
    public static VethPair Create(int mtu = 1500)
    {
        Requirements.Root("a veth pair");
        var pair = new VethPair(UniqueName.Next("va"), UniqueName.Next("vb"));
        IpCommand.Run("link", "add", pair.First, "type", "veth", "peer", "name", pair.Second);
        try
        {
            foreach (var end in (string[])[pair.First, pair.Second])
            {
                File.WriteAllText($"/proc/sys/net/ipv6/conf/{end}/disable_ipv6", "1");
                ChildProcess.RunChecked(
                    Requirements.Program("ethtool", "ethtool"),
                    "-K", end, "tx", "off", "sg", "off", "tso", "off", "gso", "off", "gro", "off", "rxvlan", "off", "txvlan", "off");
                IpCommand.Run("link", "set", end, "mtu", mtu.ToString(), "up");
            }

            WaitUntilUp(pair.First);
            WaitUntilUp(pair.Second);
            return pair;
        }
        catch
        {
            pair.Dispose();
            throw;
        }
    }

    // The first end has no carrier until the second is up, and the kernel takes its time to say so.
    private static void WaitUntilUp(string end)
    {
        long deadline = Environment.TickCount64 + 5000;
        string state;
        while ((state = File.ReadAllText($"/sys/class/net/{end}/operstate").Trim()) != "up")
        {
            if (Environment.TickCount64 > deadline)
            {
                throw new InvalidOperationException($"{end} is {state} 5 s after it was set up.");
            }

            Thread.Sleep(10);
        }
    }

    /// <summary>Moves an end into a namespace and gives it an IPv4 address; the pair has to be disposed before the namespace.</summary>
    /// <param name="end"><see cref="First"/> or <see cref="Second"/>.</param>
    /// <param name="destination">Where to.</param>
    /// <param name="address">Address and prefix length, e.g. "192.0.2.1/24".</param>
    public void Move(string end, NetworkNamespace destination, string address)
    {
        IpCommand.Run("link", "set", end, "netns", destination.Name);
        if (end == First)
        {
            _namespaceOfFirst = destination;
        }

        destination.Ip("address", "add", address, "dev", end);
        destination.Ip("link", "set", end, "up");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // One end takes the other with it, wherever that is.
        IReadOnlyList<string> delete = ["link", "delete", First];
        _ = _namespaceOfFirst is null ? IpCommand.Run(delete) : _namespaceOfFirst.Ip(delete);
    }
}
