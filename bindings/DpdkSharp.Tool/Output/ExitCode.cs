namespace DpdkSharp.Tool.Output;

/// <summary>The exit codes of all commands; docs/tool.md tells them to users.</summary>
internal static class ExitCode
{
    /// <summary>Done; nothing is wrong.</summary>
    public const int Ok = 0;

    /// <summary>It failed, or what was examined has problems.</summary>
    public const int Failed = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>Something that the command needs is not there: DPDK, a process to attach to, a right.</summary>
    public const int Lacking = 3;
}
