using System.Globalization;
using DpdkSharp.Generator.Merge;
using DpdkSharp.Generator.Model;

namespace DpdkSharp.Generator.Emit;

/// <summary>Structs and unions: plain ones where all versions agree, ones with run-time offsets where they do not.</summary>
internal sealed class RecordEmitter(EmitContext context)
{
    private const string Bytes = "_storage";

    private MergedApi Api => context.Api;

    public void Emit(CodeWriter code, MergedRecord record)
    {
        code.Gap();
        string name = TypeMapper.Identifier(record.Name[(record.Name.LastIndexOf('.') + 1)..]);
        if (record.Opaque)
        {
            code.Line("/// <summary>Only ever seen behind a pointer.</summary>");
            code.Line($"public struct {name};");
            return;
        }
        int present = record.Layouts.Select(static (l, i) => l is null ? 0 : 1 << i).Sum();
        if (context.VersionsAttribute(present) is { } attribute)
        {
            code.Line(attribute);
        }
        if (Api.IsUniform(record))
        {
            EmitUniform(code, record, name);
        }
        else
        {
            EmitVarying(code, record, name);
        }
    }

    private void EmitUniform(CodeWriter code, MergedRecord record, string name)
    {
        RecordDeclaration newest = record.NewestRecord;
        IReadOnlyList<MergedField> fields = Api.Fields(record);
        int natural = fields.Count == 0 ? 1 : fields.Max(f => NaturalAlignment(newest, f));
        int packed = Math.Min(natural, record.Layouts.Min(static l => l?.Align ?? int.MaxValue));
        EmitAlignment(code, record, packed);
        string pack = packed < natural ? string.Create(CultureInfo.InvariantCulture, $", Pack = {packed}") : string.Empty;
        code.Line(string.Create(CultureInfo.InvariantCulture, $"[StructLayout(LayoutKind.Explicit, Size = {Math.Max(1, newest.Size)}{pack})]"));
        code.Open($"public unsafe partial struct {name}");
        var units = new HashSet<(long, string)>();
        foreach (MergedField field in fields)
        {
            EmitUniformField(code, record, field, units, Versions(record, field));
        }
        EmitBuffers(code, record, fields);
        foreach (MergedRecord nested in record.Nested)
        {
            Emit(code, nested);
        }
        code.Close();
    }

    private static void EmitUniformField(CodeWriter code, MergedRecord record, MergedField field, HashSet<(long, string)> units, string versions)
    {
        string name = TypeMapper.Identifier(field.Name);
        string type = TypeIn(record, field);
        long offset = field.OffsetBits / 8;
        string at = string.Create(CultureInfo.InvariantCulture, $"[FieldOffset({offset})] ");
        if (field.Bits is { } width)
        {
            int size = record.NewestRecord.Size;
            int unitBits = UnitBits(field, [(size, field.OffsetBits)]);
            string unit = UnitOf(unitBits);
            long startBits = Start(size, field.OffsetBits, width, unitBits)!.Value;
            long start = startBits / 8;
            string storage = string.Create(CultureInfo.InvariantCulture, $"_bits{start}_{unit}");
            if (units.Add((start, unit)))
            {
                code.Line(string.Create(CultureInfo.InvariantCulture, $"[FieldOffset({start})] private {unit} {storage};"));
            }
            (string get, string set) = BitAccess(storage, (field.OffsetBits - startBits).ToString(CultureInfo.InvariantCulture), width, type);
            code.Line($"{versions}public {type} {name} {{ readonly get => {get}; set => {set}; }}");
            return;
        }
        code.Line(versions + field.Shape.Kind switch
        {
            FieldKind.Scalar => $"{at}public {type} {name};",
            FieldKind.FixedArray => string.Create(CultureInfo.InvariantCulture, $"{at}public fixed {type} {name}[{field.Shape.Count}];"),
            FieldKind.Flexible when offset == 0 => $"public {type}* {name} => ({type}*)Unsafe.AsPointer(ref this);",
            FieldKind.Flexible => string.Create(CultureInfo.InvariantCulture, $"public {type}* {name} => ({type}*)((byte*)Unsafe.AsPointer(ref this) + {offset});"),
            _ => $"{at}public _{field.Name}_e {name};",
        });
    }

