using DpdkSharp.Interop;
using DpdkSharp.TestKit;

namespace DpdkSharp.Fuzz.Tests;

/// <summary>EAL started with arguments that make no sense, a process each: it starts, or there is one line that says why not. Never a crash, never a hang.</summary>
public sealed class EalStartTests
{
    private const int Count = 16;

    private static readonly string[] s_options =
    [
        "-l", "--lcores", "-c", "-m", "-n", "-r", "--socket-mem", "--main-lcore", "--vdev", "--log-level", "--proc-type", "--iova-mode", "-d", "--allow", "--block",
        "--huge-dir", "--base-virtaddr", "--match-allocations", "--legacy-mem", "--in-memory", "--create-uio-dev", "--vfio-intr", "--syslog", "--trace", "--force-max-simd-bitwidth", "--no-hpet", "--foo", "-Z", "",
    ];

    private static readonly string[] s_values =
    [
        "0", "1", "-1", "0-", "0-1", "0@", "0@0", "(0", "(0-1)@0", "99999", "4294967296", "0x", "0xzz", "", " ", ",", "net_null0", "net_null0,", "net_null0,size=abc", "net_nothing0", "net_ring0,nodeaction=x", "lib.*:debug", "*:9",
        "../x", "auto", "primary", "secondary", "va", "pa", "1,1", "0000:00:00.0", "zz:zz", new('a', 300), "%s%n", "é",
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Count)];

    [Theory, MemberData(nameof(Seeds))]
    public void Arguments_that_make_no_sense_are_refused_in_one_line(int seed)
    {
        var random = new Random(seed);
        List<string> arguments = [.. EalArguments.Isolated(1)];
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            string option = s_options[random.Next(s_options.Length)];
            string value = s_values[random.Next(s_values.Length)];
            arguments.AddRange(random.Next(4) switch { 0 => [option], 1 => [$"{option}={value}"], _ => [option, value] });
        }
        ProcessResult result = ChildProcess.Run(SampleProgram.PathOf("HelloWorld"), arguments, TimeSpan.FromSeconds(30));

        string what = $"{string.Join(' ', arguments)}: exit code {result.ExitCode}\n{result.StandardOutput}{result.StandardError}";
        // 25.11 ends the process itself on arguments that it cannot read, with -EINVAL: the line is then all that there is.
        bool endedByEal = DpdkRuntime.Abi!.Value.Version == "25.11" && result.ExitCode == 256 - 22;
        Assert.True(result.ExitCode is 0 or 1 || endedByEal, what);
        Assert.DoesNotContain("Unhandled", result.StandardError, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", result.StandardError, StringComparison.Ordinal);
        if (result.ExitCode == 0)
        {
            Assert.Contains("hello from core", result.StandardOutput, StringComparison.Ordinal);
        }
        else
        {
            Assert.True(result.StandardError.Split('\n').Any(l => l.StartsWith(endedByEal ? "EAL could not start with the arguments: " : "helloworld: ", StringComparison.Ordinal) && l.Length > 30), what);
        }
    }
}
