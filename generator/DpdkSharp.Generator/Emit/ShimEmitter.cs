using DpdkSharp.Generator.Merge;
using DpdkSharp.Generator.Model;

namespace DpdkSharp.Generator.Emit;

/// <summary>Writes the C of the shim: for each function that no library exports as C# could call it, one that it does.</summary>
internal sealed class ShimEmitter
{
    /// <summary>What the shim's libraries and functions are called: libdpdksharp_mbuf, dpdksharp_rte_pktmbuf_free.</summary>
    public const string Prefix = "dpdksharp_";

    private readonly EmitContext _context;
    private readonly List<CDeclarator> _declarators;

    public ShimEmitter(EmitContext context)
    {
        _context = context;
        _declarators = [.. context.Api.Versions.Select(static v => new CDeclarator(v))];
    }

    /// <summary>The library that has the functions of a DPDK library.</summary>
    public static string Module(string library) => "lib" + Prefix + library;

    /// <summary>The source of each of DPDK's libraries that needs one, by the library's name.</summary>
    public IEnumerable<(string Library, string Source)> Emit()
    {
        foreach (var library in _context.Api.Headers.GroupBy(static h => h.Library, StringComparer.Ordinal))
        {
            var code = new CodeWriter();
            bool any = false;
            foreach (MergedHeader header in library)
            {
                foreach (MergedDeclaration function in header.Declarations)
                {
                    any |= EmitFunction(code, function);
                }
            }
            if (any)
            {
                yield return (library.Key, Head(library.Key) + code);
            }
        }
    }

    /// <summary>The header that tells which of the known versions the sources are compiled for.</summary>
    public string EmitVersions()
    {
        var code = new CodeWriter();
        code.Line("/* By the generator: changes here are lost. */");
        code.Line("#include <rte_version.h>");
        code.Line();
        code.Line("#define DPDKSHARP_EXPORT __attribute__((visibility(\"default\")))");
        code.Line();
        code.Line("/* DPDKSHARP_FOR(BITS): the headers are those of one of the versions, a bit each, oldest first. */");
        for (int v = 0; v < _context.Api.Versions.Count; v++)
        {
            string[] parts = _context.Api.Versions[v].Version.Split('.');
            code.Line($"#{(v == 0 ? "if" : "elif")} RTE_VER_YEAR == {parts[0]} && RTE_VER_MONTH == {parts[1].TrimStart('0')}");
            code.Line($"#define DPDKSHARP_FOR(bits) ((bits) & 0x{1 << v:x})");
        }
        code.Line("#else");
        code.Line("#error \"the generator has not read this version of DPDK\"");
        code.Line("#endif");
        return code.ToString();
    }

    private string Head(string library)
    {
        var code = new CodeWriter();
        code.Line($"/* What {library} has as inline functions, for C#. By the generator: changes here are lost. */");
        code.Line("#include \"versions.h\"");
        foreach (string header in _context.Api.Headers.Where(h => h.Library == library).Select(static h => h.Path))
        {
            int present = 0;
            for (int v = 0; v < _context.Api.Versions.Count; v++)
            {
                present |= _context.Api.Versions[v].Headers.Any(h => h.Path == header && !h.ByOthers) ? 1 << v : 0;
            }
            if (present != 0)
            {
                EmitGuarded(code, present, $"#include <{header}>");
            }
        }
        return code.ToString();
    }

    private bool EmitFunction(CodeWriter code, MergedDeclaration function)
    {
        // Versions may name the types of one form differently, so each says its own; those that say the same share it.
        var lines = _context.ShimForms(function)
            .SelectMany(form => Enumerable.Range(0, _context.Api.Versions.Count).Where(v => (form.Mask & (1 << v)) != 0))
            .GroupBy(v => Definition(v, (FunctionDeclaration)function.Versions[v]!), v => 1 << v, StringComparer.Ordinal)
            .ToList();
        foreach (IGrouping<string, int> line in lines)
        {
            code.Line();
            EmitGuarded(code, line.Sum(), line.Key);
        }
        return lines.Count > 0;
    }

    private string Definition(int version, FunctionDeclaration function)
    {
        CDeclarator c = _declarators[version];
        CType result = Passed(version, function.Return);
        bool byReference = _context.Api.PassesByReference(version, result);
        var parameters = new List<string>();
        var arguments = new List<string>();
        if (byReference)
        {
            parameters.Add(c.Declare(new CPointer(result), "result_"));
        }
        foreach (ParameterDeclaration parameter in function.Parameters)
        {
            CType type = Passed(version, parameter.Type);
            bool pointed = _context.Api.PassesByReference(version, type);
            parameters.Add(c.Declare(pointed ? new CPointer(type is CConst ? type : new CConst(type)) : type, parameter.Name));
            arguments.Add(pointed ? "*" + parameter.Name : parameter.Name);
        }
        string call = $"{function.Name}({string.Join(", ", arguments)});";
        string declarator = $"{Prefix}{function.Name}({(parameters.Count == 0 ? "void" : string.Join(", ", parameters))})";
        string head = byReference ? "void " + declarator : c.Declare(result, declarator);
        string body = byReference ? $"*result_ = {call}" : result == CType.Void ? call : "return " + call;
        return $"DPDKSHARP_EXPORT {head} {{ {body} }}";
    }

    // An enum is 32 bits to the shim's callers, however small a version packs it.
    private CType Passed(int version, string type) =>
        _context.Api.Mappers[version].IsEnum(CType.Parse(type)) ? new CPrimitive("u32") : CType.Parse(type);

    private void EmitGuarded(CodeWriter code, int versions, string line)
    {
        if (versions == _context.Api.AllVersions)
        {
            code.Line(line);
            return;
        }
        code.Line($"#if DPDKSHARP_FOR(0x{versions:x}) /* {string.Join(", ", _context.VersionNames(versions))} */");
        code.Line(line);
        code.Line("#endif");
    }
}
