using System.Text.Json;
using DpdkSharp.Tool.Output;

namespace DpdkSharp.Tool.Doctor;

/// <summary>
/// .NET's settings for a program that polls, as docs/performance.md recommends them: from the program's runtimeconfig.json, and from the environment, which
/// goes before it.
/// </summary>
internal static class RuntimeSettingChecks
{
    private const string Section = ".NET settings";

    private static readonly (string Variable, string Property)[] Settings =
    [
        ("DOTNET_gcConcurrent", "System.GC.Concurrent"),
        ("DOTNET_gcServer", "System.GC.Server"),
        ("DOTNET_GCgen0size", "System.GC.Gen0Size"),
        ("DOTNET_TieredCompilation", "System.Runtime.TieredCompilation"),
        ("DOTNET_TieredPGO", "System.Runtime.TieredPGO"),
        ("DOTNET_TC_QuickJitForLoops", "System.Runtime.TieredCompilation.QuickJitForLoops"),
    ];

    /// <param name="configuration">A program's runtimeconfig.json; null when none is to be examined.</param>
    /// <param name="environment">Gives a variable's value.</param>
    public static IEnumerable<Finding> Examine(string? configuration, Func<string, string?> environment)
    {
        Dictionary<string, string> values = configuration is null ? new(StringComparer.Ordinal) : Read(configuration);
        var origin = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string variable, string property) in Settings)
        {
            // The names of variables are those of either time: COMPlus_ is still read.
            string? value = environment(variable) ?? environment(variable.Replace("DOTNET_", "COMPlus_", StringComparison.Ordinal));
            if (value is not null)
            {
                values[property] = value.Trim() is "0" or "0x0" ? "false" : value.Trim();
                origin[property] = variable;
            }
        }
        if (configuration is null && origin.Count == 0)
        {
            yield return Finding.Ok(Section, "dotnet.environment", "no variable changes the garbage collector or the JIT compiler; --runtime-config FILE examines a program's own settings");
            yield break;
        }
        string Where(string property) => origin.GetValueOrDefault(property) ?? property;
        bool? Flag(string property) => values.GetValueOrDefault(property) switch { null => null, "false" or "False" => false, _ => true };

        if (configuration is not null || origin.ContainsKey("System.GC.Concurrent"))
        {
            yield return Flag("System.GC.Concurrent") == false
                ? Finding.Ok(Section, "dotnet.gc.concurrent", "no thread of a concurrent collector runs beside the lcores")
                : Finding.Warning(Section, "dotnet.gc.concurrent", $"the concurrent collector is on ({Where("System.GC.Concurrent")}): its thread runs beside the lcores.", "<ConcurrentGarbageCollection>false</ConcurrentGarbageCollection> in the project file");
        }
        if (configuration is not null || origin.ContainsKey("System.GC.Server"))
        {
            yield return Flag("System.GC.Server") == true
                ? Finding.Warning(Section, "dotnet.gc.server", $"the server collector is on ({Where("System.GC.Server")}): it has a thread for each CPU, those of lcores too.", "<ServerGarbageCollection>false</ServerGarbageCollection> in the project file")
                : Finding.Ok(Section, "dotnet.gc.server", "the collector is the workstation's: no thread for each CPU");
        }
        if (configuration is not null || origin.ContainsKey("System.GC.Gen0Size"))
        {
            yield return values.TryGetValue("System.GC.Gen0Size", out string? size)
                ? Finding.Ok(Section, "dotnet.gc.gen0size", $"the first generation's size is set ({Where("System.GC.Gen0Size")}: {size})")
                : Finding.Warning(Section, "dotnet.gc.gen0size", "the first generation has its default size: a program that allocates beside its data path collects more often than it needs to.", "run it with DOTNET_GCgen0size=0x4000000 (64 MB)");
        }
        if (configuration is not null || origin.ContainsKey("System.Runtime.TieredCompilation") || origin.ContainsKey("System.Runtime.TieredPGO"))
        {
            yield return Flag("System.Runtime.TieredCompilation") == false
                ? Finding.Warning(Section, "dotnet.tiered", $"tiered compilation is off ({Where("System.Runtime.TieredCompilation")}): what the running program could tell the compiler is lost, the constants of the loaded DPDK among it.", "leave System.Runtime.TieredCompilation out")
                : Flag("System.Runtime.TieredPGO") == false
                ? Finding.Warning(Section, "dotnet.tiered", $"the compiler does not learn from the running program ({Where("System.Runtime.TieredPGO")}).", "<TieredPGO>true</TieredPGO> in the project file")
                : Finding.Ok(Section, "dotnet.tiered", "code is compiled anew with what the running program shows (tiered PGO)");
        }
    }

    private static Dictionary<string, string> Read(string path)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllText(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var values = new Dictionary<string, string>(StringComparer.Ordinal);
            if (json.RootElement.TryGetProperty("runtimeOptions", out JsonElement options) && options.TryGetProperty("configProperties", out JsonElement properties))
            {
                foreach (JsonProperty property in properties.EnumerateObject())
                {
                    values[property.Name] = property.Value.ValueKind switch { JsonValueKind.True => "true", JsonValueKind.False => "false", _ => property.Value.ToString() };
                }
            }
            return values;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            throw new ToolException($"'{path}' is no runtimeconfig.json that can be read: {e.Message}", ExitCode.Usage, e);
        }
    }
}
