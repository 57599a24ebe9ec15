using DpdkSharp.TestKit;

namespace DpdkSharp.Samples.Tests;

/// <summary>What is wrong with l3fwd's arguments and rule files is one line that says where and what.</summary>
public sealed class L3FwdBadInputTests
{
    [Theory]
    [InlineData("--bogus", "'--bogus'", "Usage: L3Fwd [EAL options] -- -p PORTMASK")]
    [InlineData("--config (0,0,0)", "'-p' is required")]
    [InlineData("-p 3", "'--config' is required")]
    [InlineData("-p 0 --config (0,0,0)", "'0' is no port mask")]
    [InlineData("-p 3 --config (0,0)", "--config: '(0,0)' is no list", "(0,0,1),(1,0,2)")]
    [InlineData("-p 3 --config (0,0,x)", "--config: '(0,0,x)' is no list")]
    [InlineData("-p 3 --config (0,999,0)", "is no list")]
    [InlineData("-p 3 --config (0,0,0) --lookup best", "'best' is none of lpm, em, fib, acl")]
    [InlineData("-p 3 --config (0,0,0) --alg magic", "'magic' is none of scalar, sse, avx2")]
    [InlineData("-p 3 --config (0,0,0) --max-pkt-len 63", "'63' is not a number from 64 to 9600")]
    [InlineData("-p 3 --config (0,0,0) --hash-entry-num 7", "'7' is not a hexadecimal number")]
    [InlineData("-p 3 --config (0,0,0) --eth-dest 1", "'1' is no port with an address")]
    [InlineData("-p 3 --config (0,0,0) --eth-dest 1,02:00", "'1,02:00' is no port with an address")]
    [InlineData("-p 3 --config (0,0,0) --mode eventdev", "--mode eventdev is not ported")]
    [InlineData("-p 3 --config (0,0,0) --mode best", "'best' is not poll")]
    [InlineData("-p 3 --config (0,0,0) --lookup acl", "--lookup acl has no default rules", "--rule_ipv4")]
    [InlineData("-p 3 --config (0,0,0) --rule_ipv4 /nonesuch/rules", "the rule file cannot be read", "/nonesuch/rules")]
    public void Wrong_arguments_are_told_before_EAL_starts(string arguments, string what, string help = "")
    {
        var result = Run(arguments.Split(' '));

        BadInputTests.AssertOnlyLine("l3fwd", result, what, help);
        Assert.Empty(result.StandardOutput);
    }

    [Theory]
    [InlineData("lpm", "R10.0.0.0/8 1\nX10.0.0.0/8 1\n", "line 2: 'X10.0.0.0/8 1' does not begin with 'R'")]
    [InlineData("lpm", "@10.0.0.0/8 1\n", "line 1: '@10.0.0.0/8 1' does not begin with 'R'")]
    [InlineData("lpm", "R10.0.0.0 1\n", "line 1: '10.0.0.0' is no network with prefix length", "(R10.0.0.0 1)")]
    [InlineData("lpm", "R10.0.0.0/33 1\n", "'33' is no prefix length: a number from 1 to 32")]
    [InlineData("lpm", "R0.0.0.0/0 1\n", "'0' is no prefix length: a number from 1 to 32")]
    [InlineData("fib", "R0.0.0.0/33 1\n", "'33' is no prefix length: a number from 0 to 32")]
    [InlineData("fib", "R10.0.0/8 1\n", "'10.0.0' is no IPv4 address")]
    [InlineData("lpm", "R10.0.0.0/8\n", "the port is missing")]
    [InlineData("lpm", "R10.0.0.0/8 1 2\n", "'2' is one field too many")]
    [InlineData("lpm", "R10.0.0.0/8 x\n", "'x' is no port")]
    [InlineData("lpm", "# nothing\n\n", "has no rules")]
    [InlineData("em", "R10.0.0.1 10.0.0.2 80 1000 6\n", "line 1: the port is missing")]
    [InlineData("em", "R10.0.0.1 10.0.0.2 65536 1000 6 1\n", "'65536' is no destination port")]
    [InlineData("em", "R10.0.0.1 10.0.0.2 80 1000 256 1\n", "'256' is no protocol")]
    [InlineData("acl", "R10.0.0.0/8 0.0.0.0/0 5 : 4 0 : 65535 6/0xff 1\n", "'5 : 4' is no range of source ports")]
    [InlineData("acl", "R10.0.0.0/8 0.0.0.0/0 0 - 4 0 : 65535 6/0xff 1\n", "'0 - 4' is no range of source ports")]
    [InlineData("acl", "R10.0.0.0/8 0.0.0.0/0 0 : 4 0 : 65535 6 1\n", "'6' is no protocol with mask")]
    [InlineData("acl", "R10.0.0.0/8 0.0.0.0/0 0 : 4 0 : 65535 6/0xff 9\n", "does not enable port 9")]
    [InlineData("acl", "@10.0.0.0/8 0.0.0.0/0 0 : 4 0 : 65535 6/0xff 1\n", "'1' is one field too many")]
    public void A_wrong_rule_is_told_with_its_line(string lookup, string rules, string what, string line = "")
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("v4.txt", rules);
        var result = Run("-p", "3", "--config", "(0,0,0)", "--lookup", lookup, "--rule_ipv4", file);

        BadInputTests.AssertOnlyLine("l3fwd", result, "v4.txt", what, line.Replace("(", "('", StringComparison.Ordinal).Replace(")", "')", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("-p 7 --config (0,0,L)", "0x7 names ports that are not there")]
    [InlineData("-p 1 --config (1,0,L)", "--config names port 1, which the port mask 0x1 does not enable")]
    [InlineData("-p 3 --config (0,0,999)", "--config names lcore 999, which EAL does not have")]
    [InlineData("-p 3 --config (0,1,L)", "the queues of port 0 are not numbered")]
    [InlineData("-p 3 --config (0,0,L),(0,0,L)", "the queues of port 0 are not numbered")]
    [InlineData("-p 3 --config (0,0,L)", "cannot verify all checksums", "--relax-rx-offload")]
    [InlineData("-p 3 --config (0,0,L) --relax-rx-offload", "does not tell what packets are", "--parse-ptype")]
    public void Arguments_that_do_not_fit_the_devices(string arguments, string what, string help = "") =>
        BadInputTests.AssertLastLine("l3fwd", Run(arguments.Replace("L)", $"{Lcore})", StringComparison.Ordinal).Split(' ')), what, help);

    [Fact]
    public void Help_tells_its_own_options_and_those_of_EAL()
    {
        var result = ChildProcess.Run(SampleProgram.PathOf("L3Fwd"), ["--help"], L2FwdRun.Patience);

        Assert.Equal(0, result.ExitCode);
        foreach (var option in (string[])["--lookup", "--config", "--rule_ipv4", "--rule_ipv6", "--eth-dest", "--max-pkt-len", "--no-numa", "--hash-entry-num", "--ipv6", "--parse-ptype", "--per-port-pool", "--relax-rx-offload", "--disable-rss", "--alg", "--mode", "--file-prefix"])
        {
            Assert.Contains(option, result.StandardOutput, StringComparison.Ordinal);
        }
    }

    private static string Lcore => EalArguments.Isolated(1)[1];

    private static ProcessResult Run(params string[] arguments) =>
        ChildProcess.Run(SampleProgram.PathOf("L3Fwd"), [.. EalArguments.Isolated(1, "net_null0", "net_null1"), "--", .. arguments], L2FwdRun.Patience);
}
