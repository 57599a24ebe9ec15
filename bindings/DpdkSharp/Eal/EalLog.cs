using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>DPDK's log: its levels, and messages of one's own (<c>rte_log</c>). All members may be called from any thread.</summary>
public static unsafe partial class EalLog
{
    private static EalLogHandler? s_handler;

    // Set while EAL starts: what it logs then explains why it fails.
    private static List<(EalLogLevel Level, string Message)>? s_startup;

    private static bool s_panics;

    // By the number of the log type; types are added while drivers are loaded, and never change.
    private static volatile string?[] s_components = [];

    [ThreadStatic]
    private static bool t_writing;

    /// <summary>The level below which nothing is logged, whatever the part (<c>rte_log_set_global_level</c>).</summary>
    public static EalLogLevel GlobalLevel
    {
        get => (EalLogLevel)rte_log_get_global_level();
        set => rte_log_set_global_level((uint)value);
    }

    /// <summary>
    /// The components that log, with their levels (<c>rte_log_dump</c>). Drivers are among them once they are loaded.
    /// </summary>
    public static IReadOnlyList<EalLogComponent> Components =>
        [.. ReadComponents().Select(static m => new EalLogComponent(m.Groups["name"].Value, ParseLevel(m.Groups["level"].Value)))];

    /// <summary>
    /// Within an <see cref="EalLogHandler"/>: the component whose message it is, "lib.eal" (<c>rte_log_cur_msg_logtype</c>). Null elsewhere, and for
    /// messages that DpdkSharp itself adds.
    /// </summary>
    public static string? CurrentComponent
    {
        get
        {
            if (!t_writing)
            {
                return null;
            }
            int type = rte_log_cur_msg_logtype();
            string?[] components = s_components;
            if (type >= components.Length || components[type] is null)
            {
                components = ReadComponentNames();
                s_components = components;
            }
            return type >= 0 && type < components.Length ? components[type] : null;
        }
    }

    /// <summary>Sets the level of the parts whose name matches (<c>rte_log_set_level_pattern</c>).</summary>
    /// <param name="pattern">A name with wildcards: "lib.eal", "pmd.net.*".</param>
    /// <param name="level">The least urgent level that is logged.</param>
    /// <exception cref="DpdkException">The pattern is not valid.</exception>
    public static void SetLevel(string pattern, EalLogLevel level)
    {
        ArgumentException.ThrowIfNullOrEmpty(pattern);
        using var text = new NativeText(pattern);
        _ = DpdkException.ThrowIfNegative(rte_log_set_level_pattern(text, (uint)level), nameof(rte_log_set_level_pattern), $"The log level of '{pattern}' could not be set");
    }

    /// <summary>Logs a message as one of DPDK's user types (<c>rte_log</c> with <c>RTE_LOGTYPE_USER1</c>).</summary>
    /// <param name="level">How urgent it is.</param>
    /// <param name="message">The text, without line break.</param>
    public static void Write(EalLogLevel level, string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        // The text is an argument of the format, never the format itself: a percent sign in it means nothing.
        using var text = new NativeText(message.Replace("%", "%%", StringComparison.Ordinal) + "\n");
        _ = rte_log((uint)level, RTE_LOGTYPE_USER1, text);
    }

    /// <summary>Leads DPDK's log to a handler (stderr when null) through a stream of the C library.</summary>
    internal static void Open(EalLogHandler? handler)
    {
        s_handler = handler;
        CookieFunctions functions = new() { Write = &OnWrite };
        fixed (byte* mode = "w\0"u8)
        {
            FILE* stream = fopencookie(null, mode, functions);
            if (stream == null || rte_openlog_stream(stream) != 0)
            {
                throw new DpdkException("DPDK's log could not be redirected", nameof(rte_openlog_stream), 0);
            }
        }
    }

    internal static void StartCapture() => s_startup = [];

