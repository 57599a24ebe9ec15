using System.Globalization;
using System.Text;
using DpdkSharp.Generator.Merge;
using DpdkSharp.Generator.Model;

namespace DpdkSharp.Generator.Emit;

/// <summary>Writes what of DPDK is bound, counted per version and library, and what became of each macro that is no constant.</summary>
internal sealed class CoverageEmitter(EmitContext context, Configuration configuration)
{
    /// <summary>docs/coverage.md: the counts, and what is left out with the reason.</summary>
    public string EmitCoverage()
    {
        var text = new StringBuilder(
            """
            # Coverage

            What of DPDK's public headers the raw layer has, counted by the generator that writes it (this page too). All of it is in the class `Dpdk` and in the types beside it, under its C name.

            - **exported**: functions that a library exports, as imports. **inline**: functions that only the headers have: *C#*: written in C#, so that the JIT inlines them; *shim*: through the C shim (the C shim has those of C# too, in `DpdkShim`).
            - **records**: structs and unions that the headers show (those that they only name are opaque types). **constants**: object-like macros with a value, and enumerators.
            - **macros**: function-like macros and those that stand for something else than a number or a text: *C#*: written as a method or property; *other*: what a C# program writes in their place, macro by macro, is in [macros.md](macros.md).
            - **left out**: functions that DPDK marks internal or that no library exports, and what the configuration leaves out.


            """);
        for (int v = context.Api.Versions.Count - 1; v >= 0; v--)
        {
            text.Append(CultureInfo.InvariantCulture, $"## DPDK {context.Api.Versions[v].Version}\n\n");
            text.Append("| Library | exported | inline: C# | shim | records | enums | constants | macros: C# | other | left out |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
            var total = new Counts();
            foreach (IGrouping<string, MergedHeader> library in context.Api.Headers.GroupBy(static h => h.Library, StringComparer.Ordinal))
            {
                var counts = new Counts();
                foreach (MergedDeclaration declaration in library.SelectMany(static h => h.Declarations))
                {
                    Count(counts, declaration, v);
                }
                if (counts.Sum > 0)
                {
                    text.Append(counts.Row(library.Key));
                    total.Add(counts);
                }
            }
            text.Append(total.Row("**all**")).Append('\n');
        }
        EmitLeftOut(text);
        return text.ToString();
    }

    /// <summary>docs/macros.md: each macro that is no constant, and what stands for it.</summary>
    public string EmitMacros()
    {
        var text = new StringBuilder(
            """
            # Macros

            Every function-like macro of DPDK's public headers, every other one that is neither a number nor a text, and what stands for it in C#. Written by the generator from its configuration and from what is written by hand.

            | Macro | Header | In C# |
            |---|---|---|

            """);
        foreach (MergedHeader header in context.Api.Headers)
        {
            foreach (MergedDeclaration macro in header.Declarations.Where(IsSyntax))
            {
                text.Append(CultureInfo.InvariantCulture, $"| `{macro.Name}` | {header.Path} | {(context.HandWritten.Contains(macro.Name) ? $"`Dpdk.{macro.Name}`" : Rule(macro.Name) ?? "**undecided**")} |\n");
            }
        }
        return text.ToString();
    }

    private static bool IsSyntax(MergedDeclaration declaration) =>
        declaration.Newest is MacroDeclaration && declaration.Versions.OfType<MacroDeclaration>().All(static m => m.Value is null);

    private string? Rule(string macro) => configuration.Macros.FirstOrDefault(r => r.Covers(macro))?.Reason;

    private void Count(Counts counts, MergedDeclaration declaration, int version)
    {
        bool excluded = context.IsExcluded(declaration.Name);
        switch (declaration.Versions[version])
        {
            case FunctionDeclaration function:
                FunctionForm? form = excluded ? null : FunctionForm.Of(context.Api, declaration).FirstOrDefault(f => (f.Mask & (1 << version)) != 0);
                counts.Exported += form is not null && !function.Inline ? 1 : 0;
                counts.ByHand += form is not null && function.Inline && context.HandWritten.Contains(declaration.Name) ? 1 : 0;
                counts.Shim += form is not null && function.Inline && !context.HandWritten.Contains(declaration.Name) ? 1 : 0;
                counts.LeftOut += form is null ? 1 : 0;
                break;
            case RecordDeclaration { Opaque: false }:
                counts.Records++;
                break;
            case EnumDeclaration @enum:
                counts.Enums += @enum.Anonymous ? 0 : 1;
                counts.Constants += @enum.Enumerators.Count(e => !context.IsExcluded(e.Name));
                counts.LeftOut += @enum.Enumerators.Count(e => context.IsExcluded(e.Name));
                break;
            case MacroDeclaration when IsSyntax(declaration):
                counts.MacrosByHand += context.HandWritten.Contains(declaration.Name) ? 1 : 0;
                counts.MacrosOther += context.HandWritten.Contains(declaration.Name) ? 0 : 1;
                break;
            // What mirrors an enumerator or a function (#define X X) is counted as that.
            case MacroDeclaration { Value: not null } when !context.Enumerators.Contains(declaration.Name) && !context.Functions.Contains(declaration.Name):
                counts.Constants += excluded ? 0 : 1;
                counts.LeftOut += excluded ? 1 : 0;
                break;
        }
    }

    private void EmitLeftOut(StringBuilder text)
    {
        text.Append("## Left out\n\n### Headers\n\n| Header | Reason |\n|---|---|\n");
        foreach (Exclusion header in configuration.ExcludeHeaders)
        {
            string where = header.Lacking is null ? string.Empty : $" where `{header.Lacking}` is not installed";
            text.Append(CultureInfo.InvariantCulture, $"| `{header.Name}`{where} | {header.Reason} |\n");
        }
        text.Append("\n### Declarations\n\n| Name | Reason |\n|---|---|\n");
        foreach (Exclusion name in configuration.Exclude)
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{name.Name}` | {name.Reason} |\n");
        }
        foreach (MergedDeclaration function in context.Api.Headers.SelectMany(static h => h.Declarations).Where(d => d.Newest is FunctionDeclaration && !context.IsExcluded(d.Name)))
        {
            if (FunctionForm.Of(context.Api, function).Count == 0)
            {
                string reason = function.Versions.OfType<FunctionDeclaration>().Any(static f => f.Internal) ? "DPDK marks it internal" : "declared, but no library exports it";
                text.Append(CultureInfo.InvariantCulture, $"| `{function.Name}` | {reason} |\n");
            }
        }
    }

    private sealed class Counts
    {
        public int Exported { get; set; }

        public int ByHand { get; set; }

        public int Shim { get; set; }

        public int Records { get; set; }

        public int Enums { get; set; }

        public int Constants { get; set; }

        public int MacrosByHand { get; set; }

        public int MacrosOther { get; set; }

        public int LeftOut { get; set; }

        public int Sum => Values.Sum();

        private int[] Values => [Exported, ByHand, Shim, Records, Enums, Constants, MacrosByHand, MacrosOther, LeftOut];

        public void Add(Counts other)
        {
            Exported += other.Exported;
            ByHand += other.ByHand;
            Shim += other.Shim;
            Records += other.Records;
            Enums += other.Enums;
            Constants += other.Constants;
            MacrosByHand += other.MacrosByHand;
            MacrosOther += other.MacrosOther;
            LeftOut += other.LeftOut;
        }

        public string Row(string name) => $"| {name} | {string.Join(" | ", Values.Select(static v => v == 0 ? string.Empty : v.ToString(CultureInfo.InvariantCulture)))} |\n";
    }
}
