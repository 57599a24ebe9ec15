using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using DpdkSharp.Interop;

namespace DpdkSharp.InteropProbe;

/// <summary>Reads from the built assembly, by reflection and measurement alone, what it says about C.</summary>
internal sealed partial class LayoutReader
{
    private const BindingFlags Instance = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private readonly Claims _claims;
    private readonly int _abi;

    private LayoutReader(int abi)
    {
        _abi = abi;
        _claims = new Claims(DpdkRuntime.KnownAbis[abi].Version, [], [], [], [], [], [], []);
    }

    private delegate ReadOnlySpan<byte> Text();

    public static Claims Read(string version)
    {
        int abi = DpdkRuntime.KnownAbis.ToList().FindIndex(k => k.Version == version);
        var reader = new LayoutReader(abi);
        foreach (Type type in typeof(Dpdk).Assembly.GetExportedTypes().Where(static t => !t.IsNested).OrderBy(static t => t.Name, StringComparer.Ordinal))
        {
            if (type.IsEnum)
            {
                reader.ReadEnum(type);
            }
            else if (type.IsValueType && IsOfC(type))
            {
                reader.ReadRecord(type, null, null);
            }
        }
        reader.ReadConstants();
        return reader._claims;
    }

    /// <summary>A type that mirrors one of C: an explicit layout, or nothing inside at all.</summary>
    public static bool IsOfC(Type type) => type.IsExplicitLayout || type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance).Length == 0;

    private void ReadRecord(Type type, string? parent, string? path)
    {
        string name = NameOf(type);
        if (Lacks(type))
        {
            if (parent is null)
            {
                _claims.Absent.Add(new AbsentClaim("record", string.Empty, name));
            }
            return;
        }
        if (!type.IsExplicitLayout)
        {
            _claims.Records.Add(new RecordClaim(name, parent, path, true, 0, 0, []));
            return;
        }
        bool varying = type.GetCustomAttribute<DpdkLayoutAttribute>() is not null;
        int managed = Measure.SizeOf(type);
        int size = SizeOf(type);
        if (varying ? size > managed : size != managed)
        {
            _claims.Faults.Add($"{name}: {size} bytes do not fit the {managed} of the C# struct");
        }
        int alignment = type.GetCustomAttribute<NativeAlignmentAttribute>() is { } stated
            ? stated.Alignments[stated.Alignments.Count == 1 ? 0 : _abi]
            : Measure.AlignmentOf(type);
        var record = new RecordClaim(name, parent, path, false, size, alignment, []);
        _claims.Records.Add(record);
        var nested = type.GetNestedTypes(BindingFlags.Public)
            .Where(static t => t.GetCustomAttribute<CompilerGeneratedAttribute>() is null)
            .ToDictionary(static t => t, static t => false);
        foreach (MemberInfo member in type.GetMembers(Instance))
        {
            if (member is MethodInfo { IsSpecialName: true } or ConstructorInfo || member.MemberType == MemberTypes.NestedType)
            {
                continue;
            }
            ReadMember(record, type, member, nested);
        }
        foreach ((Type left, _) in nested.Where(static n => !n.Value))
        {
            if (!Lacks(left))
            {
                _claims.Unexplained.Add($"{NameOf(left)}: no member has this type");
            }
        }
    }

    private void ReadMember(RecordClaim record, Type type, MemberInfo member, Dictionary<Type, bool> nested)
    {
        string name = FormSuffix().Replace(member.Name, string.Empty);
        if (Lacks(member))
        {
            bool other = type.GetMembers(Instance).Any(m => m != member && !Lacks(m) && FormSuffix().Replace(m.Name, string.Empty) == name);
            if (!other)
            {
                _claims.Absent.Add(new AbsentClaim("field", record.Name, name));
            }
            if (type.GetCustomAttribute<DpdkLayoutAttribute>() is not null && member is PropertyInfo { GetMethod: { } lacking } && !Throws(type, lacking))
            {
                _claims.Faults.Add($"{record.Name}.{member.Name}: DPDK {_claims.Version} lacks it, and reading it does not throw");
            }
            foreach (Type without in nested.Keys.Where(n => n.Name == "_" + member.Name + "_e").ToList())
            {
                nested[without] = true;
            }
            return;
        }
        switch (member)
        {
            case FieldInfo field:
                int size = Measure.SizeOf(field.FieldType);
                Type content = field.FieldType;
                int offset = Measure.Offset(type, field);
                if (field.GetCustomAttribute<FixedBufferAttribute>() is { } buffer)
                {
                    Add(FieldClaimKind.Array, offset, size, Measure.SizeOf(buffer.ElementType), buffer.ElementType);
                }
                else if (content.IsNested && content.DeclaringType == type && content.GetField("e0") is { } first && nested.ContainsKey(content))
                {
                    nested[content] = true;
                    _claims.Buffers.Add(NameOf(content));
                    CheckBuffer(content, first, size);
                    Add(FieldClaimKind.Array, offset, size, Measure.SizeOf(first.FieldType), first.FieldType);
                    Follow(first.FieldType, name + "[0]");
                }
                else
                {
                    Add(FieldClaimKind.Value, offset, size, 0, content);
                    Follow(content, name);
                }
                break;
            case PropertyInfo { PropertyType.IsByRef: true } reference:
                Type target = reference.PropertyType.GetElementType()!;
                Add(FieldClaimKind.Value, Measure.Offset(type, reference.GetMethod!), SizeOf(target), 0, target);
                Follow(target, name);
                break;
            case PropertyInfo { PropertyType.IsPointer: true, CanWrite: false } place:
                Type element = place.PropertyType.GetElementType()!;
                Add(FieldClaimKind.Place, Measure.Offset(type, place.GetMethod!), ElementSize(element), 0, element);
                Follow(element, name + "[0]");
                foreach (Type array in nested.Keys.Where(n => n.Name == "_" + member.Name + "_e").ToList())
                {
                    nested[array] = true;
                    _claims.Buffers.Add(NameOf(array));
                }
                break;
            case PropertyInfo { PropertyType.IsGenericType: true } span when span.PropertyType.GetGenericTypeDefinition() == typeof(Span<>):
                Type item = span.PropertyType.GetGenericArguments()[0];
                (int start, int length) = Measure.Span(type, span.GetMethod!);
                Add(FieldClaimKind.Array, start, length * SizeOf(item), SizeOf(item), item);
                Follow(item, name + "[0]");
                break;
            case PropertyInfo { CanWrite: true } bits:
                AddBits(record, type, bits, name);
                break;
            case MethodInfo { ReturnType.IsByRef: true } indexed when indexed.GetParameters() is [{ ParameterType: var index }] && index == typeof(int):
                Type each = indexed.ReturnType.GetElementType()!;
                int zero = Measure.ElementOffset(type, indexed, 0);
                int step = Measure.ElementOffset(type, indexed, 1) - zero;
                if (step != SizeOf(each))
                {
                    _claims.Faults.Add($"{record.Name}.{member.Name}: steps by {step}, its elements have {SizeOf(each)} bytes");
                }
                Add(FieldClaimKind.Place, zero, step, 0, each);
                Follow(each, name + "[0]");
                break;
            default:
                _claims.Unexplained.Add($"{record.Name}.{member.Name}");
                break;
        }

        void Add(FieldClaimKind kind, int offset, int size, int elementSize, Type content) =>
            record.Fields.Add(new FieldClaim(member.Name, name, kind, offset, size, elementSize, ClassOf(content), null, 0));

        void Follow(Type content, string path)
        {
            while (content.IsPointer)
            {
                content = content.GetElementType()!;
                path += "[0]";
            }
            if (nested.TryGetValue(content, out bool done) && !done)
            {
                nested[content] = true;
                ReadRecord(content, record.Name, path);
            }
        }
    }

    private void AddBits(RecordClaim record, Type type, PropertyInfo bits, string name)
    {
        (byte[] set, long readBack) = Measure.Bits(type, bits, 0, -1);
        (byte[] cleared, long none) = Measure.Bits(type, bits, 0xFF, 0);
        if (none != 0 || !set.SequenceEqual(cleared.Select(static b => (byte)~b)))
        {
            _claims.Faults.Add($"{record.Name}.{bits.Name}: setting it touches other bits than clearing it");
        }
        var image = new SortedDictionary<int, byte>();
        for (int i = 0; i < set.Length; i++)
        {
            if (set[i] != 0)
            {
                image.Add(i, set[i]);
            }
        }
        record.Fields.Add(new FieldClaim(bits.Name, name, FieldClaimKind.Bits, -1, 0, 0, string.Empty, image, readBack));
    }

    // The elements of an array type lie one after the other from its start on.
    private void CheckBuffer(Type buffer, FieldInfo first, int size)
    {
        int element = Measure.SizeOf(first.FieldType);
        int offset = Measure.Offset(buffer, first);
        int step = buffer.GetProperty("Item", [typeof(int)]) is { GetMethod: { } indexer }
            ? Measure.ElementOffset(buffer, indexer, 1)
            : element;
        if (offset != 0 || step != element || size % element != 0)
        {
            _claims.Faults.Add($"{NameOf(buffer)}: elements of {element} bytes begin at {offset} and step by {step} in {size} bytes");
        }
    }

    private void ReadEnum(Type type)
    {
        if (Lacks(type))
        {
            _claims.Absent.Add(new AbsentClaim("enum", string.Empty, type.Name));
            foreach (string member in Enum.GetNames(type))
            {
                _claims.Absent.Add(new AbsentClaim("constant", type.Name, member));
            }
            return;
        }
        Type underlying = Enum.GetUnderlyingType(type);
        var claim = new EnumClaim(type.Name, Measure.SizeOf(underlying), Measure.IsSigned(underlying), []);
        foreach (FieldInfo member in type.GetFields(BindingFlags.Public | BindingFlags.Static))
        {
            if (Lacks(member))
            {
                _claims.Absent.Add(new AbsentClaim("constant", type.Name, member.Name));
            }
            else
            {
                claim.Members.Add(Constant(member.Name, member.GetRawConstantValue()!));
            }
        }
        _claims.Enums.Add(claim);
    }

    private void ReadConstants()
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.Static;
        foreach (FieldInfo field in typeof(Dpdk).GetFields(All).Where(static f => f.IsLiteral))
        {
            if (Lacks(field))
            {
                _claims.Absent.Add(new AbsentClaim("constant", string.Empty, field.Name));
                continue;
            }
            ConstantClaim constant = Constant(field.Name, field.GetRawConstantValue()!);
            _claims.Constants.Add(field.FieldType.IsEnum ? constant with { TypeSize = 0 } : constant);
        }
        // Exported variables are pointers; those are the imports' business.
        foreach (PropertyInfo property in typeof(Dpdk).GetProperties(All).Where(static p => p is { CanWrite: false, PropertyType: { IsPointer: false, IsByRef: false } }))
        {
            if (Lacks(property))
            {
                _claims.Absent.Add(new AbsentClaim(property.PropertyType == typeof(ReadOnlySpan<byte>) ? "text" : "constant", string.Empty, property.Name));
                try
                {
                    _ = property.PropertyType == typeof(ReadOnlySpan<byte>)
                        ? property.GetMethod!.CreateDelegate<Text>()().Length
                        : property.GetMethod!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null);
                    if (property.PropertyType != typeof(ReadOnlySpan<byte>))
                    {
                        _claims.Faults.Add($"{property.Name}: DPDK {_claims.Version} lacks it, and reading it does not throw");
                    }
                }
                catch (DpdkNotSupportedException)
                {
                }
                continue;
            }
            if (property.PropertyType == typeof(ReadOnlySpan<byte>))
            {
                _claims.Constants.Add(TextConstant(property));
                continue;
            }
            if (ReadsVariable(property.GetMethod!))
            {
                _claims.Constants.Add(new ConstantClaim(property.Name, "variable", string.Empty, Measure.SizeOf(property.PropertyType), Measure.IsSigned(property.PropertyType)));
                continue;
            }
            object value = property.GetMethod!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null)!;
            if (property.PropertyType is { IsPrimitive: false, IsEnum: false })
            {
                // An initialiser, written in C# for all versions: of a version that lacks the type there is nothing to say.
                if (!Lacks(property.PropertyType))
                {
                    _claims.Constants.Add(new ConstantClaim(property.Name, "record", Convert.ToHexString(Measure.Image(value)), 0, false, property.PropertyType.Name));
                }
                continue;
            }
            bool isEnum = value is Enum;
            ConstantClaim constant = Constant(property.Name, isEnum ? Convert.ChangeType(value, Enum.GetUnderlyingType(value.GetType()), CultureInfo.InvariantCulture) : value);
            // A value that depends on the version has the widest type of all of them.
            _claims.Constants.Add(constant with { TypeSize = 0 });
        }
    }

    // The first thing it does is to ask where the variable is.
    private static bool ReadsVariable(MethodInfo getter) =>
        getter.GetMethodBody()!.GetILAsByteArray() is [0x28 /* call */, var a, var b, var c, var d, ..]
        && getter.Module.ResolveMethod(BitConverter.ToInt32([a, b, c, d])) is MethodInfo { ReturnType.IsPointer: true };

    private unsafe ConstantClaim TextConstant(PropertyInfo property)
    {
        ReadOnlySpan<byte> text = property.GetMethod!.CreateDelegate<Text>()();
        byte* start = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(text));
        if (start is null || start[text.Length] != 0)
        {
            _claims.Faults.Add($"{property.Name}: no NUL after its last byte");
        }
        return new ConstantClaim(property.Name, "text", Convert.ToHexString(text), 0, false);
    }

    private static ConstantClaim Constant(string name, object value) => value switch
    {
        double real => new ConstantClaim(name, "real", BitConverter.DoubleToInt64Bits(real).ToString("x16", CultureInfo.InvariantCulture), 8, true),
        _ => new ConstantClaim(
            name,
            "integer",
            (value is ulong u ? (BigInteger)u : Convert.ToInt64(value, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture),
            Measure.SizeOf(value.GetType()),
            Measure.IsSigned(value.GetType())),
    };

    private static string ClassOf(Type type)
    {
        if (type.IsPointer || type.IsFunctionPointer)
        {
            return "pointer";
        }
        if (type == typeof(void))
        {
            return string.Empty;
        }
        if (type.IsEnum)
        {
            return "enum";
        }
        if (type == typeof(float) || type == typeof(double))
        {
            return "real";
        }
        return type.IsPrimitive ? Measure.IsSigned(type) ? "integer" : "unsigned" : type.Assembly == typeof(Dpdk).Assembly ? "record" : string.Empty;
    }

    private static int ElementSize(Type type) => type == typeof(void) || (type is { IsValueType: true, IsPrimitive: false, IsEnum: false, IsExplicitLayout: false }) ? 0 : SizeOf(type);

    /// <summary>In the chosen version; the C# type is as large as the largest.</summary>
    private static int SizeOf(Type type) => type.GetCustomAttribute<DpdkLayoutAttribute>() is not null
        ? (int)type.GetProperty("SizeOf", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!
        : Measure.SizeOf(type);

    private static bool Throws(Type record, MethodInfo getter)
    {
        try
        {
            if (getter.ReturnType.IsGenericType)
            {
                _ = Measure.Span(record, getter);
            }
            else
            {
                _ = Measure.Offset(record, getter);
            }
            return false;
        }
        catch (DpdkNotSupportedException)
        {
            return true;
        }
    }

    private bool Lacks(MemberInfo member) =>
        member.GetCustomAttribute<DpdkVersionsAttribute>() is { } only && !only.Versions.Contains(_claims.Version, StringComparer.Ordinal);

    private static string NameOf(Type type) => type.IsNested ? $"{NameOf(type.DeclaringType!)}.{type.Name}" : type.Name;

    // Where the type of a field differs between versions, older forms carry the version.
    [GeneratedRegex(@"_v\d+_\d+$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    public static partial Regex FormSuffix();
}