    private void EmitVarying(CodeWriter code, MergedRecord record, string name)
    {
        IReadOnlyList<MergedField> fields = Api.Fields(record);
        int size = record.Layouts.Max(static l => l?.Size ?? 1);
        int align = record.Layouts.Max(static l => l?.Align ?? 1);
        EmitAlignment(code, record, Math.Min(align, 8));
        code.Line(string.Create(CultureInfo.InvariantCulture, $"[StructLayout(LayoutKind.Explicit, Size = {size})]"));
        code.Line("[DpdkLayout]");
        code.Open($"public unsafe partial struct {name}");
        code.Line($"[FieldOffset(0)] private {StorageOf(record)} {Bytes};");
        code.Gap();
        code.Line("/// <summary>The size in bytes in the DPDK that is loaded; arrays from C step by it.</summary>");
        code.Line("public static int SizeOf => Layout.Size;");
        code.Gap();
        foreach (MergedField field in fields)
        {
            EmitVaryingField(code, record, field);
        }
        foreach (MergedRecord nested in record.Nested)
        {
            Emit(code, nested);
        }
        code.Gap();
        code.Open("private static class Layout");
        code.Line($"internal static readonly int Size = {EmitContext.Pick([.. record.Layouts.Select(static l => l?.Size.ToString(CultureInfo.InvariantCulture))])};");
        foreach (MergedField field in fields)
        {
            if (!IsFixedOffset(record, field))
            {
                code.Line($"internal static readonly int {TypeMapper.Identifier(field.Name)} = {OffsetPick(record, field)};");
            }
        }
        code.Close();
        code.Close();
    }

    /// <summary>The type of the hidden field at the start of a record with run-time offsets: it gives the record its alignment.</summary>
    private static string StorageOf(MergedRecord record) =>
        Math.Min(record.Layouts.Max(static l => l?.Align ?? 1), 8) switch { 8 => "ulong", 4 => "uint", 2 => "ushort", _ => "byte" };

    private void EmitVaryingField(CodeWriter code, MergedRecord record, MergedField field)
    {
        string storage = StorageOf(record);
        string name = TypeMapper.Identifier(field.Name);
        string type = TypeIn(record, field);
        string versions = Versions(record, field);
        string offset = IsFixedOffset(record, field) ? OffsetPick(record, field) : $"Layout.{name}";
        string? require = context.Require(field.Present | (Api.AllVersions & ~Mask(record)), $"{record.Name}.{field.Name}");
        string check = require is null ? string.Empty : require + " ";
        string Body(string expression) => require is null ? $"=> {expression};" : $"{{ get {{ {require} return {expression}; }} }}";
        if (field.Bits is { } width)
        {
            int unitBits = UnitBits(field, Places(record, field));
            List<string?> shifts = PerVersion(record, field, (_, size, f) => f.OffsetBits - Start(size, f.OffsetBits, width, unitBits)!.Value);
            (string get, string set) = BitAccess($"Layouts.At<{storage}, {UnitOf(unitBits)}>(in {Bytes}, {offset})", EmitContext.Pick(shifts), width, type);
            code.Line(require is null
                ? $"{versions}public readonly {type} {name} {{ get => {get}; set => {set}; }}"
                : $"{versions}public readonly {type} {name} {{ get {{ {check}return {get}; }} set {{ {check}{set}; }} }}");
            return;
        }
        code.Line(versions + field.Shape.Kind switch
        {
            // A pointer cannot be a type argument, so its place is worked out by hand.
            FieldKind.Scalar when type.Contains('*', StringComparison.Ordinal) =>
                $"[UnscopedRef] public readonly ref {type} {name} {{ get {{ {check}fixed ({storage}* start = &{Bytes}) {{ return ref *({type}*)((byte*)start + {offset}); }} }} }}",
            // Its C# size is that of the largest version: assigned whole, it would reach into its neighbours.
            FieldKind.Scalar when IsVarying(field.Shape.Type) => $"[UnscopedRef] public readonly ref readonly {type} {name} {Body($"ref Layouts.At<{storage}, {type}>(in {Bytes}, {offset})")}",
            FieldKind.Scalar => $"[UnscopedRef] public readonly ref {type} {name} {Body($"ref Layouts.At<{storage}, {type}>(in {Bytes}, {offset})")}",
            FieldKind.ValueArray when IsVarying(field.Shape.Type) =>
                $"[UnscopedRef] public readonly ref readonly {type} {name}(int index) {{ {check}return ref Layouts.At<{storage}, {type}>(in {Bytes}, {offset} + (index * {type}.SizeOf)); }}",
            FieldKind.FixedArray or FieldKind.ValueArray =>
                $"[UnscopedRef] public readonly System.Span<{type}> {name} {Body($"Layouts.Span<{storage}, {type}>(in {Bytes}, {offset}, {EmitContext.Pick(PerVersion(record, field, (v, _, _) => field.ShapeIn(v).Count))})")}",
            // Pointers and flexible arrays: the place itself, in native memory.
            _ => $"public readonly {type}* {name} {Body($"({type}*)Layouts.Address(in {Bytes}, {offset})")}",
        });
    }

