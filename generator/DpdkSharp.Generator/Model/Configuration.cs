using System.Text.Json;
using System.Text.Json.Serialization;

namespace DpdkSharp.Generator.Model;

/// <summary>What <c>generator/dpdk.json</c> says: the libraries and their headers, how to compile, what is left out and why.</summary>
internal sealed record Configuration(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Libraries,
    IReadOnlyList<string> CompilerArguments,
    IReadOnlyList<Exclusion> Exclude)
{
    public static Configuration Load(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return JsonSerializer.Deserialize(stream, ConfigurationJson.Default.Configuration)
            ?? throw new InvalidDataException($"{path} holds no configuration.");
    }
}

/// <summary>A declaration that is not bound, and the reason.</summary>
internal sealed record Exclusion(string Name, string Reason);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(Configuration))]
internal sealed partial class ConfigurationJson : JsonSerializerContext;
