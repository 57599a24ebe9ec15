using DpdkSharp.TestKit;

namespace DpdkSharp.Packages.Tests;

/// <summary>dotnet new dpdk-app and dpdk-test: what they make is built, run and tested at once.</summary>
public sealed class TemplateTests : IDisposable
{
    // The SDK runs without ICU here, and does not know the locales of other packages then.
    private const string NoLocales = "-p:NoWarn=NETSDK1188";

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("dpdksharp-templates-").FullName;
    private readonly string _hive;

    public TemplateTests()
    {
        // They unpack the packages where this looks for them.
        _ = PublishedConsumers.Made;
        _hive = Path.Combine(_folder, "hive");
        ProcessResult config = Script.Run("consumers.sh", "--nuget-config", _folder);
        Assert.True(config.ExitCode == 0, config.StandardError);
        Script.Dotnet(_folder, "new", "install", PackedPackages.FileOf("DpdkSharp.Templates"), "--debug:custom-hive", _hive);
    }

    [Fact]
    public void The_app_builds_without_a_warning_runs_until_SIGTERM_and_passes_its_tests()
    {
        string app = New("dpdk-app", "Edge.Router");
        Script.Dotnet(app, "build", "-c", "Release", "-warnaserror", "-nodeReuse:false", "-p:UseSharedCompilation=false", NoLocales);
        string program = Path.Combine(app, "src", "Edge.Router", "bin", "Release", "net10.0", "Edge.Router");

        using (ChildProcess router = ChildProcess.Start(program, [.. EalArguments.Isolated(2, "net_null0", "net_null1"), "--", "--statistics", "0.5"]))
        {
            router.WaitForOutput("million a second", s_patience);
            router.Terminate();
            ProcessResult result = router.WaitForExit(s_patience);

            Assert.True(result.ExitCode == 0, result.StandardOutput + result.StandardError);
            Assert.Contains("Forwarding on 2 lcores between 2 ports\n", result.StandardOutput, StringComparison.Ordinal);
            Assert.Matches(@"\nDone: [1-9]\d* packets received, [1-9]\d* sent, 0 dropped\n$", result.StandardOutput);
        }
        // A ring comes back to its own port: nothing is in it, so nothing is forwarded, and SIGINT ends it as well.
        using (ChildProcess router = ChildProcess.Start(program, [.. EalArguments.Isolated(1, "net_ring0"), "--", "--port", "0", "--statistics", "0"]))
        {
            router.WaitForOutput("Forwarding on 1 lcores between 1 ports", s_patience);
            router.Interrupt();

            Assert.EndsWith("Done: 0 packets received, 0 sent, 0 dropped\n", router.WaitForExit(s_patience).StandardOutput, StringComparison.Ordinal);
        }
        ProcessResult wrong = ChildProcess.Run(program, [.. EalArguments.Isolated(1, "net_null0"), "--", "--port", "7"], s_patience);
        Assert.Equal(1, wrong.ExitCode);
        Assert.Contains("Edge.Router: --port: there is no port 7; there are 0.\n", wrong.StandardError, StringComparison.Ordinal);
        foreach (string[] usage in (string[][])[["--no-such-option"], ["--statistics", "often"], ["--statistics", "-1"]])
        {
            Assert.Equal(2, ChildProcess.Run(program, ["--", .. usage], s_patience).ExitCode);
        }

        string tests = Script.Dotnet(app, "test", "-c", "Release", "--no-build");
        Assert.Matches(@"total: 4\s", tests);
        Assert.Matches(@"failed: 0\s", tests);
    }

    [Fact]
    public void The_test_project_passes_its_tests()
    {
        string project = New("dpdk-test", "Edge.Tests");

        string tests = Script.Dotnet(project, "test", "-c", "Release", "-p:TreatWarningsAsErrors=true", NoLocales);

        Assert.Matches(@"total: 1\s", tests);
        Assert.Matches(@"failed: 0\s", tests);
    }

    [Fact]
    public void Parameters_leave_out_what_is_not_wanted()
    {
        string app = New("dpdk-app", "Bare", "--no-tests", "--aot", "false");
        string solution = File.ReadAllText(Path.Combine(app, "Bare.slnx"));

        Assert.False(Directory.Exists(Path.Combine(app, "tests")));
        Assert.DoesNotContain("Tests", solution, StringComparison.Ordinal);
        Assert.DoesNotContain("#if", solution, StringComparison.Ordinal);
        Assert.DoesNotContain("PublishAot", File.ReadAllText(Path.Combine(app, "src", "Bare", "Bare.csproj")), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string New(string template, string name, params string[] parameters)
    {
        Script.Dotnet(_folder, ["new", template, "-n", name, "-o", name, "--no-restore", "--debug:custom-hive", _hive, .. parameters]);
        return Path.Combine(_folder, name);
    }
}
