using System.Globalization;
using System.Security.Cryptography;

namespace DpdkSharp.Fuzz;

/// <summary>Findings as files: the input, and what it did. One of each kind.</summary>
internal sealed class FindingStore(string folder)
{
    private readonly HashSet<string> _kinds = new(StringComparer.Ordinal);

    /// <summary>The folder.</summary>
    public string Folder => folder;

    /// <summary>Adds an exception; the kind is its type and where it was thrown.</summary>
    /// <returns>Whether it is the first of its kind.</returns>
    public bool Add(string target, ReadOnlySpan<byte> input, Exception exception)
    {
        string where = exception.StackTrace?.Split('\n').FirstOrDefault() ?? string.Empty;
        string message = exception is FuzzCheckException ? exception.Message : string.Empty;
        return Add(target, input, $"{exception.GetType().FullName}{message}{where.Trim()}", exception.ToString());
    }

    /// <summary>Adds a finding.</summary>
    /// <returns>Whether it is the first of its kind.</returns>
    public bool Add(string target, ReadOnlySpan<byte> input, string kind, string text)
    {
        if (!_kinds.Add(kind))
        {
            return false;
        }
        string path = Path.Combine(folder, target, Convert.ToHexStringLower(SHA256.HashData(input))[..16]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path + ".bin", input.ToArray());
        File.WriteAllText(path + ".txt", string.Create(CultureInfo.InvariantCulture, $"{text}\n\ninput of {input.Length} bytes: {Convert.ToHexStringLower(input)}\n"));
        return true;
    }
}
