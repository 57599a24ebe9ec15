using System.CommandLine;
using System.CommandLine.Completions;
using System.Text.Json;
using DpdkSharp.Tool.Output;
using Spectre.Console;

namespace DpdkSharp.Tool.Telemetry;

/// <summary><c>dpdksharp telemetry</c>: sends a command to a running process, or lists those that it knows.</summary>
internal static class TelemetryCommand
{
    public static Command Create(Terminal terminal)
    {
        var attach = new AttachOptions();
        var text = new Argument<string?>("command") { Description = "What to ask, with its parameters behind commas: /ethdev/stats,0. Without it: the commands that the process knows.", Arity = ArgumentArity.ZeroOrOne, HelpName = "COMMAND[,PARAMETERS]" };
        text.CompletionSources.Add(context => Completions(attach, context));
        var json = new Option<bool>("--json") { Description = "Print JSON on one line (an answer is JSON anyway: this leaves out line breaks)." };
        var command = new Command("telemetry", "Asks a running DPDK process, C or C#, by its telemetry socket.") { text, json };
        attach.AddTo(command);
        command.SetAction(result =>
        {
            using TelemetryClient client = ProcessFinder.Attach(attach.Read(result));
            return result.GetValue(text) is { } asked
                ? Ask(terminal, client, asked, result.GetValue(json))
                : List(terminal, client, result.GetValue(json));
        });
        return command;
    }

    private static int Ask(Terminal terminal, TelemetryClient client, string asked, bool oneLine)
    {
        string command = asked.StartsWith('/') ? asked : "/" + asked;
        string name = command.Split(',')[0];
        JsonElement answer = client.Send(command);
        if (answer.ValueKind == JsonValueKind.Null)
        {
            string[] known = Known(client);
            if (!known.Contains(name, StringComparer.Ordinal))
            {
                string[] near = [.. known.Where(k => k.Contains(name.Trim('/'), StringComparison.Ordinal) || k.Split('/')[1] == name.Split('/').ElementAtOrDefault(1))];
                throw new ToolException($"the process {client.ProcessId} ({client.Version}) knows no command {name}"
                    + (near.Length > 0 ? $"; it has {string.Join(", ", near)}." : ". Without a command, dpdksharp telemetry lists those that it knows."));
            }
            throw new ToolException($"the process {client.ProcessId} has no answer to {command}: are the parameters right? {Help(client, name)}");
        }
        terminal.WriteLine(answer.ValueKind == JsonValueKind.String && !oneLine ? answer.GetString()! : Format(answer, oneLine));
        return ExitCode.Ok;
    }

    private static int List(Terminal terminal, TelemetryClient client, bool json)
    {
        TelemetryHelp[] commands = [.. Known(client).Select(c => new TelemetryHelp(c, Help(client, c)))];
        if (json)
        {
            terminal.WriteJson(new TelemetryCommands(client.Version, client.ProcessId, commands), ToolJson.Default.TelemetryCommands);
            return ExitCode.Ok;
        }
        Table table = Tables.Create("Command", "What it tells");
        foreach (TelemetryHelp command in commands)
        {
            table.Add(command.Command, command.Help);
        }
        terminal.Write(table);
        return ExitCode.Ok;
    }

    private static string[] Known(TelemetryClient client) =>
        client.Send("/") is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Select(static c => c.GetString() ?? string.Empty)] : [];

    // A command's help stands behind its name since 21.11, and is the answer itself before.
    private static string Help(TelemetryClient client, string command) => client.Send("/help," + command) switch
    {
        { ValueKind: JsonValueKind.Object } help when help.TryGetProperty(command, out JsonElement text) => (text.GetString() ?? string.Empty).Replace('\n', ' '),
        { ValueKind: JsonValueKind.String } help => (help.GetString() ?? string.Empty).Replace('\n', ' '),
        _ => string.Empty,
    };

    private static string Format(JsonElement element, bool oneLine)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = !oneLine, NewLine = "\n" }))
        {
            element.WriteTo(writer);
        }
        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static IEnumerable<CompletionItem> Completions(AttachOptions attach, CompletionContext context)
    {
        try
        {
            using TelemetryClient client = ProcessFinder.Attach(attach.Read(context.ParseResult));
            return [.. Known(client).Select(static c => new CompletionItem(c))];
        }
        catch (Exception e) when (e is ToolException or TelemetryException or InvalidOperationException)
        {
            // Nothing to ask, nothing to offer.
            return [];
        }
    }
}