    internal static (EalLogLevel Level, string Message)[] EndCapture()
    {
        List<(EalLogLevel Level, string Message)> logged = s_startup ?? [];
        s_startup = null;
        // Threads that EAL has started may be logging still.
        lock (logged)
        {
            return [.. logged];
        }
    }

    [UnmanagedCallersOnly]
    private static nint OnWrite(void* cookie, byte* text, nuint length)
    {
        // DPDK flushes after each message, so each call brings one; no exception may cross into C.
        t_writing = true;
        try
        {
            var level = (EalLogLevel)rte_log_cur_msg_loglevel();
            string message = Encoding.UTF8.GetString(text, (int)length).TrimEnd('\n');
            List<(EalLogLevel Level, string Message)>? startup = s_startup;
            if (startup is not null)
            {
                lock (startup)
                {
                    startup.Add((level, message));
                }
            }
            // While EAL starts, complaints are kept for the exception; but a panic ends the process behind our back.
            s_panics |= startup is not null && message.StartsWith("PANIC in", StringComparison.Ordinal);
            if (startup is null || s_panics || s_handler is not null)
            {
                Deliver(level, message);
            }
        }
        catch (Exception)
        {
            return (nint)length;
        }
        finally
        {
            t_writing = false;
        }
        return (nint)length;
    }

    private static string?[] ReadComponentNames()
    {
        Match[] all = ReadComponents();
        var names = new string?[all.Length == 0 ? 0 : all.Max(static m => int.Parse(m.Groups["id"].ValueSpan, provider: null)) + 1];
        foreach (Match component in all)
        {
            names[int.Parse(component.Groups["id"].ValueSpan, provider: null)] = component.Groups["name"].Value;
        }
        return names;
    }

    // DPDK tells its types in no other way than by writing them down.
    private static Match[] ReadComponents()
    {
        byte* text = null;
        nuint length = 0;
        FILE* stream = open_memstream(&text, &length);
        if (stream == null)
        {
            return [];
        }
        rte_log_dump(stream);
        _ = fclose(stream);
        string dump = Encoding.UTF8.GetString(text, (int)length);
        NativeMemory.Free(text);
        return [.. ComponentLine().Matches(dump).Cast<Match>()];
    }

    private static EalLogLevel ParseLevel(string text) => text switch
    {
        "emergency" => EalLogLevel.Emergency,
        "alert" => EalLogLevel.Alert,
        "critical" => EalLogLevel.Critical,
        "error" => EalLogLevel.Error,
        "warning" => EalLogLevel.Warning,
        "notice" => EalLogLevel.Notice,
        "info" => EalLogLevel.Information,
        _ => EalLogLevel.Debug,
    };

    // "id 0: lib.eal, level is info"
    [GeneratedRegex("^id (?<id>[0-9]+): (?<name>[^,]+), level is (?<level>[a-z]+)", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex ComponentLine();

    /// <summary>Hands a message to the handler. Called where C code waits for the return, so nothing may be thrown.</summary>
    internal static void Deliver(EalLogLevel level, string message)
    {
        try
        {
            if (s_handler is { } handler)
            {
                handler(level, message);
            }
            else
            {
                OutputCapture.WriteError(message);
            }
        }
        catch (Exception)
        {
            return;
        }
    }

    [DllImport("libc", ExactSpelling = true)]
    private static extern FILE* fopencookie(void* cookie, byte* mode, CookieFunctions functions);

    [DllImport("libc", ExactSpelling = true)]
    private static extern FILE* open_memstream(byte** text, nuint* length);

    [DllImport("libc", ExactSpelling = true)]
    private static extern int fclose(FILE* stream);

    /// <summary>What glibc calls in place of reading and writing a file.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct CookieFunctions
    {
        public delegate* unmanaged<void*, byte*, nuint, nint> Read;
        public delegate* unmanaged<void*, byte*, nuint, nint> Write;
        public delegate* unmanaged<void*, long*, int, int> Seek;
        public delegate* unmanaged<void*, int> Close;
    }
}
