using DpdkSharp.Generator.Model;

namespace DpdkSharp.Generator.Tests;

/// <summary>What the extraction says when the input is wrong, and of things that golden files do not show.</summary>
public sealed class ExtractorTests
{
    [Fact]
    public void Headers_that_do_not_compile_are_named_with_the_compilers_message()
    {
        GeneratorException e = Assert.Throws<GeneratorException>(() => HeaderTree.Extract("22.11", "struct broken { missing_type_t field; };"));
        Assert.Contains("do not compile", e.Message, StringComparison.Ordinal);
        Assert.Contains("rte_eal.h:7", e.Message, StringComparison.Ordinal);
        Assert.Contains("unknown type name 'missing_type_t'", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_headers_is_named()
    {
        string empty = Directory.CreateTempSubdirectory().FullName;
        try
        {
            GeneratorException e = Assert.Throws<GeneratorException>(() => Extract.Extractor.Extract("22.11", empty, empty, HeaderTree.Settings));
            Assert.Contains(empty, e.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(empty);
        }
    }

    [Fact]
    public void Experimental_and_internal_functions_are_known_by_their_markers()
    {
        DpdkVersion facts = HeaderTree.Extract("22.11", "__rte_experimental int f(void);\n__rte_internal int g(void);\nint h(void);", "int f(void){return 0;} int g(void){return 0;} int h(void){return 0;}");
        Dictionary<string, FunctionDeclaration> functions = facts.Declarations.OfType<FunctionDeclaration>().ToDictionary(static f => f.Name, StringComparer.Ordinal);
        Assert.True(functions["f"].Experimental);
        Assert.True(functions["g"].Internal);
        Assert.False(functions["h"].Experimental || functions["h"].Internal);
    }

    [Theory]
    [InlineData("22.11", 23)]
    [InlineData("23.03", 23)]
    [InlineData("25.11", 26)]
    [InlineData("26.07", 26)]
    public void A_version_has_its_ABI_number(string version, int abi) => Assert.Equal(abi, Extract.Extractor.AbiOf(version));

    [Theory]
    [InlineData("u32")]
    [InlineData("ptr<const<struct rte_mbuf>>")]
    [InlineData("array<array<u8,6>,4>")]
    [InlineData("array<ptr<void>,*>")]
    [InlineData("fn<i32;ptr<void>;...>")]
    [InlineData("ptr<fn<void;ptr<fn<i32;u16>>;enum e>>")]
    [InlineData("vec<u8,16>")]
    public void Types_read_as_they_are_written(string text) => Assert.Equal(text, CType.Parse(text).ToString());

    [Theory]
    [InlineData("ptr<u8")]
    [InlineData("list<u8>")]
    [InlineData("thing u8")]
    [InlineData("u8>")]
    public void Types_that_are_none_are_refused(string text) => Assert.Throws<FormatException>(() => CType.Parse(text));
}
