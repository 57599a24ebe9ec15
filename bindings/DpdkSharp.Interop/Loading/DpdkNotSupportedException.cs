namespace DpdkSharp.Interop;

/// <summary>DPDK is not there, is not a version this was generated for, or lacks what was asked of it. The message says what to do.</summary>
public sealed class DpdkNotSupportedException : NotSupportedException
{
    public DpdkNotSupportedException()
        : base("DPDK cannot be used here.")
    {
    }

    public DpdkNotSupportedException(string? message)
        : base(message)
    {
    }

    public DpdkNotSupportedException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
