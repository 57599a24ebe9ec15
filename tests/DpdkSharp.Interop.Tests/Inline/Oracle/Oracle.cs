using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace DpdkSharp.Interop.Tests.Inline;

/// <summary>C's own inline functions: <c>oracle.c</c>, compiled against the installed headers on first use.</summary>
internal static class Oracle
{
    private const string Libraries = "-lrte_eal -lrte_ring -lrte_mempool -lrte_mbuf -lrte_net -lrte_ethdev";

    private static readonly Lazy<nint> s_library = new(Load);
    private static readonly ConcurrentDictionary<string, nint> s_functions = new(StringComparer.Ordinal);

    /// <summary>The address of a function of <c>oracle.c</c>.</summary>
    internal static nint Get(string name) => s_functions.GetOrAdd(name, static n => NativeLibrary.GetExport(s_library.Value, n));

    private static nint Load()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "Oracle");
        string library = Path.Combine(folder, $"oracle-{Environment.ProcessId}.so");
        string flags = Run("pkg-config", "--cflags libdpdk").Trim();
        string source = Path.Combine(folder, "oracle.c");
        _ = Run("gcc", $"-O2 -shared -fPIC -DALLOW_EXPERIMENTAL_API {flags} {source} -o {library} {Libraries}");
        try
        {
            return NativeLibrary.Load(library);
        }
        finally
        {
            File.Delete(library);
        }
    }

    private static string Run(string program, string arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{program} {arguments}: exit code {process.ExitCode}\n{errors.Result}");
    }
}
