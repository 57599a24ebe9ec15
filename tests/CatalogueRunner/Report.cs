using System.Text.Json;

namespace DpdkSharp.Catalogue;

/// <summary>Lines on standard output that Catalogue.Tests reads: <c>@@ {json}</c>.</summary>
internal static class Report
{
    public static void Start(string path) => Write(new { entry = Path.GetFileNameWithoutExtension(path), state = "started" });

    public static void Result(string path, Exception? failure) => Write(new
    {
        entry = Path.GetFileNameWithoutExtension(path),
        state = "ended",
        exception = failure?.GetType().Name,
        message = failure?.ToString(),
    });

    private static void Write(object line)
    {
        Console.Out.WriteLine("@@ " + JsonSerializer.Serialize(line));
        Console.Out.Flush();
    }
}
