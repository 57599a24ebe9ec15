using System.CommandLine;
using System.Diagnostics;
using System.Text.RegularExpressions;
using DpdkSharp.Interop;
using DpdkSharp.Tool.Output;

namespace DpdkSharp.Tool.NewVersion;

/// <summary><c>dpdksharp new-version</c>: leads from a DPDK that DpdkSharp does not know to a DpdkSharp that knows it.</summary>
internal static partial class NewVersionCommand
{
    private const string Script = "scripts/generate.sh";

    private static readonly string[] BuildConfigs = ["x86_64-linux-gnu/dpdk/rte_build_config.h", "aarch64-linux-gnu/dpdk/rte_build_config.h", "rte_build_config.h", "dpdk/rte_build_config.h"];

    public static Command Create(Terminal terminal)
    {
        var version = new Argument<string?>("version") { Description = "The DPDK version: 26.11 (default: an installed one that DpdkSharp does not know).", Arity = ArgumentArity.ZeroOrOne };
        version.Validators.Add(static r =>
        {
            if (r.GetValueOrDefault<string?>() is { } text && !VersionPattern().IsMatch(text))
            {
                r.AddError($"'{text}' is no DPDK version: two numbers, 26.11.");
            }
        });
        Option<DirectoryInfo> headers = new Option<DirectoryInfo>("--headers") { Description = "The folder under which its headers are installed.", HelpName = "DIR" };
        headers.AcceptExistingOnly();
        Option<DirectoryInfo> libraries = new Option<DirectoryInfo>("--libs") { Description = "The folder under which its libraries (shared or static) lie.", HelpName = "DIR" };
        libraries.AcceptExistingOnly();
        Option<DirectoryInfo> checkout = new Option<DirectoryInfo>("--checkout") { Description = "A checkout of DpdkSharp's sources (default: the one that this folder is in).", HelpName = "DIR" };
        checkout.AcceptExistingOnly();
        var run = new Option<bool>("--run") { Description = "Run scripts/generate.sh --add in the checkout, when nothing is missing." };
        var json = CommonOptions.Json();
        var command = new Command("new-version", "Tells, step by step, how DpdkSharp is made to know another DPDK version; with --run it does the first one.") { version, headers, libraries, checkout, run, json };
        command.SetAction(result =>
        {
            NewVersionReport report = Examine(
                result.GetValue(version), result.GetValue(headers)?.FullName, result.GetValue(libraries)?.FullName, result.GetValue(checkout)?.FullName ?? FindCheckout());
            if (result.GetValue(json))
            {
                terminal.WriteJson(report, ToolJson.Default.NewVersionReport);
            }
            else
            {
                Show(terminal, report);
            }
            if (report.Known || report.Version is null)
            {
                return ExitCode.Ok;
            }
            if (report.Missing.Count > 0)
            {
                return ExitCode.Lacking;
            }
            return result.GetValue(run) ? Generate(report) : ExitCode.Ok;
        });
        return command;
    }

    private static NewVersionReport Examine(string? version, string? headers, string? libraries, string? checkout)
    {
        string[] known = [.. DpdkRuntime.KnownAbis.Select(static a => a.Version)];
        DpdkInstallation? installation = DpdkRuntime.FindInstallations().FirstOrDefault(i => version is null ? i.Abi is null && i.AbiNumber > 20 : i.ReleaseLine == version);
        version ??= installation?.ReleaseLine;
        if (version is null || known.Contains(version, StringComparer.Ordinal))
        {
            return new NewVersionReport(version, version is not null, known, null, null, checkout, [], []);
        }
        string? include = headers ?? (installation is null ? null : Headers(version));
        libraries ??= installation?.LibraryFolder;
        var missing = new List<string>();
        if (include is null)
        {
            missing.Add(installation is null
                ? $"DPDK {version} is not installed here: unpack its libdpdk-dev (dpkg-deb -x FILE.deb DIR) or build it (meson install --destdir DIR), and name it: --headers DIR/usr/include --libs DIR/usr/lib"
                : $"the headers of DPDK {version}: apt-get install libdpdk-dev, or --headers DIR");
        }
        else if (libraries is null)
        {
            missing.Add("the libraries, whose symbol tables tell what each exports: --libs DIR");
        }
        if (checkout is null)
        {
            missing.Add("the sources of DpdkSharp: git clone its repository, and run this there (or name it: --checkout DIR)");
        }
        string enter = checkout is null ? "cd DpdkSharp" : $"cd {checkout}";
        return new NewVersionReport(version, false, known, include, libraries, checkout, missing,
        [
            enter,
            $"{Script} --add {version} --headers {include ?? "DIR/usr/include"} --libs {libraries ?? "DIR/usr/lib"}",
            "scripts/test.sh",
            "scripts/pack.sh",
        ]);
    }

