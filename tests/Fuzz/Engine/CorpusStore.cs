using System.Security.Cryptography;

namespace DpdkSharp.Fuzz;

/// <summary>The inputs that reached something new, kept for the next run.</summary>
internal sealed class CorpusStore(string? folder)
{
    // More would take longer to read than it helps.
    private const int Most = 20_000;

    public IEnumerable<byte[]> Read(string target) => folder is not null && Directory.Exists(Path.Combine(folder, target))
        ? Directory.EnumerateFiles(Path.Combine(folder, target)).Order(StringComparer.Ordinal).Take(Most).Select(File.ReadAllBytes)
        : [];

    public void Write(string target, byte[] input)
    {
        if (folder is not null)
        {
            Directory.CreateDirectory(Path.Combine(folder, target));
            File.WriteAllBytes(Path.Combine(folder, target, Convert.ToHexStringLower(SHA256.HashData(input))[..16]), input);
        }
    }
}
