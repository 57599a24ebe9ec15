using System.CommandLine;
using System.Xml.Linq;
using DpdkSharp.Generator.Documentation;
using DpdkSharp.Generator.Emit;
using DpdkSharp.Generator.Extract;
using DpdkSharp.Generator.Merge;
using DpdkSharp.Generator.Model;
using DpdkSharp.Generator.NewVersion;

namespace DpdkSharp.Generator;

/// <summary>The commands of the generator; scripts/generate.sh is what a person types.</summary>
internal static class CommandLine
{
    public static RootCommand Create()
    {
        var root = new Option<DirectoryInfo>("--root") { Description = "The root of the repository.", DefaultValueFactory = static _ => new DirectoryInfo(".") };
        var version = new Argument<string>("version") { Description = "The DPDK version: 22.11." };
        var headers = new Option<DirectoryInfo>("--headers") { Description = "The folder under which its headers are installed.", Required = true };
        var libraries = new Option<DirectoryInfo>("--libs") { Description = "The folder under which its libraries (shared or static) lie.", Required = true };
        var output = new Option<FileInfo?>("--output") { Description = "Where the facts go; generator/abi/VERSION.json when not given." };

        var extract = new Command("extract", "Reads the facts of one DPDK version from its headers and libraries.") { root, version, headers, libraries, output };
        extract.SetAction(result => Run(() =>
        {
            var tree = new SourceTree(result.GetRequiredValue(root).FullName);
            string name = result.GetRequiredValue(version);
            DpdkVersion facts = Extractor.Extract(
                name, result.GetRequiredValue(headers).FullName, result.GetRequiredValue(libraries).FullName, Configuration.Load(tree.Configuration), tree.StandIns(name));
            string path = result.GetValue(output)?.FullName ?? tree.Facts(name);
            File.WriteAllText(path, facts.ToJson());
            Console.WriteLine($"DPDK {name} (ABI {facts.Abi}): {facts.Headers.Count} headers, {facts.Declarations.Count()} declarations -> {path}");
        }));

        var add = new Command("add", "Adds a DPDK version: extracts, merges, writes the raw layer, and tells what changed in the API.") { root, version, headers, libraries };
        add.SetAction(result => Run(() => Console.Write(VersionAdder.Add(
            new SourceTree(result.GetRequiredValue(root).FullName),
            result.GetRequiredValue(version),
            result.GetRequiredValue(headers).FullName,
            result.GetRequiredValue(libraries).FullName))));

        var emit = new Command("emit", "Writes the raw layer from the facts of all versions.") { root };
        emit.SetAction(result => Run(() =>
        {
            var tree = new SourceTree(result.GetRequiredValue(root).FullName);
            int changed = tree.Write(Generate(tree));
            Console.WriteLine(changed == 0 ? "The generated files were current." : $"{changed} generated files changed.");
        }));

        var check = new Command("check", "Fails when the generated files are not what the facts say.") { root };
        check.SetAction(result => Run(() =>
        {
            var tree = new SourceTree(result.GetRequiredValue(root).FullName);
            IReadOnlyList<string> stale = tree.Stale(Generate(tree));
            if (stale.Count > 0)
            {
                throw new GeneratorException("these generated files are not current; run scripts/generate.sh:\n" + string.Join('\n', stale.Select(static s => "  " + s)));
            }
            Console.WriteLine("The generated files are current.");
        }));

        var compare = new Command("compare", "Tells how the facts in a file differ from those of the repository for the same version.") { root };
        var facts = new Argument<FileInfo>("facts") { Description = "Facts that 'extract --output' wrote." };
        compare.Arguments.Add(facts);
        compare.SetAction(result => Run(() =>
        {
            var tree = new SourceTree(result.GetRequiredValue(root).FullName);
            DpdkVersion fresh = DpdkVersion.Load(result.GetRequiredValue(facts).FullName);
            DpdkVersion known = DpdkVersion.Load(tree.Facts(fresh.Version));
            IReadOnlyList<string> differences = FactsComparison.Compare(known, fresh);
            Console.WriteLine(differences.Count == 0
                ? $"The facts of DPDK {fresh.Version} are those of the repository."
                : $"DPDK {fresh.Version} differs from the facts of the repository in {differences.Count} declarations:\n" + string.Join('\n', differences.Select(static d => "  " + d)));
        }));

        var docs = new Command("docs", "Writes the XML documentation file of the raw layer from the comments of installed headers.") { root, headers };
        var assembly = new Option<FileInfo>("--assembly") { Description = "The built DpdkSharp.Interop.dll, whose public members are documented.", Required = true };
        var xml = new Option<FileInfo?>("--xml") { Description = "The documentation file that the compiler wrote: what stands in it is kept." };
        var target = new Option<FileInfo>("--output") { Description = "The documentation file to write.", Required = true };
        docs.Options.Add(assembly);
        docs.Options.Add(xml);
        docs.Options.Add(target);
        docs.SetAction(result => Run(() =>
        {
            var tree = new SourceTree(result.GetRequiredValue(root).FullName);
            string include = result.GetRequiredValue(headers).FullName;
            string library = result.GetRequiredValue(assembly).FullName;
            IReadOnlyList<AssemblyMember> members = AssemblyMembers.Read(library);
            var comments = HeaderComments.Read(new HeaderSet("under " + include, include, Configuration.Load(tree.Configuration), tree.StandIns(string.Empty)));
            XDocument? written = result.GetValue(xml) is { } own ? XDocument.Load(own.FullName, LoadOptions.PreserveWhitespace) : null;
            (XDocument document, int fromHeaders) = DocumentationFile.Create(Path.GetFileNameWithoutExtension(library), members, comments, written);
            string output = result.GetRequiredValue(target).FullName;
            var file = new FileSet();
            file.Add(output, document.Declaration + document.ToString(SaveOptions.None) + "\n");
            file.Write();
            Console.WriteLine($"{fromHeaders} of {members.Count} public members are documented from the headers under {include} -> {output}");
        }));

        return new RootCommand("Generates the raw layer of DpdkSharp from DPDK's headers.") { add, extract, emit, check, compare, docs };
    }

    private static SortedDictionary<string, string> Generate(SourceTree tree)
    {
        Configuration configuration = Configuration.Load(tree.Configuration);
        IReadOnlyList<DpdkVersion> versions = tree.LoadFacts();
        return Emitter.Emit(MergedApi.Merge(versions), configuration, tree.HandWritten());
    }

    private static int Run(Action action)
    {
        try
        {
            action();
            return 0;
        }
        catch (Exception e) when (e is GeneratorException or DllNotFoundException or IOException or UnauthorizedAccessException or System.Text.Json.JsonException or FormatException or System.Xml.XmlException or BadImageFormatException)
        {
            Console.Error.WriteLine("generator: " + e.Message);
            return 1;
        }
    }
}
