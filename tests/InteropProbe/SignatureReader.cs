using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DpdkSharp.Interop;

namespace DpdkSharp.InteropProbe;

/// <summary>Reads from the built assembly, by reflection alone, the types of its functions.</summary>
internal sealed class SignatureReader
{
    private const BindingFlags Static = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly;
    private const BindingFlags Instance = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private readonly SignatureClaims _claims;

    private SignatureReader(string version) => _claims = new SignatureClaims(version, [], [], [], []);

    public static SignatureClaims Read(string version)
    {
        var reader = new SignatureReader(version);
        foreach (Type holder in FunctionHolders())
        {
            foreach (MethodInfo method in holder.GetMethods(Static).Where(static m => m is { IsPublic: true, IsSpecialName: false }))
            {
                reader.ReadFunction(holder, method);
            }
        }
        foreach (PropertyInfo variable in typeof(Dpdk).GetProperties(BindingFlags.Public | BindingFlags.Static).Where(static p => p.PropertyType.IsPointer))
        {
            // A variable that shares its name with a type or function has an underscore behind it.
            reader._claims.Variables.Add(new VariableClaim(variable.Name.TrimEnd('_'), variable.Name, TypeOf(variable.PropertyType), VersionsOf(variable)));
        }
        foreach (Type type in typeof(Dpdk).Assembly.GetExportedTypes().Where(static t => t is { IsNested: false, IsValueType: true, IsEnum: false } && LayoutReader.IsOfC(t)))
        {
            if (!reader.Lacks(type))
            {
                reader.ReadFields(type, type.Name, string.Empty, type.Name);
            }
        }
        return reader._claims;
    }

    /// <summary>The classes whose methods are C's functions.</summary>
    private static IEnumerable<Type> FunctionHolders() =>
        typeof(Dpdk).Assembly.GetExportedTypes().Where(static t => t == typeof(Dpdk) || t == typeof(DpdkShim));

    private void ReadFunction(Type holder, MethodInfo method)
    {
        bool import = method.IsDefined(typeof(DllImportAttribute), false)
            || holder.GetMethods(Static).Any(m => m.Name.StartsWith(method.Name + "__import", StringComparison.Ordinal));
        var claim = new FunctionClaim(
            FunctionClaim.NameOf(method),
            FunctionClaim.MemberOf(method),
            import,
            VersionsOf(method),
            TypeOf(method.ReturnType),
            [.. method.GetParameters().Select(static p => TypeOf(p.ParameterType))]);
        bool explained = !method.IsGenericMethod && claim.Parameters.Prepend(claim.Result).All(IsKnown);
        (explained ? _claims.Functions : _claims.Unexplained).Add(claim);
    }

    private void ReadFields(Type type, string record, string path, string shown)
    {
        foreach (MemberInfo member in type.GetMembers(Instance).Where(m => !Lacks(m)))
        {
            Type? content = member switch
            {
                FieldInfo field => field.FieldType,
                PropertyInfo { PropertyType.IsByRef: true } reference => reference.PropertyType.GetElementType(),
                PropertyInfo { PropertyType: { IsGenericType: true } span } when span.GetGenericTypeDefinition() == typeof(Span<>) => span.GetGenericArguments()[0],
                PropertyInfo { PropertyType.IsPointer: true, CanWrite: false } place => place.PropertyType.GetElementType(),
                MethodInfo { IsSpecialName: false, ReturnType.IsByRef: true } indexed => indexed.ReturnType.GetElementType(),
                _ => null,
            };
            string name = LayoutReader.FormSuffix().Replace(member.Name, string.Empty);
            string step = path.Length == 0 ? name : $"{path}.{name}";
            if (content?.GetField("e0") is { } first && content.IsNested)
            {
                content = first.FieldType;
                step += "[0]";
            }
            if (content is { IsFunctionPointer: true })
            {
                bool element = member is PropertyInfo { PropertyType.IsByRef: false } or MethodInfo;
                _claims.Fields.Add(new FunctionFieldClaim(record, element ? step + "[0]" : step, $"{shown}.{member.Name}", TypeOf(content), VersionsOf(member)));
            }
            else if (content is { IsNested: true, IsValueType: true, IsEnum: false } && content.DeclaringType == type)
            {
                ReadFields(content, record, step, $"{shown}.{content.Name}");
            }
        }
    }

    private static bool IsKnown(TypeClaim type) => type.Kind != "unknown" && (type.Of is null || IsKnown(type.Of)) && type.Parameters.TrueForAll(IsKnown);

    private static TypeClaim TypeOf(Type type)
    {
        if (type.IsFunctionPointer)
        {
            return new TypeClaim("function", string.Empty, 8, TypeOf(type.GetFunctionPointerReturnType()), [.. type.GetFunctionPointerParameterTypes().Select(TypeOf)]);
        }
        if (type.IsPointer)
        {
            return new TypeClaim("pointer", string.Empty, 8, TypeOf(type.GetElementType()!), []);
        }
        (string kind, string name) = type switch
        {
            _ when type == typeof(void) => ("void", string.Empty),
            _ when type == typeof(bool) => ("bool", string.Empty),
            _ when type == typeof(float) || type == typeof(double) || type == typeof(Half) => ("real", string.Empty),
            _ when type == typeof(Int128) => ("integer", string.Empty),
            _ when type == typeof(UInt128) => ("unsigned", string.Empty),
            { IsEnum: true } => ("enum", type.Name),
            { IsPrimitive: true } when type != typeof(char) => (Measure.IsSigned(type) ? "integer" : "unsigned", string.Empty),
            { IsGenericType: true } when type.Namespace == typeof(Vector128).Namespace => ("vector", string.Empty),
            { IsNested: false, IsValueType: true, IsGenericType: false } when type.Assembly == typeof(Dpdk).Assembly && LayoutReader.IsOfC(type) => ("record", type.Name),
            _ => ("unknown", type.Name),
        };
        int size = kind is "void" or "unknown" or "record" ? 0 : Measure.SizeOf(type);
        return new TypeClaim(kind, name, size, null, []);
    }

    private bool Lacks(MemberInfo member) => !VersionsOf(member).Contains(_claims.Version, StringComparer.Ordinal);

    private static List<string> VersionsOf(MemberInfo member) =>
        [.. member.GetCustomAttribute<DpdkVersionsAttribute>()?.Versions ?? [.. DpdkRuntime.KnownAbis.Select(static k => k.Version)]];
}
