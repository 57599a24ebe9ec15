using System.Globalization;
using System.Text;
using DpdkSharp.Generator.Model;

namespace DpdkSharp.Generator.Extract;

/// <summary>The headers of one DPDK version, and how they are parsed.</summary>
internal sealed class HeaderSet
{
    private readonly string _version;
    private readonly List<string> _arguments;
    private readonly Dictionary<string, string> _overlays;

    /// <param name="version">The LTS version: 22.11.</param>
    /// <param name="include">The folder under which the headers are installed.</param>
    /// <param name="configuration">Which headers, and how they are compiled.</param>
    /// <param name="standIns">The folders of what headers include and their packages do not install.</param>
    public HeaderSet(string version, string include, Configuration configuration, IEnumerable<string> standIns)
    {
        _version = version;
        Map = new HeaderMap(include, configuration);
        var source = new StringBuilder();
        foreach (string header in Map.Present.Where(h => !Map.ByOthers.Contains(h)))
        {
            source.Append(CultureInfo.InvariantCulture, $"#include <{header}>\n");
        }
        Includes = source.ToString();
        _arguments = [.. configuration.CompilerArguments, .. Map.Folders.Concat(standIns).Select(static f => "-I" + f)];
        _overlays = Overlays(Map);
    }

    public HeaderMap Map { get; }

    /// <summary>The text that includes all headers.</summary>
    public string Includes { get; }

    public TranslationUnit Parse(string text) => TranslationUnit.Parse(text, _arguments, _overlays);

    /// <summary>All headers together; an exception names those that do not compile.</summary>
    public TranslationUnit ParseAll()
    {
        TranslationUnit unit = Parse(Includes);
        IReadOnlyList<Diagnostic> errors = unit.Errors();
        if (errors.Count > 0)
        {
            unit.Dispose();
            throw HeaderErrors.Explain(_version, Map, errors);
        }
        return unit;
    }

    // rte_compat.h makes its markers attributes that libclang does not show; as annotations they can be read.
    private static Dictionary<string, string> Overlays(HeaderMap headers)
    {
        string compat = headers.Locate("rte_compat.h") ?? throw new GeneratorException("rte_compat.h is missing among the headers.");
        string text = File.ReadAllText(compat) +
            "\n#undef __rte_experimental\n#define __rte_experimental __attribute__((annotate(\"experimental\")))" +
            "\n#undef __rte_internal\n#define __rte_internal __attribute__((annotate(\"internal\")))\n";
        return new Dictionary<string, string>(StringComparer.Ordinal) { [compat] = text };
    }
}
