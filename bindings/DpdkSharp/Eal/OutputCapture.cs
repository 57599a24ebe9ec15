using System.Runtime.InteropServices;
using System.Text;

namespace DpdkSharp;

/// <summary>
/// Keeps what C code prints to stdout and stderr while EAL starts: EAL prints its usage and some refusals there, and they
/// belong into the exception. When the process ends meanwhile, what was kept is printed after all.
/// </summary>
internal sealed unsafe class OutputCapture : IDisposable
{
    private const int Stdout = 1;
    private const int Stderr = 2;

    private static OutputCapture? s_active;
    private static bool s_atExit;

    private readonly int _memory;
    private readonly int _stdout;
    private readonly int _stderr;
    private readonly string[] _arguments;
    private bool _ended;

    private OutputCapture(int memory, string[] arguments)
    {
        _memory = memory;
        _arguments = arguments;
        _stdout = dup(Stdout);
        _stderr = dup(Stderr);
    }

    /// <summary>Starts to keep the output; null where the system does not let us, and the output goes where it always goes.</summary>
    /// <param name="arguments">What EAL is given, for the error where it ends the process.</param>
    public static OutputCapture? Start(string[] arguments)
    {
        int memory;
        fixed (byte* name = "dpdksharp-eal\0"u8)
        {
            memory = memfd_create(name, 0);
        }
        if (memory < 0)
        {
            return null;
        }
        // .NET's own streams are opened now, or they would lead into the memory for ever.
        _ = Console.Out;
        _ = Console.Error;
        var capture = new OutputCapture(memory, arguments);
        _ = fflush(null);
        _ = dup2(memory, Stdout);
        _ = dup2(memory, Stderr);
        s_active = capture;
        if (!s_atExit)
        {
            s_atExit = true;
            _ = on_exit(&OnExit, null);
        }
        return capture;
    }

    /// <summary>Gives stdout and stderr back.</summary>
    /// <returns>What was printed meanwhile.</returns>
    public string End()
    {
        if (_ended)
        {
            return string.Empty;
        }
        _ended = true;
        s_active = null;
        _ = fflush(null);
        _ = dup2(_stdout, Stdout);
        _ = dup2(_stderr, Stderr);
        long length = lseek(_memory, 0, 2);
        var text = new byte[Math.Max(0, length)];
        _ = lseek(_memory, 0, 0);
        fixed (byte* start = text)
        {
            nint read = text.Length == 0 ? 0 : LibcRead(_memory, start, (nuint)text.Length);
            _ = close(_memory);
            _ = close(_stdout);
            _ = close(_stderr);
            return Encoding.UTF8.GetString(text, 0, (int)Math.Max(0, read));
        }
    }

    /// <summary>Writes a line to the real stderr, capture or not: what may be the last words of the process must get out.</summary>
    public static void WriteError(string line)
    {
        if (s_active is { } capture)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(line + "\n");
            fixed (byte* start = bytes)
            {
                _ = LibcWrite(capture._stderr, start, (nuint)bytes.Length);
            }
        }
        else
        {
            Console.Error.WriteLine(line);
        }
    }

    public void Dispose() => _ = End();

    [UnmanagedCallersOnly]
    private static void OnExit(int status, void* argument)
    {
        try
        {
            if (s_active is { } capture)
            {
                // EAL ended the process in place of an answer, as 25.11 does on an unknown option: the error that would have
                // been an exception is told, or, where it was none, what was printed.
                (EalLogLevel Level, string Message)[] logged = EalLog.EndCapture();
                string printed = capture.End();
                Console.Error.WriteLine(status == 0
                    ? string.Join('\n', logged.Select(static l => l.Message)) + printed
                    : EalFailure.Create(capture._arguments, 0, logged, printed).Message);
            }
        }
        catch (Exception)
        {
            return;
        }
    }

    [DllImport("libc", ExactSpelling = true)]
    private static extern int memfd_create(byte* name, uint flags);

    [DllImport("libc", ExactSpelling = true)]
    private static extern int dup(int descriptor);

    [DllImport("libc", ExactSpelling = true)]
    private static extern int dup2(int from, int to);

    [DllImport("libc", ExactSpelling = true)]
    private static extern int close(int descriptor);

    [DllImport("libc", ExactSpelling = true)]
    private static extern long lseek(int descriptor, long offset, int whence);

    [DllImport("libc", EntryPoint = "read", ExactSpelling = true)]
    private static extern nint LibcRead(int descriptor, byte* buffer, nuint count);

    [DllImport("libc", EntryPoint = "write", ExactSpelling = true)]
    private static extern nint LibcWrite(int descriptor, byte* buffer, nuint count);

    [DllImport("libc", ExactSpelling = true)]
    private static extern int fflush(void* stream);

    [DllImport("libc", ExactSpelling = true)]
    private static extern int on_exit(delegate* unmanaged<int, void*, void> function, void* argument);
}
