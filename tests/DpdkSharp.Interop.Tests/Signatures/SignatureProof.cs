using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using DpdkSharp.Interop.Tests.Layout;
using DpdkSharp.InteropProbe;
using DpdkSharp.TestKit;

namespace DpdkSharp.Interop.Tests.Signatures;

/// <summary>
/// The types of every function, of every exported variable and of every field that holds a function, as the assembly claims them for a
/// DPDK version, put to g++ with that version's headers. DPDK's headers are C++ too, and only templates take a function's type apart.
/// claims.hpp says when types agree; VERSION.hpp, where there is one, what that version calls otherwise.
/// </summary>
internal sealed class SignatureProof
{
    private static readonly ConcurrentDictionary<string, Lazy<SignatureProof>> s_proofs = new(StringComparer.Ordinal);

    /// <summary>What is written in C# has one form, the newest version's: what of it older ones have otherwise.</summary>
    private static readonly HashSet<string> s_sinceChanged = new(StringComparer.Ordinal)
    {
        // An int, 0 or -1 for null.
        "rte_bitmap_free(DpdkSharp.Interop.rte_bitmap*): result",
    };

    private readonly DpdkFiles _dpdk;
    private readonly List<string> _failures = [];
    private readonly List<(string What, string Condition)> _assertions = [];
    private readonly List<(string What, string Condition)> _differences = [];
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unknown = new(StringComparer.Ordinal);
    private readonly HashSet<string> _functions = new(StringComparer.Ordinal);

    private SignatureProof(SignatureClaims claims)
    {
        Claims = claims;
        _dpdk = DpdkFiles.Of(claims.Version);
    }

    public SignatureClaims Claims { get; }

    /// <summary>What C says otherwise.</summary>
    public IReadOnlyList<string> Failures => _failures;

    /// <summary>What assertions were made about: functions by C# name and parameters, Type.member, variables.</summary>
    public HashSet<string> Covered { get; } = new(StringComparer.Ordinal);

    /// <summary>The macros with parameters that this version has.</summary>
    public HashSet<string> Macros { get; private set; } = [];

    /// <summary>How many assertions g++ checked.</summary>
    public int Assertions => _assertions.Count;

    /// <summary>How many functions were shown not to exist, or not with these types.</summary>
    public int Absences { get; private set; }

    /// <summary>The proof for a version; made once.</summary>
    public static SignatureProof Of(string version) => s_proofs.GetOrAdd(version, static v => new Lazy<SignatureProof>(() => Make(v))).Value;

    private static SignatureProof Make(string version)
    {
        ProcessResult probe = Probe.Run(["signatures", version], ("DPDKSHARP_VERSION", version));
        if (probe.ExitCode != 0)
        {
            throw new InvalidOperationException($"the signature probe failed: {probe.StandardError}");
        }
        var proof = new SignatureProof(JsonSerializer.Deserialize<SignatureClaims>(probe.StandardOutput)!);
        proof.Macros = new CSource(proof._dpdk).FunctionLikeMacros();
        proof.FindFunctions();
        proof.FindTypes();
        proof.FindTypedefs();
        proof.AddFunctions();
        proof.AddVariablesAndFields();
        proof.Check();
        return proof;
    }

    /// <summary>Which functions there are, in C: what is a macro there may be a function in C++.</summary>
    private void FindFunctions()
    {
        var source = new CSource(_dpdk);
        // The name of a function cannot become an enumerator.
        var functions = Claims.Functions.Select(static f => f.Name).Distinct(StringComparer.Ordinal).Select(n => (Name: n, Line: source.Add($"enum {{ {n} }};"))).ToList();
        Dictionary<int, string> errors = source.Check();
        _functions.UnionWith(functions.Where(f => errors.ContainsKey(f.Line)).Select(static f => f.Name));
    }

    /// <summary>Whether a type's name needs struct, union or enum before it: a function may have the same name.</summary>
    private void FindTypes()
    {
        CSource source = Source();
        var types = AllNames().SelectMany(n => ((string[])["struct ", "union ", "enum "]).Select(k => (Name: n, Form: k + n, Line: source.Ask($"(void)sizeof({k}{n});")))).ToList();
        Dictionary<int, string> errors = source.Check();
        foreach ((string name, string form, int line) in types.Where(t => !errors.ContainsKey(t.Line)))
        {
            _types.Add(name, form);
        }
    }

    /// <summary>The other types are typedefs, records that C never shows the inside of, or of other versions.</summary>
    private void FindTypedefs()
    {
        CSource source = Source();
        var types = AllNames().Where(n => !_types.ContainsKey(n)).Select(n => (Name: n, Line: source.Ask($"using question = {n};"))).ToList();
        Dictionary<int, string> errors = source.Check();
        foreach ((string name, int line) in types)
        {
            _types.Add(name, name);
            if (errors.ContainsKey(line))
            {
                _unknown.Add(name);
            }
        }
    }

