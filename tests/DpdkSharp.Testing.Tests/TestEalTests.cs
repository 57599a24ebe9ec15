using DpdkSharp.Testing.Xunit;
using DpdkSharp.TestKit;

namespace DpdkSharp.Testing.Tests;

/// <summary>EAL for tests: once a process, for an ordinary user, leaving nothing behind.</summary>
public sealed class TestEalTests(EalFixture eal)
{
    private static readonly string[] s_runtimeFolders = ["/tmp/dpdk", "/var/run/dpdk"];

    [Fact]
    public void There_is_one_a_process() =>
        Assert.Contains("twice", Assert.Throws<InvalidOperationException>(() => TestEal.Start()).Message, StringComparison.Ordinal);

    [Fact]
    public void Steps_run_on_the_main_lcore_and_their_exceptions_come_back()
    {
        Assert.Equal(eal.Eal.MainLcore.Id, eal.Run(() => Lcore.CurrentId));
        Assert.Equal(7, eal.Run(() => eal.Run(() => 7)));
        Assert.Equal("so", Assert.Throws<FormatException>(() => eal.Run(() => throw new FormatException("so"))).Message);
    }

    [Fact]
    public void What_EAL_logs_is_kept()
    {
        EalLog.Write(EalLogLevel.Warning, "a word of the test");
        Assert.Contains(eal.Messages, static m => m.Message.Contains("a word of the test", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("0", new[] { 0 })]
    [InlineData("0-3,8\n", new[] { 0, 1, 2, 3, 8 })]
    [InlineData("\t2,4-5", new[] { 2, 4, 5 })]
    public void Lists_of_CPUs_are_read(string list, int[] cpus) => Assert.Equal(cpus, AllowedCpus.Parse(list));

    [Fact]
    public void More_lcores_than_CPUs_share_them()
    {
        EalOptions options = TestEal.CreateOptions(lcores: 1000);
        Assert.StartsWith($"0@{AllowedCpus.Read()[0]},", options.Lcores, StringComparison.Ordinal);
        Assert.Contains(",999@", options.Lcores, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => TestEal.CreateOptions(lcores: 0));
    }

    [Fact]
    public void Tests_run_with_the_checked_mode_on()
    {
        ProcessResult result = ChildProcess.Run(
            Requirements.Program("env", "coreutils"),
            ["DPDKSHARP_CHECKED=1", Environment.ProcessPath!, "-noColor", "-noLogo", "-class", typeof(TestPortTests).FullName!, "-class", typeof(PacketLeakCheckTests).FullName!],
            TimeSpan.FromSeconds(60));

        Assert.True(result.ExitCode == 0, result.StandardOutput + result.StandardError);
    }

    /// <summary>The tests of ports and leaks, run again by a user who may do nothing: no huge pages, no devices, no files outside the folder for temporary ones.</summary>
    [Fact]
    public void An_ordinary_user_runs_tests()
    {
        Requirements.Root("to become an ordinary user");
        string[] before = Folders();
        using var copy = new OpenCopy(Environment.ProcessPath!);

        ProcessResult result = ChildProcess.Run(
            Requirements.Program("setpriv", "util-linux"),
            ["--reuid=65534", "--regid=65534", "--clear-groups", "--inh-caps=-all", "--bounding-set=-all", "--no-new-privs",
                "env", "-C", "/", "-u", "XDG_RUNTIME_DIR", "HOME=/tmp", copy.Program, "-noColor", "-noLogo", "-class", typeof(TestPortTests).FullName!, "-class", typeof(PacketLeakCheckTests).FullName!],
            TimeSpan.FromSeconds(60));

        Assert.True(result.ExitCode == 0, result.StandardOutput + result.StandardError);
        Assert.Contains("Failed: 0", result.StandardOutput, StringComparison.Ordinal);
        Assert.Equal<string[]>(before, Folders());

        static string[] Folders() => [.. s_runtimeFolders.Where(Directory.Exists).SelectMany(Directory.GetDirectories).Where(static f => f.Contains("dpdksharp", StringComparison.Ordinal))];
    }
}