    /// <summary>The attribute that says which versions have a field, with the space that follows it; empty where all do that have the record.</summary>
    private string Versions(MergedRecord record, MergedField field) =>
        context.VersionsAttribute(field.Present | (Api.AllVersions & ~Mask(record))) is { } attribute ? attribute + " " : string.Empty;

    /// <summary>The type of a field as the record itself can name it: a record inside it needs no path.</summary>
    private static string TypeIn(MergedRecord record, MergedField field) =>
        field.Shape.Type.StartsWith(record.Name + ".", StringComparison.Ordinal) ? field.Shape.Type[(record.Name.Length + 1)..] : field.Shape.Type;

    private bool IsVarying(string type) => Api.Records.TryGetValue(type.TrimStart('@'), out MergedRecord? record) && !Api.IsUniform(record);

    private static bool IsFixedOffset(MergedRecord record, MergedField field) => !OffsetPick(record, field).StartsWith("Abi.", StringComparison.Ordinal);

    private static string OffsetPick(MergedRecord record, MergedField field) => EmitContext.Pick(PerVersion(
        record, field, (_, size, f) => field.Bits is { } width
            ? Start(size, f.OffsetBits, width, UnitBits(field, Places(record, field)))!.Value / 8
            : f.OffsetBits / 8));

    /// <summary>What each version that has the field says of it; null for the others.</summary>
    private static List<string?> PerVersion(MergedRecord record, MergedField field, Func<int, int, FieldDeclaration, long> value) =>
        [.. record.Layouts.Select((l, v) => field.In(v) is { } f ? value(v, l!.Size, f).ToString(CultureInfo.InvariantCulture) : null)];

    private static int Mask(MergedRecord record) => record.Layouts.Select(static (l, i) => l is null ? 0 : 1 << i).Sum();

    /// <summary>States the alignment of C where that of the C# struct is another one; per version where they differ.</summary>
    private static void EmitAlignment(CodeWriter code, MergedRecord record, int managed)
    {
        int newest = record.NewestRecord.Align;
        List<int> alignments = [.. record.Layouts.Select(l => l?.Align ?? newest)];
        if (alignments.Exists(a => a != managed))
        {
            bool same = alignments.TrueForAll(a => a == newest);
            code.Line(string.Create(CultureInfo.InvariantCulture, $"[NativeAlignment({(same ? newest : string.Join(", ", alignments))})]"));
        }
    }

    private static void EmitBuffers(CodeWriter code, MergedRecord record, IReadOnlyList<MergedField> fields)
    {
        foreach (MergedField field in fields)
        {
            string type = TypeIn(record, field);
            if (field.Shape.Kind == FieldKind.ValueArray)
            {
                code.Gap();
                code.Line(string.Create(CultureInfo.InvariantCulture, $"[InlineArray({field.Shape.Count})] public struct _{field.Name}_e {{ public {type} e0; }}"));
            }
            else if (field.Shape.Kind == FieldKind.PointerArray)
            {
                // C# has no inline array of pointers, as a pointer cannot be a type argument.
                code.Gap();
                code.Open(string.Create(CultureInfo.InvariantCulture, $"[StructLayout(LayoutKind.Explicit, Size = {field.Shape.Count * 8})] public struct _{field.Name}_e"));
                code.Line($"[FieldOffset(0)] public {type} e0;");
                code.Line($"[UnscopedRef] public ref {type} this[int index] {{ get {{ fixed ({type}* start = &e0) {{ return ref start[index]; }} }} }}");
                code.Close();
            }
        }
    }

    private int NaturalAlignment(RecordDeclaration record, MergedField field)
    {
        if (field.Bits is not null)
        {
            return UnitBits(field, [(record.Size, field.OffsetBits)]) / 8;
        }
        return field.Shape.Kind switch
        {
            FieldKind.Flexible => 1,
            FieldKind.PointerArray => 8,
            _ => AlignmentOf(field.Type, field.Version),
        };
    }

