namespace DpdkSharp.HostingScenarios;

/// <summary>What the test reads.</summary>
internal static class Lines
{
    private static readonly Lock s_lock = new();

    public static void Write(params ReadOnlySpan<string?> fields)
    {
        lock (s_lock)
        {
            Console.WriteLine(string.Join('|', fields).ReplaceLineEndings(" "));
            Console.Out.Flush();
        }
    }
}
