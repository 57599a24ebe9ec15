namespace DpdkSharp.Faults;

/// <summary>What a worker throws when it is told to.</summary>
internal sealed class WorkerFailedException : Exception
{
    public WorkerFailedException()
        : base("The worker was told to fail.")
    {
    }

    public WorkerFailedException(string? message)
        : base(message)
    {
    }

    public WorkerFailedException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
