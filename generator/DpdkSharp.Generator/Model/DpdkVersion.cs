using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DpdkSharp.Generator.Model;

/// <summary>The facts of one DPDK version: what <c>abi/&lt;version&gt;.json</c> holds.</summary>
internal sealed record DpdkVersion(string Version, int Abi, IReadOnlyList<Header> Headers)
{
    [JsonIgnore]
    public IEnumerable<Declaration> Declarations => Headers.SelectMany(static h => h.Declarations);

    public static DpdkVersion Load(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return JsonSerializer.Deserialize(stream, FactsJson.Default.DpdkVersion)
            ?? throw new InvalidDataException($"{path} holds no facts.");
    }

    /// <summary>JSON with a declaration a line, so that a change of a header is a change of a few lines.</summary>
    public string ToJson()
    {
        var text = new StringBuilder();
        text.Append("{\n\"version\": ").Append(JsonSerializer.Serialize(Version, FactsJson.Default.String)).Append(",\n\"abi\": ").Append(Abi).Append(",\n\"headers\": [");
        for (int i = 0; i < Headers.Count; i++)
        {
            Header header = Headers[i];
            text.Append(i == 0 ? "\n" : ",\n").Append("{\"library\": ").Append(JsonSerializer.Serialize(header.Library, FactsJson.Default.String));
            text.Append(", \"path\": ").Append(JsonSerializer.Serialize(header.Path, FactsJson.Default.String));
            text.Append(header.ByOthers ? ", \"byOthers\": true" : string.Empty).Append(", \"declarations\": [");
            for (int j = 0; j < header.Declarations.Count; j++)
            {
                text.Append(j == 0 ? "\n  " : ",\n  ").Append(JsonSerializer.Serialize(header.Declarations[j], FactsJson.Default.Declaration));
            }
            text.Append("\n]}");
        }
        return text.Append("\n]\n}\n").ToString();
    }
}

/// <summary>A header, the library it belongs to, and what it declares, in its order.</summary>
internal sealed record Header(string Library, string Path, IReadOnlyList<Declaration> Declarations)
{
    /// <summary>It cannot stand to be included twice, and other headers include it: a program leaves it to them.</summary>
    public bool ByOthers { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(DpdkVersion))]
[JsonSerializable(typeof(Declaration))]
internal sealed partial class FactsJson : JsonSerializerContext
{
    // Quotes and '<' stay readable: the files are read by people, never by a browser.
    static FactsJson() => Default = new FactsJson(new JsonSerializerOptions(s_defaultOptions) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
