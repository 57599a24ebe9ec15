using System.Reflection;
using DpdkSharp.Interop.Tests.Layout;
using DpdkSharp.InteropProbe;

namespace DpdkSharp.Interop.Tests.Signatures;

/// <summary>
/// g++ and DPDK's headers against the functions of the built assembly. A process for each version reads by reflection what the assembly
/// says; nothing here knows the facts that the generator worked from.
/// </summary>
public sealed class SignatureTests(ITestOutputHelper output)
{
    public static IEnumerable<TheoryDataRow<string>> Versions => DpdkFiles.Versions.Select(static v => new TheoryDataRow<string>(v));

    [Theory]
    [MemberData(nameof(Versions))]
    public void C_agrees_with_the_type_of_every_result_parameter_variable_and_function_field(string version)
    {
        SignatureProof proof = SignatureProof.Of(version);

        output.WriteLine($"DPDK {version}: {proof.Assertions} assertions on {proof.Covered.Count} functions, variables and fields; {proof.Absences} absences");
        Assert.True(proof.Failures.Count == 0, string.Join('\n', proof.Failures.Prepend($"{proof.Failures.Count} differences from DPDK {version}:")));
        Assert.True(proof.Assertions > 9000, $"only {proof.Assertions} assertions were made");
    }

    [Fact]
    public void No_function_is_left_without_an_assertion()
    {
        List<SignatureProof> proofs = [.. DpdkFiles.Versions.Select(SignatureProof.Of)];
        var left = new List<string>();
        int functions = 0;
        foreach (MethodInfo method in Holders.SelectMany(static t => t.GetMethods(BindingFlags.Public | BindingFlags.Static)).Where(static m => !m.IsSpecialName))
        {
            string member = FunctionClaim.MemberOf(method);
            IReadOnlyList<string>? only = method.GetCustomAttribute<DpdkVersionsAttribute>()?.Versions;
            bool covered = only is null
                ? proofs.Exists(p => p.Covered.Contains(member))
                : only.All(v => proofs.Exists(p => p.Claims.Version == v && p.Covered.Contains(member)));
            functions += covered ? 1 : 0;
            // A macro has no type: what C# makes of it is tested by its values.
            if (!covered && !proofs.Exists(p => p.Macros.Contains(FunctionClaim.NameOf(method))))
            {
                left.Add(member);
            }
        }

        output.WriteLine($"{functions} functions");
        Assert.True(left.Count == 0, "not covered: " + string.Join(", ", left));
        Assert.True(functions > 2000, $"only {functions} functions were looked at");
    }

    [Fact]
    public void No_variable_and_no_field_that_holds_a_function_is_left_without_an_assertion()
    {
        HashSet<string> covered = [.. DpdkFiles.Versions.SelectMany(static v => SignatureProof.Of(v).Covered)];
        const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        List<string> left = [.. typeof(Dpdk).Assembly.GetExportedTypes()
            .Where(static t => t.IsValueType && t.Name is not ("EthRxQueueSlot" or "EthTxQueueSlot"))
            .SelectMany(t => t.GetMembers(Own).Where(HoldsFunction).Select(m => $"{NameOf(t)}.{m.Name}"))
            .Concat(typeof(Dpdk).GetProperties(BindingFlags.Public | BindingFlags.Static).Where(static p => p.PropertyType.IsPointer).Select(static p => p.Name))];

        Assert.NotEmpty(left);
        left.RemoveAll(covered.Contains);
        Assert.True(left.Count == 0, "not covered: " + string.Join(", ", left));
    }

    private static Type[] Holders => [typeof(Dpdk), typeof(DpdkShim)];

    private static bool HoldsFunction(MemberInfo member) => member switch
    {
        FieldInfo field => Innermost(field.FieldType).IsFunctionPointer,
        PropertyInfo property => Innermost(property.PropertyType).IsFunctionPointer,
        MethodInfo { IsSpecialName: false } method => Innermost(method.ReturnType).IsFunctionPointer,
        _ => false,
    };

    private static Type Innermost(Type type) => type.IsByRef || type.IsPointer ? Innermost(type.GetElementType()!) : type;

    private static string NameOf(Type type) => type.IsNested ? $"{NameOf(type.DeclaringType!)}.{type.Name}" : type.Name;
}
