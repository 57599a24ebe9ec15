namespace DpdkSharp.Tool.Output;

/// <summary>A failure that the user is told in one sentence: what is wrong and what to do.</summary>
internal sealed class ToolException : Exception
{
    public ToolException(string message, int exitCode = Output.ExitCode.Failed, Exception? inner = null)
        : base(message, inner) => ExitCode = exitCode;

    /// <summary>One of <see cref="Output.ExitCode"/>.</summary>
    public int ExitCode { get; }
}
