using System.CommandLine;
using DpdkSharp.Tool.Output;

namespace DpdkSharp.Tool.Completion;

/// <summary>
/// <c>dpdksharp completion bash|zsh|fish</c>: prints what makes a shell complete the tool's command lines. The shell asks the tool itself
/// (<c>dpdksharp [suggest:POSITION] "LINE"</c>), so that file prefixes, devices and telemetry commands are those of the moment.
/// </summary>
internal static class CompletionCommand
{
    private const string Bash = """
        # dpdksharp: eval "$(dpdksharp completion bash)" in ~/.bashrc
        _dpdksharp() {
          local line="${COMP_LINE:0:COMP_POINT}" candidates
          local word="${line##*[[:space:]]}"
          candidates=$(dpdksharp "[suggest:$COMP_POINT]" "$COMP_LINE" 2> /dev/null)
          mapfile -t COMPREPLY < <(compgen -W "$candidates" -- "$word")
          # To bash, what follows a colon (0000:03:00.0) is a word of its own.
          COMPREPLY=("${COMPREPLY[@]#"${word%"${word##*:}"}"}")
        }
        complete -o default -F _dpdksharp dpdksharp
        """;

    private const string Zsh = """
        # dpdksharp: eval "$(dpdksharp completion zsh)" in ~/.zshrc, behind compinit
        _dpdksharp() {
          local -a candidates
          candidates=("${(@f)$(dpdksharp "[suggest:$CURSOR]" "$BUFFER" 2> /dev/null)}")
          (( ${#candidates} )) && compadd -- $candidates || _files
        }
        compdef _dpdksharp dpdksharp
        """;

    private const string Fish = """
        # dpdksharp: dpdksharp completion fish > ~/.config/fish/completions/dpdksharp.fish
        function __dpdksharp_complete
          set -l line (commandline -cp)
          dpdksharp "[suggest:"(string length -- "$line")"]" "$line" 2> /dev/null
        end
        complete -c dpdksharp -a '(__dpdksharp_complete)'
        """;

    public static Command Create(Terminal terminal)
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh or fish." };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish");
        var command = new Command("completion", "Prints the script that makes a shell complete dpdksharp's commands, options, devices and processes.") { shell };
        command.SetAction(result =>
        {
            terminal.WriteLine(result.GetRequiredValue(shell) switch { "bash" => Bash, "zsh" => Zsh, _ => Fish });
            return ExitCode.Ok;
        });
        return command;
    }
}