    private int AlignmentOf(CType type, int version)
    {
        CType resolved = Api.Mappers[version].Resolve(type);
        return resolved switch
        {
            CArray array => AlignmentOf(array.Element, version),
            CNamed { Kind: CNameKind.Struct or CNameKind.Union } named => RecordAlignment(named.Name),
            CPrimitive { Name: "f80" } => 1,
            CVector vector => Math.Min(32, SizeOf(Api.Mappers[version].Map(vector.Element)) * vector.Count),
            CPrimitive { Name: "i128" or "u128" } => 16,
            CNamed { Kind: CNameKind.Enum } => Api.Mappers[version].CallKind(resolved)[1] - '0',
            _ => SizeOf(Api.Mappers[version].Map(resolved)),
        };
    }

    /// <summary>The alignment the C# struct gets, which over-aligned records of C exceed.</summary>
    private int RecordAlignment(string name)
    {
        MergedRecord record = Api.Records[name];
        if (record.Opaque)
        {
            return 1;
        }
        if (!Api.IsUniform(record))
        {
            return Math.Min(record.Layouts.Max(static l => l?.Align ?? 1), 8);
        }
        IReadOnlyList<MergedField> fields = Api.Fields(record);
        int align = record.Layouts.Min(static l => l?.Align ?? int.MaxValue);
        return fields.Count == 0 ? 1 : Math.Min(align, fields.Max(f => NaturalAlignment(record.NewestRecord, f)));
    }

    private static int SizeOf(string type) => type switch
    {
        "byte" or "sbyte" or "bool" => 1,
        "short" or "ushort" or "System.Half" => 2,
        "int" or "uint" or "float" => 4,
        _ => 8,
    };

    /// <summary>
    /// The unit of storage that a bit-field is read through: the one its type declares where that lies inside the record
    /// in every version, else the smallest that does.
    /// </summary>
    private static int UnitBits(MergedField field, IEnumerable<(int RecordSize, long OffsetBits)> places)
    {
        List<(int RecordSize, long OffsetBits)> all = [.. places];
        foreach (int bits in new[] { 8 * SizeOf(field.UnitType), 8, 16, 32, 64 })
        {
            if (all.TrueForAll(p => Start(p.RecordSize, p.OffsetBits, field.Bits!.Value, bits) is not null))
            {
                return bits;
            }
        }
        throw new GeneratorException($"the bit-field {field.Name} ({field.Bits} bits at {field.OffsetBits}) fits no unit of storage.");
    }

    /// <summary>The first bit of the unit that holds a bit-field: aligned, or for a packed field across units from its first byte on.</summary>
    private static long? Start(int recordSize, long offsetBits, int width, int unitBits)
    {
        long aligned = offsetBits / unitBits * unitBits;
        long unaligned = Math.Min(offsetBits / 8 * 8, (8L * recordSize) - unitBits);
        return Holds(aligned) ? aligned : Holds(unaligned) ? unaligned : null;

        bool Holds(long start) => start >= 0 && start <= offsetBits && offsetBits + width <= start + unitBits && start + unitBits <= 8L * recordSize;
    }

    private static List<(int RecordSize, long OffsetBits)> Places(MergedRecord record, MergedField field) =>
        [.. Enumerable.Range(0, record.Layouts.Count).Where(v => field.In(v) is not null).Select(v => (record.Layouts[v]!.Size, field.In(v)!.OffsetBits))];

    private static string UnitOf(int bits) => bits switch { 8 => "byte", 16 => "ushort", 32 => "uint", _ => "ulong" };

    private static (string Get, string Set) BitAccess(string place, string shift, int width, string type)
    {
        bool signed = type is "int" or "long" or "short" or "sbyte";
        string bits = string.Create(CultureInfo.InvariantCulture, $"({place}, {shift}, {width})");
        string get = type == "bool" ? $"BitField.Get{bits} != 0"
            : signed ? $"({type})BitField.GetSigned{bits}"
            : type == "ulong" ? $"BitField.Get{bits}"
            : $"({type})BitField.Get{bits}";
        string value = type switch
        {
            "bool" => "value ? 1UL : 0UL",
            "byte" or "ushort" or "uint" or "ulong" => "value",
            _ => "(ulong)value",
        };
        return (get, string.Create(CultureInfo.InvariantCulture, $"BitField.Set(ref {place}, {shift}, {width}, {value})"));
    }
}
