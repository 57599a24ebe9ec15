using DpdkSharp.Generator.Documentation;
using DpdkSharp.Generator.Extract;
using DpdkSharp.Generator.Model;
using DpdkSharp.TestKit;

namespace DpdkSharp.Generator.Tests;

/// <summary>
/// A DPDK in miniature: one header and one library in a folder of its own, laid out as an installed DPDK is, so that the generator
/// can be given any C.
/// </summary>
internal sealed class HeaderTree : IDisposable
{
    private static readonly Configuration Configuration = new(
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["test"] = ["rte_eal.h"] },
        [new Exclusion("rte_compat.h", "holds markers only")],
        ["timespec"],
        ["-std=gnu11", "-D_GNU_SOURCE"],
        [new Exclusion("RTE_EXCLUDED", "to show that it can be left out")],
        [new MacroRule(["__rte_*"], "an attribute")]);

    private readonly string _folder = Directory.CreateTempSubdirectory("dpdksharp-generator-").FullName;

    private HeaderTree(string header, IReadOnlyDictionary<string, string> libraries)
    {
        Directory.CreateDirectory(Include);
        Directory.CreateDirectory(Libraries);
        File.WriteAllText(Path.Combine(Include, "rte_compat.h"), "#define __rte_experimental\n#define __rte_internal\n");
        File.WriteAllText(Path.Combine(Include, "rte_eal.h"), "#pragma once\n#include <stdint.h>\n#include <stdbool.h>\n#include <stddef.h>\n#include <stdarg.h>\n#include <rte_compat.h>\n" + header);
        foreach ((string library, string code) in libraries)
        {
            string source = Path.Combine(_folder, library + ".c");
            File.WriteAllText(source, code);
            _ = ChildProcess.RunChecked("gcc", "-shared", "-fPIC", "-o", Path.Combine(Libraries, library + ".so.7.0"), source);
        }
    }

    public static Configuration Settings => Configuration;

    private string Include => Path.Combine(_folder, "include");

    private string Libraries => Path.Combine(_folder, "lib");

    /// <summary>The facts that the generator reads from a header.</summary>
    /// <param name="version">The version that they stand for.</param>
    /// <param name="header">C declarations; the standard integer types are there.</param>
    /// <param name="exports">The C source of the library.</param>
    public static DpdkVersion Extract(string version, string header, string exports = "") =>
        Extract(version, header, new Dictionary<string, string>(StringComparer.Ordinal) { ["librte_eal"] = exports });

    /// <summary>The facts that the generator reads from a header.</summary>
    /// <param name="version">The version that they stand for.</param>
    /// <param name="header">C declarations; the standard integer types are there.</param>
    /// <param name="libraries">The names of the libraries (librte_eal), and the C source of each.</param>
    public static DpdkVersion Extract(string version, string header, IReadOnlyDictionary<string, string> libraries)
    {
        using var tree = new HeaderTree(header, libraries);
        // The libraries of the miniature have one number for all versions; which ABI it is, the version says.
        return Extractor.Extract(version, tree.Include, tree.Libraries, Configuration) with { Abi = Extractor.AbiOf(version) };
    }

    /// <summary>The comments that the generator reads from a header.</summary>
    public static HeaderComments Comments(string header)
    {
        using var tree = new HeaderTree(header, new Dictionary<string, string>(StringComparer.Ordinal));
        return HeaderComments.Read(new HeaderSet("22.11", tree.Include, Configuration, []));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
