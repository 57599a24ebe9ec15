using System.Reflection;
using System.Xml.Linq;
using DpdkSharp.Generator.Documentation;
using DpdkSharp.TestKit;

namespace DpdkSharp.Generator.Tests;

/// <summary>The raw layer's documentation file, made of the installed headers' comments for the built assembly.</summary>
public sealed class DocumentationTests
{
    private static readonly string Folder = Path.Combine(RepositoryPaths.Artifacts, "bin", "DpdkSharp.Interop", RepositoryPaths.Configuration);
    private static readonly string AssemblyFile = Path.Combine(Folder, "DpdkSharp.Interop.dll");

    // What the compiler wrote itself, not what a build with headers put in its place.
    private static readonly string CompilerFile = Path.Combine(RepositoryPaths.Artifacts, "obj", "DpdkSharp.Interop", RepositoryPaths.Configuration, "DpdkSharp.Interop.xml");

    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void The_ids_are_those_of_the_assemblys_public_members()
    {
        HashSet<string> expected = [.. Assembly.LoadFrom(AssemblyFile).GetExportedTypes().SelectMany(Ids)];
        HashSet<string> actual = [.. AssemblyMembers.Read(AssemblyFile).Select(static m => m.Id)];
        Assert.Empty(expected.Except(actual, StringComparer.Ordinal).Take(10));
        Assert.Empty(actual.Except(expected, StringComparer.Ordinal).Take(10));
    }

