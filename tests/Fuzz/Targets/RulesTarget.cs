using System.Text;
using DpdkSharp.Headers;
using DpdkSharp.Samples;
using DpdkSharp.Samples.L3Fwd;
using DpdkSharp.TestKit;

namespace DpdkSharp.Fuzz;

/// <summary>l3fwd's rule files: rules or one line that says what is wrong. The first byte says which kind of file it is.</summary>
internal sealed class RulesTarget : FuzzTarget
{
    public override string Name => "l3fwd-rules";

    public override IReadOnlyList<string> Words => ["R", "@", "#", "\n", " ", "\t", "/", ":", " : ", "0x", "255", "65535", "65536", "4294967296", "32", "128", "192.0.2.0", "2001:db8::", "0.0.0.0/0", "-1"];

    public override IEnumerable<byte[]> Seeds =>
    [
        .. Directory.EnumerateFiles(Path.Combine(RepositoryPaths.Root, "samples", "L3Fwd", "Examples")).Order(StringComparer.Ordinal).Select(static (f, i) => (byte[])[(byte)i, .. File.ReadAllBytes(f)]),
        [2, .. "R198.51.100.2 192.0.2.1 9 1000 0x11 1\n"u8],
        [3, .. "R2001:db8::2 2001:db8::1 9 1000 17 1\n"u8],
        [4, .. "R192.0.2.0/24 0.0.0.0/0 0 : 65535 80 : 80 6/0xff 1\n@0.0.0.0/0 0.0.0.0/0 0 : 65535 0 : 65535 0x11/0xff\n"u8],
        [5, .. "R2001:db8::/64 ::/0 0 : 65535 0 : 65535 0/0 1\n"u8],
    ];

    public override void Run(Span<byte> input)
    {
        if (input.IsEmpty)
        {
            return;
        }
        string[] lines = Encoding.UTF8.GetString(input[1..]).Split('\n');
        try
        {
            int rules = (input[0] % 6) switch
            {
                0 => RuleFile.Parse("file", lines, static (f, _) => Route<Ipv4Address>.Parse(f, 1, 32), false).Count(static r => Read(r, static (f, _) => Route<Ipv4Address>.Parse(f, 1, 32), $"{r.Network}/{r.Depth} {r.Port}")),
                1 => RuleFile.Parse("file", lines, static (f, _) => Route<Ipv6Address>.Parse(f, 0, 128), false).Count(static r => Read(r, static (f, _) => Route<Ipv6Address>.Parse(f, 0, 128), $"{r.Network}/{r.Depth} {r.Port}")),
                2 => RuleFile.Parse("file", lines, static (f, _) => FlowRoute<Ipv4Address>.Parse(f), false).Count,
                3 => RuleFile.Parse("file", lines, static (f, _) => FlowRoute<Ipv6Address>.Parse(f), false).Count,
                4 => RuleFile.Parse("file", lines, static (f, denies) => AclRule<Ipv4Address>.Parse(f, denies, 32), true).Count(static r => r.Values().Length == 5),
                _ => RuleFile.Parse("file", lines, static (f, denies) => AclRule<Ipv6Address>.Parse(f, denies, 128), true).Count(static r => r.Values().Length == 11),
            };
            Check(rules > 0, "a file without rules is refused");
        }
        catch (UsageException e)
        {
            Check(e.Message.StartsWith("file", StringComparison.Ordinal), "a refusal names the file");
        }
    }

    // A rule that is written as a line is read as the same rule.
    private static bool Read<T>(T rule, Func<RuleFields, bool, T> parse, string line)
        where T : class
    {
        Check(RuleFile.Parse("again", ["R" + line], parse, false)[0].Equals(rule), "a rule that is written is read");
        return true;
    }
}
