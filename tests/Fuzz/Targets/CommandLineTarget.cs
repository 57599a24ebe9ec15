using System.Text;
using DpdkSharp.Samples;

namespace DpdkSharp.Fuzz;

/// <summary>A sample's own command line: options, or one line that says what is wrong. Arguments are separated by line feeds.</summary>
internal sealed class CommandLineTarget(string name, IReadOnlyList<string> words, IReadOnlyList<string> seeds, Func<string[], object?> parse) : FuzzTarget
{
    public override string Name => $"{name}-options";

    public override int MaxLength => 200;

    public override IReadOnlyList<string> Words => [.. words, "\n", "-p\n", "0x3", "--", "=", ",", "(", "),(", ")", "-1", "99999999999", "@", "[", "]", "--help\n", "--version\n"];

    public override IEnumerable<byte[]> Seeds => seeds.Select(static s => Encoding.UTF8.GetBytes(s.Replace(' ', '\n')));

    public override void Run(Span<byte> input)
    {
        string[] arguments = Encoding.UTF8.GetString(input).Split('\n');
        // Help is printed; nobody reads it here.
        TextWriter output = Console.Out;
        Console.SetOut(TextWriter.Null);
        try
        {
            _ = parse(arguments);
        }
        catch (UsageException e)
        {
            Check(e.Message.Length > 10, "a refusal says why");
        }
        finally
        {
            Console.SetOut(output);
        }
    }
}
