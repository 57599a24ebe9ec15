using System.IO.Enumeration;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DpdkSharp.Generator.Model;

/// <summary>
/// What <c>generator/dpdk.json</c> says: the libraries and their headers, how to compile, what is left out and why, and which records
/// of the C library and the kernel programs look into (all others stay opaque where they are only pointed to).
/// </summary>
internal sealed record Configuration(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Libraries,
    IReadOnlyList<Exclusion> ExcludeHeaders,
    IReadOnlyList<string> SystemRecords,
    IReadOnlyList<string> CompilerArguments,
    IReadOnlyList<Exclusion> Exclude,
    IReadOnlyList<MacroRule> Macros)
{
    public static Configuration Load(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return JsonSerializer.Deserialize(stream, ConfigurationJson.Default.Configuration)
            ?? throw new InvalidDataException($"{path} holds no configuration.");
    }
}

/// <summary>What is left out, and the reason: a declaration by its name, or headers by a name that may have wildcards (*_driver.h).</summary>
internal sealed record Exclusion(string Name, string Reason)
{
    /// <summary>
    /// Only where the header includes this other one, and it is not installed: no program can include the header there. So said, it
    /// holds for versions that nobody has seen yet too.
    /// </summary>
    public string? Lacking { get; init; }

    public bool Matches(string name) => FileSystemName.MatchesSimpleExpression(Name, name, ignoreCase: false);
}

/// <summary>What a C# program writes in place of macros that are no constants; their names may have wildcards.</summary>
internal sealed record MacroRule(IReadOnlyList<string> Names, string Reason)
{
    public bool Covers(string name) => Names.Any(n => FileSystemName.MatchesSimpleExpression(n, name, ignoreCase: false));
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(Configuration))]
internal sealed partial class ConfigurationJson : JsonSerializerContext;
