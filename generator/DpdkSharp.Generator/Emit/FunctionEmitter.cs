using System.Globalization;
using DpdkSharp.Generator.Merge;
using DpdkSharp.Generator.Model;

namespace DpdkSharp.Generator.Emit;

/// <summary>Functions: imports from DPDK's libraries and from the shim; and pointers to exported variables.</summary>
internal sealed class FunctionEmitter(EmitContext context)
{
    /// <summary>The class of the functions that go through the shim.</summary>
    public const string ShimClass = "DpdkShim";

    /// <summary>Writes the methods of a function; false when there is none to call, or it is written by hand.</summary>
    public bool EmitFunction(CodeWriter code, MergedDeclaration declaration)
    {
        IReadOnlyList<FunctionForm> forms = context.IsExcluded(declaration.Name) || context.HandWritten.Contains(declaration.Name) ? [] : FunctionForm.Of(context.Api, declaration);
        if (forms.Count == 0)
        {
            return false;
        }
        string[] libraries = [.. Enumerable.Range(0, context.Api.Versions.Count)
            .Select(v => forms.Any(f => !f.Shim && (f.Mask & (1 << v)) != 0) ? ((FunctionDeclaration)declaration.Versions[v]!).Library! : null!)];
        string? module = forms.All(static f => f.Shim) ? null : context.Module(libraries);
        var parameterLists = new HashSet<string>(StringComparer.Ordinal);
        // Forms that look the same in C# are one method, which chooses.
        foreach (IGrouping<string, FunctionForm> same in forms.GroupBy(Look, StringComparer.Ordinal))
        {
            FunctionForm newest = same.First();
            code.Gap();
            EmitMethod(code, [.. same], module, Suffix(newest, parameterLists), overloads: forms.Count > 1);
        }
        return true;
    }

    /// <summary>The versions, a bit each, that share each of a function's forms that C# can tell apart.</summary>
    public List<int> MasksOf(MergedDeclaration declaration) =>
        [.. FunctionForm.Of(context.Api, declaration).GroupBy(Look, StringComparer.Ordinal).Select(static same => same.Sum(static f => f.Mask))];

