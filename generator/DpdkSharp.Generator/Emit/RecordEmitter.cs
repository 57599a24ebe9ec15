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
            EmitUniformField(code, newest, field, units, context.VersionsAttribute(field.Present | (Api.AllVersions & ~Mask(record))));
        }
        EmitBuffers(code, fields);
        foreach (MergedRecord nested in record.Nested)
        {
            Emit(code, nested);
        }
        code.Close();
    }

    private static void EmitUniformField(CodeWriter code, RecordDeclaration layout, MergedField field, HashSet<(long, string)> units, string? versions)
    {
        string name = TypeMapper.Identifier(field.Name);
        long offset = field.OffsetBits / 8;
        string at = string.Create(CultureInfo.InvariantCulture, $"[FieldOffset({offset})] ");
        if (field.Bits is { } width)
        {
            int unitBits = UnitBits(field, [(layout.Size, field.OffsetBits)]);
            string unit = UnitOf(unitBits);
            long startBits = Start(layout.Size, field.OffsetBits, width, unitBits)!.Value;
            long start = startBits / 8;
            long shift = field.OffsetBits - startBits;
            string storage = string.Create(CultureInfo.InvariantCulture, $"_bits{start}_{unit}");
            if (units.Add((start, unit)))
            {
                code.Line(string.Create(CultureInfo.InvariantCulture, $"[FieldOffset({start})] private {unit} {storage};"));
            }
            // After the storage, which other bit-fields share.
            Versions();
            (string get, string set) = BitAccess(storage, unit, shift.ToString(CultureInfo.InvariantCulture), width, field.Shape.Type);
            code.Line($"public {field.Shape.Type} {name} {{ readonly get => {get}; set => {set}; }}");
            return;
        }
        Versions();
        code.Line(field.Shape.Kind switch
        {
            FieldKind.Scalar => $"{at}public {field.Shape.Type} {name};",
            FieldKind.FixedArray => string.Create(CultureInfo.InvariantCulture, $"{at}public fixed {field.Shape.Type} {name}[{field.Shape.Count}];"),
            FieldKind.Flexible => string.Create(CultureInfo.InvariantCulture,
                $"public {field.Shape.Type}* {name} => ({field.Shape.Type}*)((byte*)Unsafe.AsPointer(ref this) + {offset});"),
            _ => $"{at}public _{field.Name}_e {name};",
        });

        void Versions()
        {
            if (versions is not null)
            {
                code.Line(versions);
            }
        }
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
        foreach (MergedField field in fields)
        {
            code.Gap();
            if (context.VersionsAttribute(field.Present | (Api.AllVersions & ~Mask(record))) is { } attribute)
            {
                code.Line(attribute);
            }
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
        string type = field.Shape.Type;
        string offset = IsFixedOffset(record, field) ? OffsetPick(record, field) : $"Layout.{name}";
        string? require = context.Require(field.Present | (Api.AllVersions & ~Mask(record)), $"{record.Name}.{field.Name}");
        string Body(string expression) => require is null ? $"=> {expression};" : $"{{ get {{ {require} return {expression}; }} }}";
        string ReferenceBody(string expression) => require is null ? $"=> ref {expression};" : $"{{ get {{ {require} return ref {expression}; }} }}";
        if (field.Bits is { } width)
        {
            int unitBits = UnitBits(field, Places(record, field));
            string unit = UnitOf(unitBits);
            List<string?> shifts = PerVersion(record, field, (_, size, f) => f.OffsetBits - Start(size, f.OffsetBits, width, unitBits)!.Value);
            string place = $"Layouts.At<{storage}, {unit}>(in {Bytes}, {offset})";
            (string get, string set) = BitAccess(place, unit, EmitContext.Pick(shifts), width, type);
            string check = require is null ? string.Empty : require + " ";
            code.Line($"public readonly {type} {name} {{ get {{ {check}return {get}; }} set {{ {check}{set}; }} }}");
            return;
        }
        switch (field.Shape.Kind)
        {
            case FieldKind.Scalar when type.Contains('*', StringComparison.Ordinal):
                // A pointer cannot be a type argument, so its place is worked out by hand.
                code.Line("[UnscopedRef]");
                code.Open($"public readonly ref {type} {name}");
                code.Open("get");
                if (require is not null)
                {
                    code.Line(require);
                }
                code.Open($"fixed ({storage}* start = &{Bytes})");
                code.Line($"return ref *({type}*)((byte*)start + {offset});");
                code.Close();
                code.Close();
                code.Close();
                break;
            case FieldKind.Scalar when IsVarying(type):
                // Its C# size is that of the largest version: assigned whole, it would reach into its neighbours.
                code.Line("[UnscopedRef]");
                code.Line($"public readonly ref readonly {type} {name} {ReferenceBody($"Layouts.At<{storage}, {type}>(in {Bytes}, {offset})")}");
                break;
            case FieldKind.Scalar:
                code.Line("[UnscopedRef]");
                code.Line($"public readonly ref {type} {name} {ReferenceBody($"Layouts.At<{storage}, {type}>(in {Bytes}, {offset})")}");
                break;
            case FieldKind.ValueArray when IsVarying(type):
                code.Line("[UnscopedRef]");
                code.Open($"public readonly ref readonly {type} {name}(int index)");
                if (require is not null)
                {
                    code.Line(require);
                }
                code.Line($"return ref Layouts.At<{storage}, {type}>(in {Bytes}, {offset} + (index * {type}.SizeOf));");
                code.Close();
                break;
            case FieldKind.FixedArray or FieldKind.ValueArray:
                List<string?> counts = PerVersion(record, field, (v, _, _) => field.ShapeIn(v).Count);
                code.Line("[UnscopedRef]");
                code.Line($"public readonly System.Span<{type}> {name} {Body($"Layouts.Span<{storage}, {type}>(in {Bytes}, {offset}, {EmitContext.Pick(counts)})")}");
                break;
            default:
                // Pointers and flexible arrays: the place itself, in native memory.
                code.Line($"public readonly {type}* {name} {Body($"({type}*)Layouts.Address(in {Bytes}, {offset})")}");
                break;
        }
    }

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

    private static void EmitBuffers(CodeWriter code, IReadOnlyList<MergedField> fields)
    {
        foreach (MergedField field in fields)
        {
            if (field.Shape.Kind == FieldKind.ValueArray)
            {
                code.Gap();
                code.Line(string.Create(CultureInfo.InvariantCulture, $"[InlineArray({field.Shape.Count})]"));
                code.Open($"public struct _{field.Name}_e");
                code.Line($"public {field.Shape.Type} e0;");
                code.Close();
            }
            else if (field.Shape.Kind == FieldKind.PointerArray)
            {
                code.Gap();
                code.Line(string.Create(CultureInfo.InvariantCulture, $"[StructLayout(LayoutKind.Explicit, Size = {field.Shape.Count * 8})]"));
                code.Open($"public struct _{field.Name}_e");
                code.Line($"[FieldOffset(0)] public {field.Shape.Type} e0;");
                code.Gap();
                code.Line("[UnscopedRef]");
                code.Open($"public ref {field.Shape.Type} this[int index]");
                code.Open("get");
                code.Open($"fixed ({field.Shape.Type}* start = &e0)");
                code.Line("return ref start[index];");
                code.Close();
                code.Close();
                code.Close();
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

    private static (string Get, string Set) BitAccess(string place, string unit, string shift, int width, string type)
    {
        int unitBits = 8 * SizeOf(unit);
        string mask = "0x" + ((width == 64 ? ulong.MaxValue : (1UL << width) - 1).ToString("X", CultureInfo.InvariantCulture)) + (unit == "ulong" ? "UL" : "U");
        bool signed = type is "int" or "long" or "short" or "sbyte";
        string shifted = shift == "0" ? place : $"({place} >> {shift})";
        string get = type == "bool" ? $"({shifted} & {mask}) != 0"
            : signed ? string.Create(CultureInfo.InvariantCulture, $"({type})((long)((ulong){shifted} << {64 - width}) >> {64 - width})")
            : $"({type})({shifted} & {mask})";
        string value = type == "bool" ? "(value ? 1U : 0U)" : $"(({(unitBits == 64 ? "ulong" : "uint")})value & {mask})";
        string moved = shift == "0" ? value : $"({value} << {shift})";
        string clear = shift == "0" ? $"~{mask}" : $"~({mask} << {shift})";
        return (get, $"{place} = ({unit})(({place} & {clear}) | {moved})");
    }
}