    private void AddFunctions()
    {
        foreach (FunctionClaim function in Claims.Functions)
        {
            bool there = _functions.Contains(function.Name);
            // An import is of a function; what is written in C# may as well call what a variable holds.
            string real = function.Import ? $"decltype(&::{function.Name})" : $"std::decay_t<decltype(::{function.Name})>";
            if (!function.Versions.Contains(Claims.Version, StringComparer.Ordinal))
            {
                Absences++;
                var form = new TypeClaim("function", string.Empty, 8, function.Result, function.Parameters);
                // The shim lacks what the version exports: then another method is for the version.
                bool exported = function.Member.StartsWith(nameof(DpdkShim) + ".", StringComparison.Ordinal)
                    && Claims.Functions.Exists(f => f.Member == function.Member[(nameof(DpdkShim).Length + 1)..] && f.Versions.Contains(Claims.Version, StringComparer.Ordinal));
                if (there && !exported && !NamesIn(form).Any(_unknown.Contains))
                {
                    _differences.Add(($"{function.Member} is said not to be in it, and C has the same", $"!claims::agree<{Text(form)}, {real}>::value"));
                }
                continue;
            }
            if (!there)
            {
                // What is written in C# works with every version; what is not there must be another version's.
                if (function.Import)
                {
                    _failures.Add($"{function.Member}: C has no function {function.Name}");
                }
                continue;
            }
            Covered.Add(function.Member);
            string parts = $"claims::parts<{real}>";
            Assert($"{function.Member}: number of parameters", string.Create(CultureInfo.InvariantCulture, $"{parts}::count == {function.Parameters.Count}"));
            Assert($"{function.Member}: result", $"claims::agree<{Text(function.Result)}, {parts}::result>::value");
            for (int i = 0; i < function.Parameters.Count; i++)
            {
                Assert(
                    string.Create(CultureInfo.InvariantCulture, $"{function.Member}: parameter {i + 1}"),
                    string.Create(CultureInfo.InvariantCulture, $"claims::agree<{Text(function.Parameters[i])}, {parts}::parameter<{i}>>::value"));
            }
        }
    }

    private void AddVariablesAndFields()
    {
        foreach (VariableClaim variable in Claims.Variables.Where(v => v.Versions.Contains(Claims.Version, StringComparer.Ordinal)))
        {
            Covered.Add(variable.Member);
            Assert(variable.Member, $"claims::agree<{Text(variable.Type.Of!)}, claims::plain<decltype(::{variable.Name})>>::value");
        }
        foreach (FunctionFieldClaim field in Claims.Fields)
        {
            Covered.Add(field.Member);
            Assert(field.Member, $"claims::agree<{Text(field.Type)}, claims::plain<std::remove_reference_t<decltype((({_types[field.Record]} *)nullptr)->{field.Path})>>>::value");
        }
    }

    private void Assert(string what, string condition) => _assertions.Add((what, condition));

    private void Check()
    {
        CSource source = Source();
        var questions = _assertions.Concat(_differences).Select(a => (a.What, Line: source.Add($"static_assert({a.Condition});"))).ToList();
        Dictionary<int, string> errors = source.Check();
        bool newest = Claims.Version == DpdkFiles.Versions.Last();
        _failures.AddRange(questions.Where(q => errors.ContainsKey(q.Line) && (newest || !s_sinceChanged.Contains(q.What))).Select(q => $"{q.What}: {errors[q.Line]}"));
    }

    private CSource Source()
    {
        var source = new CSource(_dpdk, Header("claims"));
        if (File.Exists(Header(Claims.Version)))
        {
            source.Add($"#include \"{Header(Claims.Version)}\"");
        }
        return source;
    }

    private static string Header(string name) => Path.Combine(AppContext.BaseDirectory, "Signatures", name + ".hpp");

    private IEnumerable<string> AllNames() =>
        Claims.Functions.SelectMany(static f => f.Parameters.Append(f.Result))
            .Concat(Claims.Fields.Select(static f => f.Type))
            .Concat(Claims.Variables.Select(static v => v.Type))
            .SelectMany(NamesIn)
            .Concat(Claims.Fields.Select(static f => f.Record))
            .Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> NamesIn(TypeClaim type) =>
        type.Parameters.SelectMany(NamesIn).Concat(type.Of is null ? [] : NamesIn(type.Of)).Concat(type.Name.Length > 0 ? [type.Name] : []);

    /// <summary>A claim in the words of claims.hpp.</summary>
    private string Text(TypeClaim type) => type.Kind switch
    {
        "void" => "claims::nothing",
        "bool" => "claims::boolean",
        "integer" => string.Create(CultureInfo.InvariantCulture, $"claims::integer<{type.Size}>"),
        "unsigned" => string.Create(CultureInfo.InvariantCulture, $"claims::natural<{type.Size}>"),
        "real" => string.Create(CultureInfo.InvariantCulture, $"claims::real<{type.Size}>"),
        "vector" => string.Create(CultureInfo.InvariantCulture, $"claims::vector<{type.Size}>"),
        "enum" or "record" => $"claims::named<{_types[type.Name]}>",
        "pointer" => $"claims::pointer<{Text(type.Of!)}>",
        "function" => $"claims::function<{string.Join(", ", type.Parameters.Prepend(type.Of!).Select(Text))}>",
        _ => throw new InvalidOperationException($"no word for a type of the kind {type.Kind}"),
    };
}
