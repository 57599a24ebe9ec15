using DpdkSharp.TestKit;

namespace DpdkSharp.Packages.Tests;

/// <summary>What scripts/consumers.sh made of the packages, once for all tests.</summary>
public sealed class PublishedConsumers
{
    private static readonly Lazy<PublishedConsumers> s_made = new(static () => new PublishedConsumers());

    private PublishedConsumers()
    {
        _ = PackedPackages.Made;
        Result = Script.Run("consumers.sh");
    }

    /// <summary>The consumers; made when they are first asked for, after the packages.</summary>
    public static PublishedConsumers Made => s_made.Value;

    /// <summary>How the command ended.</summary>
    public ProcessResult Result { get; }

    public static string Folder(string consumer) => Path.Combine(RepositoryPaths.Artifacts, "consumers", consumer);
}
