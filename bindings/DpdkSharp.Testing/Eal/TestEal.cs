using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.ExceptionServices;

namespace DpdkSharp.Testing;

/// <summary>
/// EAL for tests: <c>using var eal = TestEal.Start();</c>. It needs neither root nor huge pages nor devices, meets no other DPDK process, and leaves nothing behind. DPDK starts once a
/// process, so there is one for all tests of a process; where a test framework has no place for it, <see cref="Shared"/> is that one.
/// </summary>
/// <remarks>
/// The thread that starts EAL is its main lcore, and only that one may launch work on lcores. It is a thread of its own here, since test frameworks run tests
/// on many; <see cref="Run(Action)"/> runs a step on it. All members may be called from any thread.
/// </remarks>
public sealed class TestEal : IDisposable
{
    private const int MostMessages = 10_000;

    private static readonly Lazy<TestEal> s_shared = new(static () => Start());

    private readonly BlockingCollection<Action> _steps = [];
    private readonly ConcurrentQueue<(EalLogLevel Level, string Message)> _log = [];
    private readonly Thread _mainLcore;
    private bool _disposed;

    private TestEal(EalOptions options)
    {
        EalLogHandler? handler = options.LogHandler;
        options.LogHandler = (level, message) =>
        {
            Log(level, message);
            handler?.Invoke(level, message);
        };
        _mainLcore = new Thread(RunSteps) { Name = "main lcore", IsBackground = true };
        _mainLcore.Start();
        try
        {
            Eal = Run(() => Eal.Initialize(options));
        }
        catch
        {
            End();
            throw;
        }
        finally
        {
            options.LogHandler = handler;
        }
        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
    }

    /// <summary>The one for all tests of the process, started when it is first asked for, with the default options. It ends with the process.</summary>
    public static TestEal Shared => s_shared.Value;

    /// <summary>EAL itself.</summary>
    public Eal Eal { get; }

    /// <summary>What DPDK has logged, the last 10,000 messages. It is not printed.</summary>
    public IReadOnlyList<(EalLogLevel Level, string Message)> Messages => [.. _log];

    /// <summary>The options that <see cref="Start"/> takes by default, to be changed: ordinary pages, no PCI, nothing shared, files of their own.</summary>
    /// <param name="lcores">How many lcores, at least 1. They are numbered from 0, and share the CPUs that this process may run on where these are fewer.</param>
    /// <param name="memoryMegabytes">How much memory, in megabytes. Only what is used of it costs.</param>
    /// <returns>Options; <see cref="EalOptions.Vdevs"/> and the like can be added to.</returns>
    public static EalOptions CreateOptions(int lcores = 1, int memoryMegabytes = 256)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lcores, 1);
        IReadOnlyList<int> cpus = AllowedCpus.Read();
        EalOptions options = EalOptions.ForTests(memoryMegabytes);
        options.Lcores = string.Join(',', Enumerable.Range(0, lcores).Select(lcore => string.Create(CultureInfo.InvariantCulture, $"{lcore}@{cpus[lcore % cpus.Count]}")));
        return options;
    }

    /// <summary>Starts EAL.</summary>
    /// <param name="options">Options; null for those of <see cref="CreateOptions"/>. A <see cref="EalOptions.LogHandler"/> gets the messages besides <see cref="Messages"/>.</param>
    /// <returns>EAL; dispose of it last.</returns>
    /// <exception cref="Interop.DpdkNotSupportedException">DPDK was not found, or is a version that this library does not know.</exception>
    /// <exception cref="DpdkException">EAL refused; the message holds its reason.</exception>
    /// <exception cref="InvalidOperationException">EAL was started before in this process.</exception>
    public static TestEal Start(EalOptions? options = null) => new(options ?? CreateOptions());

    /// <summary>Runs a step on the main lcore and waits for it. What it throws comes back.</summary>
    /// <param name="step">The step.</param>
    public void Run(Action step)
    {
        ArgumentNullException.ThrowIfNull(step);
        _ = Run<object?>(() =>
        {
            step();
            return null;
        });
    }

    /// <summary>Runs a step on the main lcore and waits for it. What it throws comes back.</summary>
    /// <typeparam name="T">The type of its result.</typeparam>
    /// <param name="step">The step.</param>
    /// <returns>What it returned.</returns>
    public T Run<T>(Func<T> step)
    {
        ArgumentNullException.ThrowIfNull(step);
        ObjectDisposedException.ThrowIf(_disposed, this);
        // A step within a step: this is the main lcore already.
        if (Thread.CurrentThread == _mainLcore)
        {
            return step();
        }
        using var done = new ManualResetEventSlim();
        T result = default!;
        ExceptionDispatchInfo? failure = null;
        _steps.Add(() =>
        {
            try
            {
                result = step();
            }
            catch (Exception e)
            {
                failure = ExceptionDispatchInfo.Capture(e);
            }
            done.Set();
        });
        done.Wait();
        failure?.Throw();
        return result;
    }

    /// <summary>Ends EAL. Does nothing the second time.</summary>
    /// <exception cref="InvalidOperationException">A pool, device or ring is still in use, or an lcore still runs; the message names it.</exception>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }
        Run(Eal.Dispose);
        AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
        End();
    }

    private void RunSteps()
    {
        foreach (Action step in _steps.GetConsumingEnumerable())
        {
            step();
        }
    }

    private void End()
    {
        _disposed = true;
        _steps.CompleteAdding();
        _mainLcore.Join();
        _steps.Dispose();
    }

    private void Log(EalLogLevel level, string message)
    {
        _log.Enqueue((level, message));
        while (_log.Count > MostMessages && _log.TryDequeue(out _))
        {
        }
    }

    // The process ends, and with it all that EAL holds but for the folder of its run-time files.
    private static void OnProcessExit(object? sender, EventArgs e)
    {
        try
        {
            Directory.Delete(Eal.RuntimeFolder, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Gone already, or never there: nothing is left behind.
            return;
        }
    }
}