    private static void Show(Terminal terminal, NewVersionReport report)
    {
        string known = string.Join(", ", report.KnownVersions);
        if (report.Version is null)
        {
            terminal.WriteLine($"DpdkSharp knows DPDK {known}, and no other version is installed here. For another one: dpdksharp new-version 26.11 --headers DIR --libs DIR");
            return;
        }
        if (report.Known)
        {
            terminal.WriteLine($"DpdkSharp knows DPDK {report.Version} already (it knows {known}): nothing is to be done.");
            return;
        }
        terminal.WriteLine($"DpdkSharp knows DPDK {known}, not {report.Version}.");
        terminal.WriteLine();
        terminal.WriteLine($"Headers:   {report.Headers ?? "not found"}");
        terminal.WriteLine($"Libraries: {report.Libraries ?? "not found"}");
        terminal.WriteLine($"Sources:   {report.Checkout ?? "not found"}");
        terminal.WriteLine();
        if (report.Missing.Count > 0)
        {
            terminal.WriteLine("Missing:");
            foreach (string missing in report.Missing)
            {
                terminal.WriteLine("  " + missing);
            }
            terminal.WriteLine();
        }
        terminal.WriteLine("What to do:");
        string[] why =
        [
            "",
            "reads the headers, writes the facts and the C# of all versions, and tells what changed in the API",
            "has gcc check every layout against the headers, and runs all tests",
            "makes packages that know this version too",
        ];
        for (int i = 0; i < report.Commands.Count; i++)
        {
            terminal.WriteLine($"  {report.Commands[i]}{(why[i].Length > 0 ? "    # " + why[i] : "")}");
        }
        terminal.WriteLine();
        terminal.WriteLine("docs/regenerating.md tells more.");
    }

    private static int Generate(NewVersionReport report)
    {
        using Process process = Process.Start(new ProcessStartInfo(
            Path.Combine(report.Checkout!, Script), ["--add", report.Version!, "--headers", report.Headers!, "--libs", report.Libraries!])
        {
            WorkingDirectory = report.Checkout,
        }) ?? throw new ToolException($"{Script} did not start.");
        process.WaitForExit();
        return process.ExitCode;
    }

    /// <summary>The headers that are installed are of one version: the one that they say themselves.</summary>
    private static string? Headers(string version)
    {
        foreach (string folder in new[] { "/usr/local/include", "/usr/include" })
        {
            foreach (string build in BuildConfigs.Select(b => Path.Combine(folder, b)).Where(File.Exists))
            {
                string text = File.ReadAllText(build);
                if (Year().Match(text) is { Success: true } year && Month().Match(text) is { Success: true } month
                    && version == $"{int.Parse(year.Groups["n"].Value)}.{int.Parse(month.Groups["n"].Value):00}")
                {
                    return folder;
                }
            }
        }
        return null;
    }

    private static string? FindCheckout()
    {
        for (DirectoryInfo? folder = new(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DpdkSharp.sln")) && File.Exists(Path.Combine(folder.FullName, Script)))
            {
                return folder.FullName;
            }
        }
        return null;
    }

    [GeneratedRegex(@"^\d\d\.\d\d$", RegexOptions.NonBacktracking)]
    private static partial Regex VersionPattern();

    [GeneratedRegex(@"#define RTE_VER_YEAR (?<n>\d+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Year();

    [GeneratedRegex(@"#define RTE_VER_MONTH (?<n>\d+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Month();
}
