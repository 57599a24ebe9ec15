using DpdkSharp.Generator.Model;

namespace DpdkSharp.Generator.Merge;

/// <summary>One way to call a function, which some versions share: a signature, and whether it goes through the shim.</summary>
/// <param name="Function">As the newest of these versions declares it.</param>
/// <param name="Version">The newest of these versions.</param>
/// <param name="Mask">A bit a version.</param>
/// <param name="Shim">No library exports it in a form that C# can call: it is inline in the header, or passes by value what C# cannot.</param>
internal sealed record FunctionForm(FunctionDeclaration Function, int Version, int Mask, bool Shim)
{
    /// <summary>The forms of a function that a program may call, newest first.</summary>
    public static IReadOnlyList<FunctionForm> Of(MergedApi api, MergedDeclaration declaration)
    {
        var forms = new List<FunctionForm>();
        for (int v = declaration.Versions.Count - 1; v >= 0; v--)
        {
            if (declaration.Versions[v] is not FunctionDeclaration { Internal: false } function || (function.Library is null && !function.Inline))
            {
                continue;
            }
            bool shim = function.Inline || Types(function).Any(t => api.PassesByReference(v, t));
            int known = forms.FindIndex(f => f.Shim == shim && CallShape(api, f.Version, f.Function, shim) == CallShape(api, v, function, shim));
            if (known < 0)
            {
                forms.Add(new FunctionForm(function, v, 1 << v, shim));
            }
            else
            {
                forms[known] = forms[known] with { Mask = forms[known].Mask | (1 << v) };
            }
        }
        return forms;
    }

    private static IEnumerable<CType> Types(FunctionDeclaration function) => function.Parameters.Select(static p => p.Type).Append(function.Return).Select(CType.Parse);

    private static string CallShape(MergedApi api, int version, FunctionDeclaration function, bool shim) =>
        string.Join(",", Types(function).Select(t => shim && api.Mappers[version].IsEnum(t) ? "i4" : api.Mappers[version].CallKind(t))) + (function.Variadic ? ",..." : string.Empty);
}
