using System.Reflection;
using System.Runtime.CompilerServices;
using DpdkSharp.InteropProbe;

namespace DpdkSharp.Interop.Tests.Layout;

/// <summary>
/// gcc and DPDK's headers against the built assembly. A process for each version reads by reflection what the assembly says with that
/// version chosen; nothing here knows the facts that the generator worked from.
/// </summary>
public sealed class LayoutTests(ITestOutputHelper output)
{
    public static IEnumerable<TheoryDataRow<string>> Versions => DpdkFiles.Versions.Select(static v => new TheoryDataRow<string>(v));

    [Theory]
    [MemberData(nameof(Versions))]
    public void C_agrees_with_every_size_alignment_offset_bit_and_value(string version)
    {
        LayoutProof proof = LayoutProof.Of(version);

        output.WriteLine($"DPDK {version}: {proof.Assertions} static assertions, {proof.RunTimeChecks} checks at run time, {proof.Absences} absences");
        output.WriteLine($"on {proof.Claims.Records.Count} records, {proof.Claims.Records.Sum(static r => r.Fields.Count)} fields, {proof.Claims.Enums.Count} enums, {proof.Claims.Constants.Count} constants");
        Assert.True(proof.Failures.Count == 0, string.Join('\n', proof.Failures.Prepend($"{proof.Failures.Count} differences from DPDK {version}:")));
        Assert.True(proof.Assertions > 8000, $"only {proof.Assertions} assertions were made");
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void The_assembly_does_not_contradict_itself(string version)
    {
        Claims claims = LayoutProof.Of(version).Claims;

        Assert.Equal(version, claims.Version);
        Assert.Empty(claims.Faults);
        Assert.Empty(claims.Unexplained);
    }

    [Fact]
    public void Every_constant_has_the_type_that_C_gives_it_in_some_version()
    {
        IEnumerable<string> never = DpdkFiles.Versions
            .SelectMany(static v => LayoutProof.Of(v).Claims.Constants)
            .Select(static c => c.Name)
            .Distinct(StringComparer.Ordinal)
            .Where(static c => DpdkFiles.Versions.All(v => !LayoutProof.Of(v).Claims.Constants.Exists(k => k.Name == c) || LayoutProof.Of(v).WiderConstants.Contains(c, StringComparer.Ordinal)));

        Assert.Empty(never);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Nothing_public_that_a_version_has_is_left_without_an_assertion(string version)
    {
        HashSet<string> covered = LayoutProof.Of(version).Covered;
        var buffers = DpdkFiles.Versions.SelectMany(static v => LayoutProof.Of(v).Claims.Buffers).ToHashSet(StringComparer.Ordinal);
        var left = new List<string>();
        int types = 0;
        foreach (Type type in typeof(Dpdk).Assembly.GetExportedTypes().Where(static t => t.IsValueType && t.GetCustomAttribute<CompilerGeneratedAttribute>() is null))
        {
            string name = NameOf(type);
            if (LayoutExceptions.TypesOfCSharp.ContainsKey(name.Split('.')[0]) || buffers.Contains(name) || LayoutExceptions.IsSequence(type) || !Has(type))
            {
                continue;
            }
            types++;
            if (!covered.Contains(name))
            {
                left.Add(name);
            }
            const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
            left.AddRange(type.GetMembers(Own)
                .Where(static m => m is FieldInfo { IsSpecialName: false } or PropertyInfo { Name: not "SizeOf" } or MethodInfo { IsSpecialName: false })
                .Where(Has)
                .Select(m => $"{name}.{m.Name}")
                .Where(m => !covered.Contains(m)));
        }
        left.AddRange(typeof(Dpdk).GetFields(BindingFlags.Public | BindingFlags.Static).Where(Has).Select(static f => f.Name).Where(f => !covered.Contains(f)));
        // Exported variables are pointers: see the tests of the imports and of the signatures.
        left.AddRange(typeof(Dpdk).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(p => !p.PropertyType.IsPointer && Has(p) && Has(p.PropertyType))
            .Select(static p => p.Name)
            .Where(p => !covered.Contains(p) && !LayoutExceptions.PropertiesThatAreNoConstants.ContainsKey(p)));

        Assert.True(left.Count == 0, "not covered: " + string.Join(", ", left));
        Assert.True(types > 1000, $"only {types} types were looked at");

        bool Has(MemberInfo member) =>
            (member.GetCustomAttribute<DpdkVersionsAttribute>() is not { } only || only.Versions.Contains(version, StringComparer.Ordinal))
            && (member.DeclaringType is not { IsValueType: true } outer || Has(outer));
    }

    private static string NameOf(Type type) => type.IsNested ? $"{NameOf(type.DeclaringType!)}.{type.Name}" : type.Name;
}