    [Fact]
    public void The_ids_are_those_that_the_compiler_writes()
    {
        Assembly assembly = Assembly.LoadFrom(AssemblyFile);
        HashSet<string> types = [.. assembly.GetExportedTypes().Select(static t => "T:" + TypeName(t))];
        HashSet<string> members = [.. AssemblyMembers.Read(AssemblyFile).Select(static m => m.Id)];
        HashSet<string> names = [.. members.Select(WithoutParameters)];
        // The compiler documents what is not public too: that has no name among the public members.
        string[] written = [.. Members(XDocument.Load(CompilerFile)).Keys.Where(id => id.StartsWith("T:", StringComparison.Ordinal) ? types.Contains(id) : names.Contains(WithoutParameters(id)))];
        Assert.Contains(written, static id => id.Contains('*', StringComparison.Ordinal));
        Assert.Empty(written.Except(members, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_id_resolves_and_most_functions_and_all_hand_written_words_are_there()
    {
        string folder = Document();
        try
        {
            Dictionary<string, XElement> documented = Members(XDocument.Load(Path.Combine(folder, "DpdkSharp.Interop.xml")));
            Dictionary<string, AssemblyMember> members = AssemblyMembers.Read(AssemblyFile).ToDictionary(static m => m.Id, StringComparer.Ordinal);
            Dictionary<string, XElement> written = Members(XDocument.Load(CompilerFile));
            Assert.Empty(documented.Keys.Except(members.Keys, StringComparer.Ordinal).Except(written.Keys, StringComparer.Ordinal));

            foreach ((string id, XElement own) in written)
            {
                Assert.Equal(string.Concat(own.Nodes()), string.Concat(documented[id].Nodes()), ignoreLineEndingDifferences: true, ignoreWhiteSpaceDifferences: true);
            }
            foreach ((string id, XElement member) in documented.Where(d => !written.ContainsKey(d.Key)))
            {
                Assert.False(string.IsNullOrWhiteSpace(member.Element("summary")?.Value), id);
                Assert.Empty(member.Elements("param").Select(static p => (string)p.Attribute("name")!).Except(members[id].Parameters, StringComparer.Ordinal));
            }

            // What the installed version lacks cannot be documented by its headers.
            Dictionary<string, Model.Declaration> facts = InstalledFacts();
            string[] functions = [.. members.Values.Where(m => m is { Type: "Dpdk", Name: { } name } && m.Id.StartsWith("M:", StringComparison.Ordinal) && facts.ContainsKey("function " + name)).Select(static m => m.Id)];
            int covered = functions.Count(documented.ContainsKey);
            TestContext.Current.TestOutputHelper?.WriteLine($"{covered} of {functions.Length} functions, {documented.Count} of {members.Count} members");
            Assert.True(covered > functions.Length * 9 / 10, $"{covered} of {functions.Length} functions are documented");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("/** One line. */", "<summary>One line.</summary>")]
    [InlineData("/**< Behind a member. */", "<summary>Behind a member.</summary>")]
    [InlineData("/**\n * First\n * paragraph.\n *\n * The rest & <more>.\n */", "<summary>First paragraph.</summary><remarks>The rest &amp; &lt;more&gt;.</remarks>")]
    [InlineData("/**\n * @brief Short.\n * @param a\n *   What it is.\n * @param[in] other not one of ours\n * @return\n *   - 0: good\n *   - (-EINVAL): bad\n */",
        "<summary>Short.</summary><param name=\"a\">What it is.</param><returns><list type=\"bullet\"><item><description>0: good</description></item><item><description>(-EINVAL): bad</description></item></list></returns>")]
    [InlineData("/**\n * Calls rte_call() with @p a, #MAX and \\c code, *b* too; 100\\% of it.\n */", "<summary>Calls <c>rte_call()</c> with <c>a</c>, <c>MAX</c> and <c>code</c>, <c>b</c> too; 100% of it.</summary>")]
    [InlineData("/**\n * Text.\n *\n * @note careful\n * @code\n * x = a < b;\n * @endcode\n * @see other\n */", "<summary>Text.</summary><remarks><para>Note: careful</para><code>x = a &lt; b;</code><para>See other</para></remarks>")]
    [InlineData("/**\n * @param a\n *   One.\n *\n *   Two.\n *\n * All.\n */", "<summary>All.</summary><param name=\"a\"><para>One.</para><para>Two.</para></param>")]
    [InlineData("/** @file\n * About the file. */", null)]
    [InlineData("/**@{@name A group of flags */", null)]
    public void Doxygen_becomes_documentation(string raw, string? expected)
    {
        IEnumerable<XElement>? elements = DoxygenComment.Parse(raw)?.Elements(["a"]);
        Assert.Equal(expected, elements is null ? null : string.Concat(elements.Select(static e => e.ToString(SaveOptions.DisableFormatting))));
    }

    [Fact]
    public void Comments_are_found_wherever_headers_have_them()
    {
        HeaderComments comments = HeaderTree.Comments("""
            /** A macro. */
            #define BEFORE 1
            #define BEHIND 2 /**< Behind it. */
            #define NONE 3
            /** An enum. */
            enum e {
                /** Before. */
                A,
                B, /**< Behind. */
            };
            /** A record. */
            struct r {
                int plain; /**< A field. */
                union { int inside; /**< Of an anonymous member. */ };
                struct { int deep; /**< Of a nested record. */ } nested[2];
            };
            /** Named by its typedef. */
            typedef struct { int x; /**< Its field. */ } t;
            /** A function. */
            int f(int a);
            /** A variable. */
            extern int v;
            """);
        Assert.Equal("/** A macro. */", comments.Names["BEFORE"]);
        Assert.StartsWith("/**< Behind it.", comments.Names["BEHIND"], StringComparison.Ordinal);
        Assert.False(comments.Names.ContainsKey("NONE"));
        Assert.Equal("/** Before. */", comments.Names["A"]);
        Assert.Equal("/**< Behind. */", comments.Names["B"]);
        Assert.Equal("/** An enum. */", comments.Types["e"]);
        Assert.Equal("/** A record. */", comments.Types["r"]);
        Assert.Equal("/**< A field. */", comments.Fields["r.plain"]);
        Assert.Equal("/**< Of an anonymous member. */", comments.Fields["r.inside"]);
        Assert.Equal("/**< Of a nested record. */", comments.Fields["r._nested.deep"]);
        Assert.Equal("/** Named by its typedef. */", comments.Types["t"]);
        Assert.Equal("/**< Its field. */", comments.Fields["t.x"]);
        Assert.Equal("/** A function. */", comments.Names["f"]);
        Assert.Equal("/** A variable. */", comments.Names["v"]);
    }

    /// <summary>An output folder with the file as a build or a pack makes it when it is given the headers.</summary>
    private static string Document()
    {
        string folder = Directory.CreateTempSubdirectory("dpdksharp").FullName;
        string headers = Path.Combine(ChildProcess.RunChecked("pkg-config", "--variable=includedir", "libdpdk").Trim(), "..");
        ProcessResult build = ChildProcess.Run(
            "dotnet",
            [
                "msbuild", Path.Combine(RepositoryPaths.Root, "bindings", "DpdkSharp.Interop"), "-nologo", "-v:minimal", "-t:DocumentFromHeaders",
                "-p:Configuration=" + RepositoryPaths.Configuration, "-p:DpdkHeaders=" + headers, $"-p:OutDir={folder}/",
            ],
            TimeSpan.FromMinutes(5));
        Assert.True(build.ExitCode == 0, build.StandardOutput + build.StandardError);
        return folder;
    }

    private static Dictionary<string, Model.Declaration> InstalledFacts()
    {
        string version = string.Join('.', ChildProcess.RunChecked("pkg-config", "--modversion", "libdpdk").Trim().Split('.')[..2]);
        return Model.DpdkVersion.Load(new SourceTree(RepositoryPaths.Root).Facts(version)).Declarations.ToDictionary(static d => d.Key, StringComparer.Ordinal);
    }

    private static Dictionary<string, XElement> Members(XDocument document) =>
        document.Root!.Element("members")!.Elements("member").ToDictionary(static m => (string)m.Attribute("name")!, StringComparer.Ordinal);

    private static string WithoutParameters(string id) => id.Split('(', 2)[0];

    // The ids once more, from reflection.
    private static IEnumerable<string> Ids(Type type)
    {
        string name = TypeName(type);
        yield return "T:" + name;
        foreach (FieldInfo field in type.GetFields(Declared).Where(static f => !f.IsSpecialName))
        {
            yield return $"F:{name}.{field.Name}";
        }
        foreach (PropertyInfo property in type.GetProperties(Declared))
        {
            yield return $"P:{name}.{property.Name}{List(property.GetIndexParameters())}";
        }
        HashSet<MethodInfo> accessors = [.. type.GetProperties(Declared).SelectMany(static p => p.GetAccessors())];
        foreach (MethodInfo method in type.GetMethods(Declared).Where(m => !accessors.Contains(m)))
        {
            string arity = method.IsGenericMethod ? "``" + method.GetGenericArguments().Length : string.Empty;
            string result = method.Name is "op_Implicit" or "op_Explicit" ? "~" + TypeName(method.ReturnType) : string.Empty;
            yield return $"M:{name}.{method.Name}{arity}{List(method.GetParameters())}{result}";
        }
        foreach (ConstructorInfo constructor in type.GetConstructors(Declared))
        {
            yield return $"M:{name}.#ctor{List(constructor.GetParameters())}";
        }
    }

    private static string List(ParameterInfo[] parameters) => parameters.Length == 0 ? string.Empty : $"({string.Join(',', parameters.Select(static p => TypeName(p.ParameterType)))})";

    private static string TypeName(Type type)
    {
        if (type.IsFunctionPointer)
        {
            return string.Empty;
        }
        if (type.HasElementType)
        {
            return TypeName(type.GetElementType()!) + (type.IsPointer ? "*" : type.IsByRef ? "@" : "[]");
        }
        if (type.IsGenericParameter)
        {
            return (type.DeclaringMethod is null ? "`" : "``") + type.GenericParameterPosition;
        }
        string name = (type.IsNested ? TypeName(type.DeclaringType!) : type.Namespace) + "." + type.Name;
        return type.IsConstructedGenericType ? $"{name.Split('`')[0]}{{{string.Join(',', type.GetGenericArguments().Select(TypeName))}}}" : name;
    }
}
