using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace DpdkSharp.Benchmarks.Measuring;

/// <summary>What the figures were measured on.</summary>
internal sealed record Machine(string Processor, int Cpus, string Memory, string System, string Dpdk, string Compiler, string Runtime, string Date)
{
    public static Machine Describe(string memory) => new(
        File.ReadLines("/proc/cpuinfo").FirstOrDefault(static l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString(),
        Environment.ProcessorCount,
        memory,
        $"{RuntimeInformation.OSDescription}",
        FirstLine("pkg-config", "--modversion libdpdk"),
        FirstLine("gcc", "--version"),
        RuntimeInformation.FrameworkDescription,
        DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static string FirstLine(string program, string arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        string line = process.StandardOutput.ReadLine() ?? string.Empty;
        _ = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return line;
    }
}
