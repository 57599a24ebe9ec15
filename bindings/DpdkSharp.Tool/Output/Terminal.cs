using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DpdkSharp.Tool.Output;

/// <summary>
/// Where a command writes. To a terminal: colours, and lines that fit. Into a file or a pipe: plain text, a line for what is one line,
/// however long.
/// </summary>
internal sealed class Terminal : IDisposable
{
    /// <summary>EPIPE, as .NET hands it on.</summary>
    public const int BrokenPipe = 32;

    private const int StandardOutput = 1;

    // Wider than any line; a piped table takes only what it needs of it.
    private const int Unlimited = 10_000;

    private readonly StringWriter _plain = new();
    private readonly TextWriter _out;
    private readonly TextWriter _error = System.Console.Error;

    public Terminal()
    {
        IsInteractive = !System.Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") is not ("dumb" or null or "");
        Console = AnsiConsole.Create(IsInteractive
            ? new AnsiConsoleSettings()
            : new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(_plain) });
        if (!IsInteractive)
        {
            Console.Profile.Width = Unlimited;
            Console.Profile.Capabilities.Unicode = true;
            System.Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        }
        _out = System.Console.Out;
    }

    /// <summary>Standard output is a terminal that a person looks at.</summary>
    public bool IsInteractive { get; }

    /// <summary>For what moves: only where <see cref="IsInteractive"/>.</summary>
    public IAnsiConsole Console { get; }

    /// <summary>Writes a table or the like.</summary>
    public void Write(IRenderable renderable)
    {
        Console.Write(renderable);
        if (IsInteractive)
        {
            return;
        }
        // Cells are filled up with blanks, the last of a line too; nobody wants these in a file.
        string text = _plain.ToString();
        _plain.GetStringBuilder().Clear();
        foreach (string line in text.TrimEnd('\n').Split('\n'))
        {
            WriteLine(line.TrimEnd());
        }
    }

    /// <summary>Writes a line of plain text.</summary>
    /// <exception cref="IOException">Nobody reads any more; its HResult is <see cref="BrokenPipe"/>.</exception>
    public void WriteLine(string line = "")
    {
        // .NET's console writes into a closed pipe without a word: "stats | head" would never end.
        if (!IsInteractive && NativeMethods.IsReaderGone(StandardOutput))
        {
            throw new IOException("nobody reads the output any more", BrokenPipe);
        }
        _out.WriteLine(line);
    }

    /// <summary>Writes a line with Spectre's markup.</summary>
    public void WriteMarkup(string markup) => Write(new Markup(markup + "\n"));

    /// <summary>Writes an object as one line of JSON, or over several lines for a terminal.</summary>
    public void WriteJson<T>(T value, JsonTypeInfo<T> type)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = IsInteractive, NewLine = "\n", Encoder = type.Options.Encoder }))
        {
            JsonSerializer.Serialize(writer, value, type);
        }
        WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    /// <summary>Tells the user something that is no result: on standard error.</summary>
    public void Note(string message) => _error.WriteLine("dpdksharp: " + message);

    /// <inheritdoc/>
    public void Dispose() => _plain.Dispose();
}
