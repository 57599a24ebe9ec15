using System.Reflection;
using System.Runtime.InteropServices;
using DpdkSharp.Interop.Tests.Layout;
using DpdkSharp.TestKit;

namespace DpdkSharp.Interop.Tests.Imports;

/// <summary>Every import and every exported variable of the raw layer, against the libraries of all versions.</summary>
public sealed class ImportTests
{
    private static readonly List<Import> s_imports = [.. typeof(Dpdk).Assembly.GetTypes()
        .SelectMany(static t => t.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .Where(static m => m.GetCustomAttribute<DllImportAttribute>()?.Value.StartsWith("librte_", StringComparison.Ordinal) == true)
        .Select(static m => new Import(m, m.GetCustomAttribute<DllImportAttribute>()!))];

    /// <summary>Pointers to exported variables.</summary>
    private static readonly List<PropertyInfo> s_variables = [.. typeof(Dpdk).GetProperties(BindingFlags.Public | BindingFlags.Static).Where(static p => p.PropertyType.IsPointer)];

    public static IEnumerable<TheoryDataRow<string>> Versions => DpdkFiles.Versions.Select(static v => new TheoryDataRow<string>(v));

    private static string Loaded => DpdkRuntime.Abi!.Value.Version;

    [Fact]
    public void Every_import_of_the_loaded_version_resolves()
    {
        Assert.True(DpdkRuntime.IsSupported, DpdkRuntime.NotSupportedReason);
        var missing = new List<string>();
        int resolved = 0;
        foreach (Import import in s_imports.Where(static i => i.Versions.Contains(Loaded, StringComparer.Ordinal)))
        {
            try
            {
                Assert.NotEqual(0, DpdkRuntime.GetExport(import.Library, import.Symbol));
                // What the runtime itself does at the first call.
                Marshal.Prelink(import.Method);
                resolved++;
            }
            catch (Exception e) when (e is DpdkNotSupportedException or EntryPointNotFoundException or DllNotFoundException)
            {
                missing.Add($"{import.Library}: {import.Symbol} ({e.Message})");
            }
        }

        Assert.True(missing.Count == 0, string.Join('\n', missing));
        Assert.True(resolved > 500, $"only {resolved} imports were looked at");
    }

    [Fact]
    public unsafe void Every_exported_variable_of_the_loaded_version_has_an_address()
    {
        Assert.NotEmpty(s_variables);
        foreach (PropertyInfo variable in s_variables.Where(static v => Has(v, Loaded)))
        {
            object? value = variable.GetMethod!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null);

            Assert.True(Pointer.Unbox(value!) != null, variable.Name);
        }
    }

