using System.Globalization;
using System.Text.RegularExpressions;
using DpdkSharp.TestKit;

namespace DpdkSharp.Faults.Tests;

/// <summary>
/// Traffic with faults (tests/FaultRunner), with the checked mode off and on: no crash, no hang, every packet accounted for. DPDKSHARP_FAULTS=full runs each
/// longer, ends the program at 50 random moments in place of 5, and kills other processes 50 times in place of 3 to 20.
/// </summary>
public sealed class FaultTests
{
    private static readonly bool s_full = Environment.GetEnvironmentVariable("DPDKSHARP_FAULTS") == "full";
    private static readonly string s_program = Path.Combine(RepositoryPaths.Artifacts, "bin", "FaultRunner", RepositoryPaths.Configuration, "FaultRunner");

    public static TheoryData<string, bool> Faults
    {
        get
        {
            var data = new TheoryData<string, bool>();
            foreach (string fault in (string[])["pool-exhausted", "ring-full", "port-stopped", "port-removed", "link-down", "worker-exception", "dispose-order"])
            {
                data.Add(fault, false);
                data.Add(fault, true);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Packets_flow_on_and_none_is_lost(string fault, bool isChecked)
    {
        using ChildProcess run = Start(s_full ? 20 : 3, isChecked, fault);
        ProcessResult result = run.WaitForExit(TimeSpan.FromSeconds(90));

        Assert.True(result.ExitCode == 0, result.StandardError + result.StandardOutput);
        Match summary = Summary(result);
        Assert.Equal("0", summary.Groups["lost"].Value);
        Assert.True(int.Parse(summary.Groups["count"].Value, CultureInfo.InvariantCulture) >= 3, result.StandardOutput);
        Assert.True(double.Parse(summary.Groups["rate"].Value, CultureInfo.InvariantCulture) >= 1, result.StandardOutput);
        Assert.Equal(isChecked ? "on" : "off", summary.Groups["checked"].Value);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_program_that_is_ended_at_any_moment_accounts_for_every_packet(bool isChecked)
    {
        var random = new Random(5);
        for (int i = 0; i < (s_full ? 50 : 5); i++)
        {
            using ChildProcess run = Start(60, isChecked);
            run.WaitForOutput("traffic flows", TimeSpan.FromSeconds(60));
            Thread.Sleep(random.Next(2000));
            run.Terminate();
            ProcessResult result = run.WaitForExit(TimeSpan.FromSeconds(60));
            Assert.True(result.ExitCode == 0, result.StandardError + result.StandardOutput);
            Assert.Equal("0", Summary(result).Groups["lost"].Value);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_clock_may_jump(bool isChecked)
    {
        const int Day = 86_400;
        // The clock of this program alone: what it asks the C library for.
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "+0");
            using ChildProcess run = Start(s_full ? 20 : 5, isChecked, [], new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["LD_PRELOAD"] = Requirements.InstalledFile("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1", "libfaketime"),
                ["FAKETIME_TIMESTAMP_FILE"] = file,
                ["FAKETIME_CACHE_DURATION"] = "1",
                ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1",
                // libfaketime reads the environment whenever a thread asks for the time, and Mellanox drivers add these to it when they are loaded: where they are there already, it stays in its place.
                ["RDMAV_HUGEPAGES_SAFE"] = "1",
                ["MLX5_DEVICE_FATAL_CLEANUP"] = "1",
                ["MLX4_DEVICE_FATAL_CLEANUP"] = "1",
            });
            run.WaitForOutput("traffic flows", TimeSpan.FromSeconds(60));
            Thread.Sleep(1000);
            File.WriteAllText(file, $"+{Day}");
            Thread.Sleep(1500);
            File.WriteAllText(file, $"-{Day}");
            ProcessResult result = run.WaitForExit(TimeSpan.FromSeconds(90));

            Assert.True(result.ExitCode == 0, result.StandardError + result.StandardOutput);
            Match summary = Summary(result);
            Assert.Equal("0", summary.Groups["lost"].Value);
            // It is a day back now, or it has not seen the jumps.
            Assert.InRange(int.Parse(summary.Groups["moved"].Value, CultureInfo.InvariantCulture), -Day - 2, -Day + 2);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_secondary_process_that_is_killed_leaves_no_packet_behind(bool isChecked)
    {
        int kills = s_full ? 50 : 5;
        using var pages = new HugePages(96);
        ProcessResult result = ChildProcess.Run(
            s_program,
            ["-l", "0", "--huge-dir", pages.Folder, "-m", "64", "--no-pci", "--no-telemetry", "--file-prefix", EalArguments.UniqueFilePrefix(), "--", "secondary-killed", kills.ToString(CultureInfo.InvariantCulture)],
            TimeSpan.FromSeconds(300),
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["DPDKSHARP_CHECKED"] = isChecked ? "1" : null });

        Assert.True(result.ExitCode == 0, result.StandardError + result.StandardOutput);
        Assert.Matches(string.Create(CultureInfo.InvariantCulture, $"packets handled=[0-9]{{6,}} lost=0 reclaimed=[1-9][0-9]* secondary-kills={kills}"), result.StandardOutput);
    }

    [Theory]
    [InlineData("memif", 20, false)]
    [InlineData("memif", 3, true)]
    [InlineData("vhost-server", 20, false)]
    [InlineData("vhost-server", 3, true)]
    [InlineData("vhost-client", 5, false)]
    [InlineData("vhost-client", 3, true)]
    [InlineData("virtio-user", 5, false)]
    [InlineData("virtio-user", 3, true)]
    public void A_peer_that_is_killed_again_and_again_leaves_no_packet_behind(string pair, int times, bool isChecked)
    {
        int kills = s_full ? 50 : times;
        ProcessResult result = ChildProcess.Run(
            s_program,
            [
                "--lcores", "0@0,1@0", "--no-huge", "-m", "256", "--no-shconf", "--no-pci", "--no-telemetry", "--file-prefix", EalArguments.UniqueFilePrefix(),
                "--", "peer-killed", kills.ToString(CultureInfo.InvariantCulture), pair,
            ],
            TimeSpan.FromSeconds(300),
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["DPDKSHARP_CHECKED"] = isChecked ? "1" : null });

        Assert.True(result.ExitCode == 0, $"exit code {result.ExitCode}: {result.StandardError}{result.StandardOutput}");
        Assert.Matches(
            string.Create(CultureInfo.InvariantCulture, $"packets handled=[0-9]{{6,}} lost=0 sent=[0-9]{{6,}} dropped-and-counted=[0-9]+ rate=[0-9.]+Mpps peer-kills={kills} checked={(isChecked ? "on" : "off")}"),
            result.StandardOutput);
    }

    private static ChildProcess Start(int seconds, bool isChecked, params IEnumerable<string> faults) => Start(seconds, isChecked, faults, []);

    private static ChildProcess Start(int seconds, bool isChecked, IEnumerable<string> faults, Dictionary<string, string?> environment) => ChildProcess.Start(
        s_program,
        [
            "--lcores", "0@0,1@0,2@1", "--no-huge", "-m", "256", "--no-shconf", "--no-pci", "--no-telemetry", "--file-prefix", EalArguments.UniqueFilePrefix(),
            "--", seconds.ToString(CultureInfo.InvariantCulture), .. faults,
        ],
        new Dictionary<string, string?>(environment, StringComparer.Ordinal) { ["DPDKSHARP_CHECKED"] = isChecked ? "1" : null });

    private static Match Summary(ProcessResult result)
    {
        Match summary = Regex.Match(
            result.StandardOutput, @"packets handled=\d+ lost=(?<lost>-?\d+) dropped-and-counted=\d+ rate=(?<rate>[0-9.]+)Mpps faults=([a-z-]+:(?<count>\d+))?\S* collections=\d+ checked=(?<checked>\w+) wall-clock-moved=(?<moved>-?\d+)s",
            RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        Assert.True(summary.Success, result.StandardOutput + result.StandardError);
        return summary;
    }
}
