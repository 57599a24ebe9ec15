using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using DpdkSharp.InteropProbe;
using DpdkSharp.TestKit;

namespace DpdkSharp.Interop.Tests.Layout;

/// <summary>
/// What the assembly claims of one DPDK version, put to gcc with that version's headers: static assertions for what a compiler knows,
/// and a program that runs for what it does not (the bits of bit-fields).
/// </summary>
internal sealed class LayoutProof
{
    private static readonly ConcurrentDictionary<string, Lazy<LayoutProof>> s_proofs = new(StringComparer.Ordinal);

    private static readonly string[] s_recordTags = ["struct ", "union "];
    private static readonly string[] s_enumTags = ["enum "];

    private readonly DpdkFiles _dpdk;
    // How many [0] lead to what an array of arrays holds in the end, where that is more than one.
    private readonly Dictionary<string, string> _subscripts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);
    private readonly List<(string What, string Condition)> _assertions = [];
    private readonly List<(string What, string Line)> _impossible = [];
    private readonly List<(string What, string Question, string Check)> _images = [];
    private readonly List<(string Name, string Question)> _constantTypes = [];
    private readonly List<string> _program = [];
    private readonly List<string> _failures = [];
    private int _checksAtRunTime;

    private LayoutProof(Claims claims)
    {
        Claims = claims;
        _dpdk = DpdkFiles.Of(claims.Version);
    }

    public Claims Claims { get; }

    /// <summary>What C says otherwise.</summary>
    public IReadOnlyList<string> Failures => _failures;

    /// <summary>What an assertion was made about: types, Type.member, constants, by their C# names.</summary>
    public HashSet<string> Covered { get; } = new(StringComparer.Ordinal);

    /// <summary>Constants whose C# type is wider than C's in this version, or of the other sign.</summary>
    public IReadOnlyList<string> WiderConstants { get; private set; } = [];

    /// <summary>How many assertions gcc checked.</summary>
    public int Assertions => _assertions.Count + _constantTypes.Count;

    /// <summary>How many checks the compiled program made.</summary>
    public int RunTimeChecks => _checksAtRunTime;

    /// <summary>How many names were shown not to exist.</summary>
    public int Absences { get; private set; }

    /// <summary>The proof for a version; made once.</summary>
    public static LayoutProof Of(string version) => s_proofs.GetOrAdd(version, static v => new Lazy<LayoutProof>(() => Make(v))).Value;

    private static LayoutProof Make(string version)
    {
        ProcessResult probe = Probe.Run(["layout", version], ("DPDKSHARP_VERSION", version));
        if (probe.ExitCode != 0)
        {
            throw new InvalidOperationException($"the layout probe failed: {probe.StandardError}");
        }
        var proof = new LayoutProof(JsonSerializer.Deserialize<Claims>(probe.StandardOutput)!);
        proof.FindTypes();
        proof.FindDimensions();
        proof.AddRecords();
        proof.AddEnums();
        proof.AddConstants();
        proof.Check();
        proof.Run();
        return proof;
    }

    /// <summary>
    /// Reflection does not know whether C says struct, union, enum or a typedef: gcc is asked which of them exists. It is asked in a way
    /// that costs little when the answer is no: for a name that it does not know at all, gcc looks for one that is spelled like it.
    /// </summary>
    private void FindTypes()
    {
        var wanted = Claims.Records.Where(static r => r.Parent is null).Select(static r => (r.Name, Tags: s_recordTags))
            .Concat(Claims.Enums.Select(static e => (e.Name, Tags: s_enumTags)))
            .ToList();
        var unwanted = Claims.Absent.Where(static a => a.Kind is "record" or "enum")
            .Where(static a => !DpdkFiles.ForeignTypes.Contains(a.Name))
            .Select(static a => (a.Name, Tags: a.Kind == "record" ? s_recordTags : s_enumTags))
            .ToList();
        var constants = Claims.Absent.Where(static a => a.Kind is "constant" or "text").ToList();
        var source = new CSource(_dpdk);
        var tagged = wanted.Concat(unwanted).SelectMany(t => t.Tags.Select(k => (t.Name, Form: k + t.Name, Line: source.Ask($"(void)sizeof({k}{t.Name});")))).ToList();
        // What cannot become an enumerator has another meaning, or is a macro: those are asked again, for their values.
        var free = constants.DistinctBy(static a => a.Name, StringComparer.Ordinal).Select(a => (a.Name, Line: source.Add($"enum {{ {a.Name} }};"))).ToList();
        Dictionary<int, string> errors = source.Check();
        foreach ((string name, string form, _) in tagged.Where(t => !errors.ContainsKey(t.Line)))
        {
            _types.TryAdd(name, form);
        }
        HashSet<string> taken = [.. free.Where(f => errors.ContainsKey(f.Line)).Select(static f => f.Name)];
        foreach (AbsentClaim absent in constants)
        {
            Covered.Add(absent.Owner.Length > 0 ? $"{absent.Owner}.{absent.Name}" : absent.Name);
            if (taken.Contains(absent.Name))
            {
                // A name that is left for something else (a variable) has no value that a compiler knows.
                _impossible.Add(($"{absent.Name} is said to be absent", absent.Kind == "text" ? $"(void)sizeof({absent.Name});" : $"enum {{ value = ({absent.Name}) }};"));
            }
            else
            {
                Absences++;
            }
        }
        FindTypedefs(wanted.Concat(unwanted).Select(static t => t.Name).Where(n => !_types.ContainsKey(n)));
        _failures.AddRange(wanted.Where(t => !_types.ContainsKey(t.Name) && !Claims.Records.Exists(r => r.Opaque && r.Name == t.Name)).Select(static t => $"{t.Name}: C has no such type"));
        _failures.AddRange(unwanted.Where(t => _types.ContainsKey(t.Name)).Select(t => $"{t.Name} is said to be absent, and C has '{_types[t.Name]}'"));
        Absences += unwanted.Count;
    }

    private void FindTypedefs(IEnumerable<string> names)
    {
        var source = new CSource(_dpdk);
        var questions = names.Select(n => (Name: n, Line: source.Ask($"(void)sizeof({n});"))).ToList();
        Dictionary<int, string> errors = source.Check();
        foreach ((string name, _) in questions.Where(q => !errors.ContainsKey(q.Line)))
        {
            _types.Add(name, name);
        }
    }

    private void AddRecords()
    {
        foreach (RecordClaim record in Claims.Records)
        {
            Covered.Add(record.Name);
            if (record.Opaque)
            {
                if (_types.TryGetValue(record.Name, out string? known) && !DpdkFiles.ForeignTypes.Contains(record.Name))
                {
                    _failures.Add($"{record.Name}: C#'s has nothing inside, and C shows '{known}'");
                }
                Absences++;
                continue;
            }
            string type = record.Name;
            if (record.Parent is not null)
            {
                if (!_types.TryGetValue(record.Parent, out string? parent))
                {
                    continue;
                }
                string path = record.Path!.Replace("[0]", Subscripts(record.Parent, record.Path.Split('[')[0]), StringComparison.Ordinal);
                _types[type] = $"__typeof__((({parent} *)0)->{path})";
            }
            if (!_types.TryGetValue(type, out string? c))
            {
                continue;
            }
            Assert($"size of {record.Name}", $"sizeof({c}) == {record.Size}");
            Assert($"alignment of {record.Name}", $"_Alignof({c}) == {record.Alignment}");
            foreach (FieldClaim field in record.Fields)
            {
                Covered.Add($"{record.Name}.{field.Member}");
                AddField(record, c, field);
            }
        }
        foreach (AbsentClaim absent in Claims.Absent.Where(static a => a.Kind == "field"))
        {
            if (_types.TryGetValue(absent.Owner, out string? owner))
            {
                _impossible.Add(($"{absent.Owner}.{absent.Name} is said to be absent", $"(void)sizeof(__typeof__((({owner} *)0)->{absent.Name}));"));
            }
            Covered.Add($"{absent.Owner}.{absent.Name}");
        }
    }

    private string Subscripts(string record, string field) => _subscripts.GetValueOrDefault($"{record}.{field}", "[0]");

    /// <summary>C# has arrays of one dimension: gcc is asked which of them have more in C.</summary>
    private void FindDimensions()
    {
        var source = new CSource(_dpdk);
        var questions = new List<(string Field, int Line)>();
        foreach (RecordClaim record in Claims.Records.Where(static r => r is { Opaque: false, Parent: null }))
        {
            foreach (FieldClaim field in record.Fields.Where(static f => f.Kind is FieldClaimKind.Array or FieldClaimKind.Place))
            {
                if (_types.TryGetValue(record.Name, out string? c))
                {
                    string f = $"(({c} *)0)->{field.Name}";
                    // Of a pointer the address of its first element has the pointer's own type.
                    questions.Add(($"{record.Name}.{field.Name}", source.Ask($"_Static_assert(!__builtin_types_compatible_p(__typeof__({f}[0]), __typeof__(&{f}[0][0])), \"\");")));
                }
            }
        }
        Dictionary<int, string> errors = source.Check();
        foreach ((string field, int line) in questions.Where(q => !errors.ContainsKey(q.Line)))
        {
            _subscripts[field] = "[0][0]";
        }
    }

    private void AddField(RecordClaim record, string c, FieldClaim field)
    {
        string what = $"{record.Name}.{field.Member}";
        if (field.Kind == FieldClaimKind.Bits)
        {
            string image = string.Join(", ", field.Image!.Select(static b => string.Create(CultureInfo.InvariantCulture, $"{{ {b.Key}, {b.Value} }}")));
            string line = $"{{ static {c} x; static const struct at want[] = {{ {image} }}; memset(&x, 0, sizeof(x)); x.{field.Name} = -1; "
                + string.Create(CultureInfo.InvariantCulture, $"same(\"{what}\", &x, sizeof(x), want, {field.Image!.Count}); check((long long)x.{field.Name} == {Signed(field.ReadBack)}, \"value of {what}\"); }}");
            _images.Add((what, $"(void)sizeof((({c} *)0)->{field.Name} + 0);", line));
            return;
        }
        string f = $"(({c} *)0)->{field.Name}";
        Assert($"offset of {what}", $"__builtin_offsetof({c}, {field.Name}) == {field.Offset}");
        string element = f + (field.Kind != FieldClaimKind.Value ? Subscripts(record.Name, field.Name) : string.Empty);
        if (field.Kind == FieldClaimKind.Array)
        {
            // What older versions have as a marker of no size in front of fields, newer ones have as an array that overlays them.
            Assert($"size of {what}", $"sizeof({f}) == {field.Size} || sizeof({f}) == 0");
            Assert($"element size of {what}", $"sizeof({element}) == {field.ElementSize}");
        }
        else if (field.Size > 0)
        {
            Assert($"{(field.Kind == FieldClaimKind.Place ? "element size" : "size")} of {what}", $"sizeof({element}) == {field.Size}");
        }
        switch (field.Type)
        {
            case "integer" or "unsigned":
                AssertInteger();
                // C's char is C#'s byte, whatever sign it has.
                Assert($"sign of {what}", $"((__typeof__({element}))-1 < 0) == {(field.Type == "integer" ? 1 : 0)} || __builtin_types_compatible_p(__typeof__({element}), char)");
                break;
            case "enum":
                AssertInteger();
                break;
            case "pointer":
                Assert($"kind of {what}: a pointer", $"__builtin_classify_type({element}) == 5");
                break;
            case "real":
                Assert($"kind of {what}: a real number", $"__builtin_classify_type({element}) == 8");
                break;
            case "record":
                Assert($"kind of {what}: a record", $"__builtin_classify_type({element}) == 12 || __builtin_classify_type({element}) == 13"
                    // An array that a newer version made a record of: an expression of it is a pointer.
                    + $" || (__builtin_classify_type({element}) == 5 && sizeof({element}) != sizeof(void *))");
                break;
            default:
                break;
        }

        void AssertInteger() => Assert($"kind of {what}: an integer", $"__builtin_classify_type({element}) >= 1 && __builtin_classify_type({element}) <= 4");
    }

    private void AddEnums()
    {
        foreach (EnumClaim claim in Claims.Enums)
        {
            Covered.Add(claim.Name);
            if (!_types.TryGetValue(claim.Name, out string? c))
            {
                continue;
            }
            Assert($"size of {claim.Name}", $"sizeof({c}) {(LayoutExceptions.PackedEnums.ContainsKey(claim.Name) ? "<=" : "==")} {claim.Size}");
            if (!claim.Signed)
            {
                // The other way round is fine: a version in which the enum has no negative values yet.
                Assert($"sign of {claim.Name}", $"(({c})-1 > 0)");
            }
            foreach (ConstantClaim member in claim.Members)
            {
                Covered.Add($"{claim.Name}.{member.Name}");
                AddValue(member, $"{claim.Name}.{member.Name}");
            }
        }
    }

    private void AddConstants()
    {
        foreach (ConstantClaim constant in Claims.Constants)
        {
            Covered.Add(constant.Name);
            if (constant.Kind == "variable")
            {
                string sign = constant.Signed ? "<" : ">";
                Assert($"type of {constant.Name}", string.Create(CultureInfo.InvariantCulture, $"sizeof({constant.Name}) == {constant.TypeSize} && (__typeof__({constant.Name}))-1 {sign} 0"));
                continue;
            }
            AddValue(constant, constant.Name);
            if (constant is { Kind: "integer", TypeSize: > 0 })
            {
                Assert($"type of {constant.Name}", $"sizeof({constant.Name}) <= {constant.TypeSize}");
                _constantTypes.Add((constant.Name, $"_Static_assert(sizeof({constant.Name}) == {constant.TypeSize} && ((__typeof__({constant.Name}))-1 < 0) == {(constant.Signed ? 1 : 0)}, \"\");"));
            }
        }
    }

    private void AddValue(ConstantClaim constant, string what)
    {
        string name = constant.Name;
        switch (constant.Kind)
        {
            case "integer":
                BigInteger value = BigInteger.Parse(constant.Value, CultureInfo.InvariantCulture);
                ulong bits = (ulong)(value & ulong.MaxValue);
                Assert(
                    $"value of {what}",
                    string.Create(CultureInfo.InvariantCulture, $"(({name}) < 0) == {(value.Sign < 0 ? 1 : 0)} && (unsigned long long)({name}) == {bits}ULL"));
                break;
            case "real":
                double real = BitConverter.Int64BitsToDouble(long.Parse(constant.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                Assert($"value of {what}", string.Create(CultureInfo.InvariantCulture, $"({name}) == {real:E16}"));
                break;
            case "record":
                byte[] image = Convert.FromHexString(constant.Value);
                string bytes = string.Join(", ", image.Index().Where(static b => b.Item != 0).Select(static b => string.Create(CultureInfo.InvariantCulture, $"{{ {b.Index}, {b.Item} }}")));
                string record = $"static {_types[constant.Record]} x = {name};";
                _images.Add((what, record, $"{{ {record} static const struct at want[] = {{ {bytes} }}; same(\"{what}\", &x, sizeof(x), want, sizeof(want) / sizeof(struct at)); check(sizeof(x) == {image.Length}, \"size of {what}\"); }}"));
                break;
            default:
                byte[] text = Convert.FromHexString(constant.Value);
                var literal = new StringBuilder();
                foreach (byte b in text)
                {
                    literal.Append('\\').Append(Convert.ToString(b, 8).PadLeft(3, '0'));
                }
                Assert($"value of {what}", $"sizeof({name}) == {text.Length + 1} && __builtin_memcmp({name}, \"{literal}\", {text.Length + 1}) == 0");
                break;
        }
    }

    private void Assert(string what, string condition) => _assertions.Add((what, condition));

    private void Check()
    {
        var source = new CSource(_dpdk);
        var questions = _assertions.ConvertAll(a => (a.What, a.Condition, Line: source.Ask($"_Static_assert({a.Condition}, \"\");")));
        var impossible = _impossible.ConvertAll(i => (i.What, Line: source.Ask(i.Line)));
        var bits = _images.ConvertAll(b => (b.What, b.Check, Line: source.Ask(b.Question)));
        var types = _constantTypes.ConvertAll(t => (t.Name, Line: source.Ask(t.Question)));
        Dictionary<int, string> errors = source.Check();
        WiderConstants = [.. types.Where(t => errors.ContainsKey(t.Line)).Select(static t => t.Name)];
        foreach ((string what, string check, int line) in bits)
        {
            if (errors.TryGetValue(line, out string? error))
            {
                _failures.Add($"{what}: {error}");
                continue;
            }
            _program.Add(check);
            _checksAtRunTime += 2;
        }
        foreach ((string what, string condition, int line) in questions)
        {
            if (!errors.TryGetValue(line, out string? error))
            {
                continue;
            }
            if (error.Contains("static assertion is not", StringComparison.Ordinal))
            {
                // True or false only when it runs: a macro that calls or casts an address.
                _program.Add($"check({condition}, \"{what}\");");
                _checksAtRunTime++;
            }
            else
            {
                _failures.Add($"{what}: {error} [{condition}]");
            }
        }
        foreach ((string what, int line) in impossible)
        {
            Absences++;
            if (!errors.ContainsKey(line) && !LayoutExceptions.AbsentButThere.ContainsKey(what.Split(' ')[0]))
            {
                _failures.Add($"{what}, and C has it");
            }
        }
    }

    private void Run()
    {
        var source = new CSource(_dpdk);
        foreach (string line in (string[])[
            // No library is linked: what a header runs before main (rte_hash_crc.h of 22.11 does) finds these.
            "int rte_cpu_get_flag_enabled(enum rte_cpu_flag_t flag) { return 1; }",
            "int rte_log(uint32_t level, uint32_t type, const char *format, ...) { return 0; }",
            "struct at { size_t index; unsigned char value; };",
            "static size_t checks;",
            "static void check(int ok, const char *what) { checks++; if (!ok) printf(\"%s\\n\", what); }",
            "static void same(const char *what, const void *record, size_t size, const struct at *want, size_t count) {",
            "  size_t at = 0; int ok = 1;",
            "  for (size_t i = 0; i < size; i++) {",
            "    unsigned char value = at < count && want[at].index == i ? want[at++].value : 0;",
            "    ok &= ((const unsigned char *)record)[i] == value;",
            "  }",
            "  check(ok && at == count, what);",
            "}",
            "int main(void) {",
            .. _program,
            "  printf(\"%zu checks\\n\", checks); return 0;",
            "}"])
        {
            source.Add(line);
        }
        string[] output = source.Run().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        _failures.AddRange(output[..^1].Select(static l => $"{l}: C has something else"));
        if (output[^1] != string.Create(CultureInfo.InvariantCulture, $"{_checksAtRunTime} checks"))
        {
            _failures.Add($"the program made {output[^1]}, not {_checksAtRunTime}");
        }
    }

    private static string Signed(long value) =>
        value == long.MinValue ? "(-9223372036854775807LL - 1)" : value.ToString(CultureInfo.InvariantCulture) + "LL";
}
