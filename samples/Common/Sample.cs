using DpdkSharp.Interop;

namespace DpdkSharp.Samples;

/// <summary>Runs a sample: what goes wrong is one line on stderr and an exit code, never a stack trace.</summary>
public static class Sample
{
    /// <summary>For the end of an error line: what went wrong while EAL started, which is often why a port is missing; empty when nothing did.</summary>
    public static string StartupErrors =>
        Eal.Current?.StartupErrors is { Count: > 0 } errors ? $" While EAL started, this went wrong: {string.Join("; ", errors)}." : string.Empty;

    /// <summary>Runs the sample's body.</summary>
    /// <param name="name">The sample's name, for the error line.</param>
    /// <param name="body">Gives the exit code.</param>
    /// <returns>The exit code: the body's, or 1 after an error.</returns>
    public static int Run(string name, Func<int> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        Exception? first = null;
        try
        {
            return body();
        }
        catch (Exception e) when (IsExpected(e, ref first))
        {
            Console.Error.WriteLine($"{name}: {first!.Message}");
            return 1;
        }
    }

    // Asked before the clean-up runs, which may fail in the wake of what went wrong: the first exception is the one to tell.
    private static bool IsExpected(Exception e, ref Exception? first)
    {
        bool expected = e is DpdkException or DpdkNotSupportedException or UsageException or ArgumentException or InvalidOperationException;
        if (expected)
        {
            first ??= e;
        }
        return expected;
    }
}
