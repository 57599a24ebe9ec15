using System.Globalization;
using DpdkSharp.Generator.Merge;
using DpdkSharp.Generator.Model;

namespace DpdkSharp.Generator.Emit;

/// <summary>Imports of exported functions, and pointers to exported variables.</summary>
internal sealed class FunctionEmitter(EmitContext context)
{
    /// <summary>Writes the imports of a function; false when no version exports it.</summary>
    public bool EmitFunction(CodeWriter code, MergedDeclaration declaration)
    {
        if (context.IsExcluded(declaration.Name))
        {
            return false;
        }
        var exported = declaration.Versions.Select(static v => v is FunctionDeclaration { Library: not null, Internal: false } f ? f : null).ToList();
        if (exported.All(static f => f is null) || Unpassable(exported) is not null)
        {
            return false;
        }
        // Newest signature first; a version whose calls look the same shares it.
        var forms = new List<(FunctionDeclaration Function, int Version, int Mask)>();
        for (int v = exported.Count - 1; v >= 0; v--)
        {
            if (exported[v] is not { } function)
            {
                continue;
            }
            int form = forms.FindIndex(f => CallShape(f.Version, f.Function) == CallShape(v, function));
            if (form < 0)
            {
                forms.Add((function, v, 1 << v));
            }
            else
            {
                forms[form] = forms[form] with { Mask = forms[form].Mask | (1 << v) };
            }
        }
        string module = context.Module([.. exported.Select(static f => f?.Library)]);
        bool overloads = forms.Count > 1;
        var parameterLists = new HashSet<string>(StringComparer.Ordinal);
        foreach ((FunctionDeclaration function, int version, int mask) in forms)
        {
            // Forms that C# cannot tell by their parameters (another type of the result) are told by their name.
            string suffix = parameterLists.Add(ParameterTypes(version, function)) ? string.Empty : $"_v{context.Api.Versions[version].Version.Replace('.', '_')}";
            code.Gap();
            EmitForm(code, function, suffix, version, mask, module, overloads);
        }
        return true;
    }

    /// <summary>Writes the property that points to an exported variable; false when no version exports it.</summary>
    public bool EmitVariable(CodeWriter code, MergedDeclaration declaration)
    {
        var exported = declaration.Versions.Select(static v => v is VariableDeclaration { Library: not null } e ? e : null).ToList();
        if (exported.All(static e => e is null) || context.IsExcluded(declaration.Name))
        {
            return false;
        }
        int newest = exported.FindLastIndex(static e => e is not null);
        VariableDeclaration variable = exported[newest]!;
        CType type = CType.Parse(variable.Type);
        string target = context.Api.Mappers[newest].Map(type);
        string name = TypeMapper.Identifier(context.IsTypeName(declaration.Name) || context.Functions.Contains(declaration.Name) ? declaration.Name + "_" : declaration.Name);
        int present = exported.Select(static (e, i) => e is null ? 0 : 1 << i).Sum();
        string module = context.Module([.. exported.Select(static e => e?.Library)]);
        string lookup = variable.ThreadLocal ? "Abi.ThreadVariable" : "Abi.Variable";
        string require = context.Require(present, declaration.Name) is { } statement ? statement + " " : string.Empty;
        if (context.VersionsAttribute(present) is { } attribute)
        {
            code.Line(attribute);
        }
        string body = $"({target}*){lookup}(\"{module}\", \"{declaration.Name}\")";
        code.Line(require.Length == 0
            ? $"public static {target}* {name} => {body};"
            : $"public static {target}* {name} {{ get {{ {require}return {body}; }} }}");
        return true;
    }

    /// <summary>Why a function cannot be called from C#, or null.</summary>
    private string? Unpassable(List<FunctionDeclaration?> exported)
    {
        for (int v = 0; v < exported.Count; v++)
        {
            if (exported[v] is not { } function)
            {
                continue;
            }
            foreach (string text in function.Parameters.Select(static p => p.Type).Append(function.Return))
            {
                CType type = CType.Parse(text);
                if (context.Api.Mappers[v].Unpassable(type) is { } reason)
                {
                    return reason;
                }
                if (context.Api.Mappers[v].Resolve(type) is CNamed { Kind: CNameKind.Struct or CNameKind.Union } named
                    && context.Api.Records.TryGetValue(named.Name, out MergedRecord? record) && !context.Api.IsUniform(record))
                {
                    return $"{named.Name}, whose layout depends on the version, is passed by value";
                }
            }
        }
        return null;
    }

    private string CallShape(int version, FunctionDeclaration function)
    {
        TypeMapper mapper = context.Api.Mappers[version];
        return string.Join(",", function.Parameters.Select(p => mapper.CallKind(CType.Parse(p.Type))).Append(mapper.CallKind(CType.Parse(function.Return))))
            + (function.Variadic ? ",..." : string.Empty);
    }

    private string ParameterTypes(int version, FunctionDeclaration function) =>
        string.Join(", ", function.Parameters.Select(p => context.Api.Mappers[version].MapParameter(CType.Parse(p.Type))));

    private void EmitForm(CodeWriter code, FunctionDeclaration function, string suffix, int version, int mask, string module, bool overloads)
    {
        TypeMapper mapper = context.Api.Mappers[version];
        string result = mapper.Map(CType.Parse(function.Return));
        string parameters = string.Join(", ", function.Parameters.Select(p => $"{mapper.MapParameter(CType.Parse(p.Type))} {TypeMapper.Identifier(p.Name)}"));
        string name = TypeMapper.Identifier(function.Name + suffix);
        string? require = context.Require(mask, function.Name + suffix);
        if (context.VersionsAttribute(mask) is { } versions)
        {
            code.Line(versions);
        }
        if (function.Experimental)
        {
            code.Line("[Experimental(\"DPDK0001\")]");
        }
        if (function.Deprecated)
        {
            code.Line("[Obsolete(\"DPDK has deprecated this function.\")]");
        }
        if (require is null)
        {
            code.Line($"[DllImport(\"{module}\", ExactSpelling = true)]");
            code.Line($"public static extern {result} {name}({parameters});");
            return;
        }
        string import = string.Create(CultureInfo.InvariantCulture, $"{function.Name}{suffix}__import{(overloads ? mask : string.Empty)}");
        string arguments = string.Join(", ", function.Parameters.Select(static p => TypeMapper.Identifier(p.Name)));
        code.Open($"public static {result} {name}({parameters})");
        code.Line(require);
        code.Line($"{(result == "void" ? string.Empty : "return ")}{import}({arguments});");
        code.Close();
        code.Gap();
        code.Line($"[DllImport(\"{module}\", EntryPoint = \"{function.Name}\", ExactSpelling = true)]");
        code.Line($"private static extern {result} {import}({parameters});");
    }
}