    [Fact]
    public void A_function_or_variable_that_the_loaded_version_lacks_says_which_versions_have_it()
    {
        // Inline functions are no imports: written in C#, they work with every version.
        HashSet<string> imported = s_imports.Select(static i => i.Symbol).ToHashSet(StringComparer.Ordinal);
        List<MethodInfo> lacking = [.. typeof(Dpdk).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(m => !Has(m, Loaded) && imported.Contains(m.Name))];
        lacking.AddRange(s_variables.Where(static v => !Has(v, Loaded)).Select(static v => v.GetMethod!));
        Assert.True(lacking.Count > 30, $"only {lacking.Count} functions");
        foreach (MethodInfo method in lacking)
        {
            MemberInfo declared = method.IsSpecialName ? typeof(Dpdk).GetProperty(method.Name["get_".Length..])! : method;
            object?[] arguments = [.. method.GetParameters().Select(static p => Nothing(p.ParameterType))];

            Exception? thrown = Record.Exception(() => method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null));

            Assert.True(thrown is DpdkNotSupportedException, $"{method}: {thrown}");
            Assert.Contains(declared.Name.TrimEnd('_'), thrown.Message, StringComparison.Ordinal);
            Assert.Contains($"DPDK {Loaded}", thrown.Message, StringComparison.Ordinal);
            Assert.Contains(string.Join(", ", declared.GetCustomAttribute<DpdkVersionsAttribute>()!.Versions), thrown.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void The_libraries_of_a_version_export_every_import_that_it_should_have(string version)
    {
        var exports = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        DpdkFiles files = DpdkFiles.Of(version);
        int abi = DpdkRuntime.KnownAbis.Single(k => k.Version == version).Number;
        // Which library an import means depends on the version: a process with that version chosen says it.
        Dictionary<string, string> libraries = Probe.Libraries(version);
        var missing = new List<string>();
        int found = 0;
        foreach (Import import in s_imports.Where(i => i.Versions.Contains(version, StringComparer.Ordinal)))
        {
            if (Exports(libraries[import.Library]).Contains(import.Symbol))
            {
                found++;
            }
            else
            {
                missing.Add($"{import.Library}: {import.Symbol}");
            }
        }
        HashSet<string> everything = [.. files.Libraries(abi).SelectMany(Exports)];
        missing.AddRange(s_variables.Where(v => Has(v, version)).Select(static v => v.Name.TrimEnd('_')).Where(v => !everything.Contains(v)));

        Assert.True(missing.Count == 0, string.Join('\n', missing));
        Assert.True(found > 500, $"only {found} imports were looked at");

        HashSet<string> Exports(string library)
        {
            if (!exports.TryGetValue(library, out HashSet<string>? known))
            {
                string file = Path.Combine(files.LibraryFolder, $"{library}.so.{abi}");
                known = File.Exists(file)
                    ? [.. ChildProcess.RunChecked("nm", "-D", "--defined-only", file).Split('\n').Select(static l => l.Split(' ')[^1].Split('@')[0])]
                    : [];
                exports.Add(library, known);
            }
            return known;
        }
    }

    // Exported by 24.11 and declared in rte_acc_cfg.h, which cannot be included there.
    private static readonly string[] s_unreachable = ["rte_acc_configure"];

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_version_does_not_export_what_is_said_to_be_missing_there(string version)
    {
        DpdkFiles files = DpdkFiles.Of(version);
        int abi = DpdkRuntime.KnownAbis.Single(k => k.Version == version).Number;
        HashSet<string> exported = [.. Probe.Libraries(version).Values.Distinct(StringComparer.Ordinal)
            .Select(l => Path.Combine(files.LibraryFolder, $"{l}.so.{abi}"))
            .Where(File.Exists)
            .SelectMany(static f => ChildProcess.RunChecked("nm", "-D", "--defined-only", f).Split('\n'))
            .Select(static l => l.Split(' ')[^1].Split('@')[0])];

        IEnumerable<string> there = s_imports
            .GroupBy(static i => i.Symbol, StringComparer.Ordinal)
            .Where(forms => forms.All(f => !f.Versions.Contains(version, StringComparer.Ordinal)))
            .Select(static forms => forms.Key)
            .Except(s_variables.Where(v => Has(v, version)).Select(static v => v.Name.TrimEnd('_')), StringComparer.Ordinal)
            .Except(s_unreachable, StringComparer.Ordinal)
            .Where(exported.Contains);

        Assert.Empty(there);
    }

    private static bool Has(MemberInfo member, string version) =>
        member.GetCustomAttribute<DpdkVersionsAttribute>() is not { } only || only.Versions.Contains(version, StringComparer.Ordinal);

    // Reflection takes null for a data pointer, and for a function pointer only a number.
    private static object? Nothing(Type type) =>
        type.IsFunctionPointer ? (nint)0 : type.IsPointer ? null : Activator.CreateInstance(type);

    private sealed class Import(MethodInfo method, DllImportAttribute attribute)
    {
        public MethodInfo Method => method;

        public string Library => attribute.Value;

        public string Symbol => attribute.EntryPoint ?? method.Name;

        /// <summary>Its own where it says them, else those of the wrapper, where it has one: that has the same parameters.</summary>
        public IReadOnlyList<string> Versions { get; } =
            (method.IsPublic || method.GetCustomAttribute<DpdkVersionsAttribute>() is not null
                ? method
                : method.DeclaringType!.GetMethod(
                    method.Name[..method.Name.IndexOf("__import", StringComparison.Ordinal)],
                    BindingFlags.Public | BindingFlags.Static,
                    [.. method.GetParameters().Select(static p => p.ParameterType)]) ?? method)
            .GetCustomAttribute<DpdkVersionsAttribute>()?.Versions ?? [.. DpdkFiles.Versions];
    }
}