    /// <summary>Writes the method that calls a function of the shim.</summary>
    public void EmitShim(CodeWriter code, string library, IReadOnlyList<FunctionForm> forms)
    {
        var parameterLists = new HashSet<string>(StringComparer.Ordinal);
        foreach (FunctionForm form in forms)
        {
            string name = TypeMapper.Identifier(form.Function.Name + Suffix(form, parameterLists));
            string import = form.Function.Name + "__import" + (forms.Count > 1 ? form.Mask.ToString(CultureInfo.InvariantCulture) : string.Empty);
            string attribute = $"[DllImport(\"{ShimEmitter.Module(library)}\", EntryPoint = \"{ShimEmitter.Prefix}{form.Function.Name}\", ExactSpelling = true)]";
            string? require = context.Require(form.Mask, form.Function.Name);
            bool byReference = ByReference(form, CType.Parse(form.Function.Return)) || form.Function.Parameters.Any(p => ByReference(form, CType.Parse(p.Type)));
            code.Gap();
            EmitAttributes(code, form.Function, form.Mask);
            if (require is null && !byReference)
            {
                code.Line(attribute);
                code.Line($"public static extern {Result(form)} {name}({Parameters(form)});");
                continue;
            }
            code.Open($"public static {Result(form)} {name}({Parameters(form)})");
            if (require is not null)
            {
                code.Line(require);
            }
            EmitShimCall(code, form, import);
            code.Close();
            code.Gap();
            code.Line(attribute);
            code.Line(ShimImport(form, import));
        }
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
        // The name itself is the type's or the function's; by hand there may be one that calls what the variable holds.
        bool taken = context.IsTypeName(declaration.Name) || context.Functions.Contains(declaration.Name) || context.HandWritten.Contains(declaration.Name);
        string name = TypeMapper.Identifier(taken ? declaration.Name + "_" : declaration.Name);
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

    private void EmitMethod(CodeWriter code, IReadOnlyList<FunctionForm> forms, string? module, string suffix, bool overloads)
    {
        FunctionForm newest = forms[0];
        FunctionDeclaration function = newest.Function;
        string name = TypeMapper.Identifier(function.Name + suffix);
        int mask = forms.Sum(static f => f.Mask);
        EmitAttributes(code, function, mask);
        if (forms is [{ Shim: true }])
        {
            code.Line($"public static {Result(newest)} {name}({Parameters(newest)}) => {Call(newest)};");
            return;
        }
        string? require = context.Require(mask, function.Name + suffix);
        if (require is null && forms.Count == 1)
        {
            code.Line($"[DllImport(\"{module}\", ExactSpelling = true)]");
            code.Line($"public static extern {Result(newest)} {name}({Parameters(newest)});");
            return;
        }
        code.Open($"public static {Result(newest)} {name}({Parameters(newest)})");
        if (require is not null)
        {
            code.Line(require);
        }
        bool returns = Result(newest) != "void";
        foreach (FunctionForm form in forms.SkipLast(1))
        {
            code.Open(string.Create(CultureInfo.InvariantCulture, $"if (Abi.IsOneOf({form.Mask}))"));
            code.Line((returns ? "return " : string.Empty) + Call(form) + ";");
            if (!returns)
            {
                code.Line("return;");
            }
            code.Close();
        }
        code.Line((returns ? "return " : string.Empty) + Call(forms[^1]) + ";");
        code.Close();
        FunctionForm direct = forms.First(static f => !f.Shim);
        code.Gap();
        if (direct.Mask != mask && context.VersionsAttribute(direct.Mask) is { } versions)
        {
            code.Line(versions);
        }
        code.Line($"[DllImport(\"{module}\", EntryPoint = \"{function.Name}\", ExactSpelling = true)]");
        code.Line($"private static extern {Result(direct)} {Import(direct)}({Parameters(direct)});");

        string Import(FunctionForm form) => string.Create(CultureInfo.InvariantCulture, $"{function.Name}{suffix}__import{(overloads ? form.Mask : string.Empty)}");

        string Call(FunctionForm form) =>
            $"{(form.Shim ? $"{ShimClass}.{name}" : Import(form))}({string.Join(", ", form.Function.Parameters.Select(static p => TypeMapper.Identifier(p.Name)))})";
    }

    private void EmitShimCall(CodeWriter code, FunctionForm form, string import)
    {
        IEnumerable<string> arguments = form.Function.Parameters.Select(p =>
            (ByReference(form, CType.Parse(p.Type)) && !IsRecord(form, CType.Parse(p.Type)) ? "&" : string.Empty) + TypeMapper.Identifier(p.Name));
        CType result = CType.Parse(form.Function.Return);
        if (!ByReference(form, result))
        {
            code.Line($"{(Result(form) == "void" ? string.Empty : "return ")}{import}({string.Join(", ", arguments)});");
        }
        else if (IsRecord(form, result))
        {
            code.Line($"{import}({string.Join(", ", arguments.Prepend("result_"))});");
        }
        else
        {
            code.Line($"{Result(form)} result_;");
            code.Line($"{import}({string.Join(", ", arguments.Prepend("&result_"))});");
            code.Line("return result_;");
        }
    }

    private string ShimImport(FunctionForm form, string import)
    {
        CType result = CType.Parse(form.Function.Return);
        bool byReference = ByReference(form, result);
        IEnumerable<string> parameters = form.Function.Parameters.Select(p => $"{Type(form, CType.Parse(p.Type), imported: true)} {TypeMapper.Identifier(p.Name)}");
        return byReference
            ? $"private static extern void {import}({string.Join(", ", parameters.Prepend($"{Mapper(form).Map(result)}* result_"))});"
            : $"private static extern {Result(form)} {import}({string.Join(", ", parameters)});";
    }

    private void EmitAttributes(CodeWriter code, FunctionDeclaration function, int mask)
    {
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
    }

    private TypeMapper Mapper(FunctionForm form) => context.Api.Mappers[form.Version];

    private bool ByReference(FunctionForm form, CType type) => form.Shim && context.Api.PassesByReference(form.Version, type);

    // A record whose layout depends on the version cannot be a value in C# at all: the caller has it somewhere.
    private bool IsRecord(FunctionForm form, CType type) => Mapper(form).Resolve(type) is CNamed;

    private string Type(FunctionForm form, CType type, bool imported = false) =>
        Mapper(form).MapParameter(type) + (ByReference(form, type) && (imported || IsRecord(form, type)) ? "*" : string.Empty);

    private string Result(FunctionForm form)
    {
        CType result = CType.Parse(form.Function.Return);
        return ByReference(form, result) && IsRecord(form, result) ? "void" : Mapper(form).Map(result);
    }

    private string Parameters(FunctionForm form, bool names = true)
    {
        IEnumerable<string> parameters = form.Function.Parameters.Select(p => Type(form, CType.Parse(p.Type)) + (names ? " " + TypeMapper.Identifier(p.Name) : string.Empty));
        CType result = CType.Parse(form.Function.Return);
        return string.Join(", ", ByReference(form, result) && IsRecord(form, result) ? parameters.Prepend(Type(form, result) + (names ? " result_" : string.Empty)) : parameters);
    }

    // What tells forms apart in C#.
    private string Look(FunctionForm form) => Result(form) + " " + Parameters(form, names: false);

    // Forms that C# cannot tell by their parameters (another type of the result) are told by their name.
    private string Suffix(FunctionForm form, HashSet<string> parameterLists) =>
        parameterLists.Add(Parameters(form, names: false)) ? string.Empty : $"_v{context.Api.Versions[form.Version].Version.Replace('.', '_')}";
}
