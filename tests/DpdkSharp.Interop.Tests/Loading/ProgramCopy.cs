using System.Text.Json;
using DpdkSharp.TestKit;

namespace DpdkSharp.Interop.Tests.Loading;

/// <summary>The probe in a folder of its own, without the C shim: what a test puts there is all it finds.</summary>
internal sealed class ProgramCopy : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dpdk").FullName;

    public ProgramCopy()
    {
        foreach (string file in Directory.EnumerateFiles(Source))
        {
            string name = Path.GetFileName(file);
            // What is beside a program is looked for where it really is: it and its own libraries must not be links.
            if (name.StartsWith("InteropProbe", StringComparison.Ordinal) || name.StartsWith("DpdkSharp.", StringComparison.Ordinal))
            {
                File.Copy(file, Path.Combine(_folder, name));
            }
            else
            {
                File.CreateSymbolicLink(Path.Combine(_folder, name), file);
            }
        }
    }

    private static string Source => Path.GetDirectoryName(Probe.Program)!;

    private static string Native => Path.Combine("runtimes", "linux-x64", "native");

    /// <summary>Puts a file of the shim there under another name, or under its own.</summary>
    public string ReplaceShim(string name, string source)
    {
        string to = Path.Combine(_folder, Native, name);
        _ = Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(Path.Combine(Source, Native, source), to);
        return to;
    }

    /// <summary>Writes a file that is no library in the place of one of the shim.</summary>
    public string WriteShim(string name, string content)
    {
        string to = Path.Combine(_folder, Native, name);
        _ = Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.WriteAllText(to, content);
        return to;
    }

    public ProcessResult Run(params string[] arguments) => ChildProcess.Run(Path.Combine(_folder, "InteropProbe"), arguments, TimeSpan.FromMinutes(1));

    public List<DpdkFault> ShimFaults() => JsonSerializer.Deserialize<List<DpdkFault>>(Run("shim-faults").StandardOutput)!;

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
