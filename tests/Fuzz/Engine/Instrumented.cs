using System.Security.Cryptography;

namespace DpdkSharp.Fuzz;

/// <summary>A copy of this program in which the code under test counts the branches that it goes through.</summary>
internal static class Instrumented
{
    private static readonly string[] s_underTest = ["DpdkSharp.dll", "DpdkSharp.Testing.dll", "L2Fwd.dll", "L3Fwd.dll", "DpdkSharp.Samples.Common.dll"];

    /// <summary>The path of the copy's program, made where there is none of this build yet.</summary>
    /// <param name="folder">Where copies are kept.</param>
    public static string Create(string folder)
    {
        string source = AppContext.BaseDirectory;
        string copy = Path.Combine(folder, Stamp(source));
        string program = Path.Combine(copy, "Fuzz.dll");
        if (File.Exists(program))
        {
            return program;
        }
        string unfinished = $"{copy}.{Environment.ProcessId}";
        Directory.CreateDirectory(unfinished);
        foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(unfinished, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        foreach (string name in s_underTest)
        {
            // Records' and compilers' own code says nothing about the program.
            _ = SharpFuzz.Fuzzer.Instrument(Path.Combine(unfinished, name), static type => !type.StartsWith('<') && !type.StartsWith("System.", StringComparison.Ordinal), SharpFuzz.Options.Value);
        }
        try
        {
            Directory.Move(unfinished, copy);
        }
        catch (IOException) when (File.Exists(program))
        {
            // Another process was faster.
            Directory.Delete(unfinished, recursive: true);
        }
        return program;
    }

    private static string Stamp(string source)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string name in (string[])["Fuzz.dll", "DpdkSharp.Interop.dll", .. s_underTest])
        {
            hash.AppendData(File.ReadAllBytes(Path.Combine(source, name)));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
