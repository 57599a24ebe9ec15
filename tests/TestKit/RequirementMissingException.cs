namespace DpdkSharp.TestKit;

/// <summary>This machine lacks something that a test needs. It fails the test: a test that did not run has not passed.</summary>
public sealed class RequirementMissingException : Exception
{
    /// <summary>Says what is missing and how to get it.</summary>
    public RequirementMissingException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is missing and how to get it.</summary>
    public RequirementMissingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Something is missing.</summary>
    public RequirementMissingException()
    {
    }
}
