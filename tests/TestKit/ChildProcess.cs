using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace DpdkSharp.TestKit;

/// <summary>
/// A program in a process of its own, with what it writes captured as it comes. Disposing kills it, with all it started, if it still runs.
/// Members may be called from any thread.
/// </summary>
public sealed class ChildProcess : IDisposable
{
    private const int SigInt = 2;
    private const int SigKill = 9;
    private const int SigTerm = 15;

    private readonly Process _process;
    private readonly StringBuilder _standardOutput = new();
    private readonly StringBuilder _standardError = new();
    private readonly Task _readers;
    private readonly string _command;

    private ChildProcess(Process process, string command)
    {
        _process = process;
        _command = command;
        _readers = Task.WhenAll(
            Task.Run(() => Collect(process.StandardOutput, _standardOutput)),
            Task.Run(() => Collect(process.StandardError, _standardError)));
    }

    /// <summary>The process id.</summary>
    public int Id => _process.Id;

    /// <summary>The process has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>What it has written to standard output until now.</summary>
    public string StandardOutput => Text(_standardOutput);

    /// <summary>What it has written to standard error until now.</summary>
    public string StandardError => Text(_standardError);

    /// <summary>Starts a program.</summary>
    /// <param name="program">Its path, or a name that PATH finds.</param>
    /// <param name="arguments">Its arguments, passed as they are.</param>
    /// <param name="environment">Variables to add to this process's own; a null value removes one.</param>
    /// <param name="workingDirectory">Null: this process's own.</param>
    public static ChildProcess Start(
        string program,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string?>? environment = null,
        string? workingDirectory = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = workingDirectory ?? "",
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException($"'{program}' did not start.");
        return new ChildProcess(process, string.Join(' ', start.ArgumentList.Prepend(program)));
    }

    /// <summary>Starts a program and waits for its end, whatever its exit code.</summary>
    /// <exception cref="TimeoutException">It did not end in time; it is killed.</exception>
    public static ProcessResult Run(
        string program,
        IEnumerable<string> arguments,
        TimeSpan timeout,
        IReadOnlyDictionary<string, string?>? environment = null,
        string? workingDirectory = null)
    {
        using var child = Start(program, arguments, environment, workingDirectory);
        child.CloseInput();
        return child.WaitForExit(timeout);
    }

    /// <summary>Starts a program that has to succeed, and gives what it wrote to standard output.</summary>
    /// <exception cref="InvalidOperationException">It ended with another exit code than 0; the message has what it wrote.</exception>
    public static string RunChecked(string program, params IReadOnlyList<string> arguments)
    {
        var result = Run(program, arguments, TimeSpan.FromSeconds(30));
        return result.ExitCode == 0
            ? result.StandardOutput
            : throw new InvalidOperationException(
                $"'{program} {string.Join(' ', arguments)}' ended with exit code {result.ExitCode}: {result.StandardError}{result.StandardOutput}");
    }

    /// <summary>Waits for the end, and for all output to have arrived.</summary>
    /// <exception cref="TimeoutException">It runs still; the message has what it wrote.</exception>
    public ProcessResult WaitForExit(TimeSpan timeout)
    {
        var started = Stopwatch.GetTimestamp();
        if (!_process.WaitForExit(timeout))
        {
            throw Timeout($"did not end within {timeout}");
        }

        // Whatever it started itself may hold its output open for longer.
        var left = timeout - Stopwatch.GetElapsedTime(started);
        return _readers.Wait(left > TimeSpan.FromSeconds(1) ? left : TimeSpan.FromSeconds(1))
            ? new ProcessResult(_process.ExitCode, StandardOutput, StandardError)
            : throw Timeout($"ended, but its output is still held open after {timeout}");
    }

    /// <summary>Waits until the text stands in standard output or standard error.</summary>
    /// <exception cref="TimeoutException">It did not appear in time; the message has what was written instead.</exception>
    /// <exception cref="InvalidOperationException">The program ended without writing it.</exception>
    public void WaitForOutput(string text, TimeSpan timeout) => WaitForOutput(text, 0, timeout);

    /// <summary>The same for what stands in standard output from a place on, or anywhere in standard error.</summary>
    internal void WaitForOutput(string text, int from, TimeSpan timeout)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            // Asked before the output is looked at: what a program writes just before its end counts.
            var ended = _readers.IsCompleted;
            if (StandardOutput.IndexOf(text, from, StringComparison.Ordinal) >= 0 || StandardError.Contains(text, StringComparison.Ordinal))
            {
                return;
            }

            if (ended)
            {
                _process.WaitForExit();
                throw new InvalidOperationException(Describe($"ended with exit code {_process.ExitCode} without writing '{text}'"));
            }

            if (Stopwatch.GetElapsedTime(started) > timeout)
            {
                throw Timeout($"did not write '{text}' within {timeout}");
            }

            Thread.Sleep(10);
        }
    }

    /// <summary>Writes a line to its standard input.</summary>
    public void WriteLine(string line)
    {
        _process.StandardInput.Write(line + "\n");
        _process.StandardInput.Flush();
    }

    /// <summary>Ends its standard input.</summary>
    public void CloseInput() => _process.StandardInput.Close();

    /// <summary>Sends SIGINT, as ctrl-C does.</summary>
    public void Interrupt() => Signal(SigInt);

    /// <summary>Sends SIGTERM.</summary>
    public void Terminate() => Signal(SigTerm);

    /// <summary>Sends SIGKILL to the process alone; what it started lives on.</summary>
    public void Kill() => Signal(SigKill);

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            if (!_process.HasExited)
            {
                _process.Kill(entireProcessTree: true);
                _process.WaitForExit();
            }

            // A process that the child left behind may hold the pipes open for ever.
            _readers.Wait(TimeSpan.FromSeconds(1));
        }
        finally
        {
            _process.Dispose();
        }
    }

    private static async Task Collect(StreamReader reader, StringBuilder into)
    {
        var buffer = new char[4096];
        int count;
        while ((count = await reader.ReadAsync(buffer)) > 0)
        {
            lock (into)
            {
                into.Append(buffer, 0, count);
            }
        }
    }

    private static string Text(StringBuilder collected)
    {
        lock (collected)
        {
            return collected.ToString();
        }
    }

    private void Signal(int signal)
    {
        if (!_process.HasExited && NativeMethods.kill(_process.Id, signal) != 0)
        {
            throw new InvalidOperationException(Describe(string.Create(CultureInfo.InvariantCulture, $"could not be sent signal {signal}")));
        }
    }

    private TimeoutException Timeout(string what) => new(Describe(what));

    private string Describe(string what) => $"'{_command}' {what}.\nstandard output:\n{StandardOutput}\nstandard error:\n{StandardError}";
}
