using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using static DpdkSharp.Interop.Dpdk;

[assembly: AssemblyFixture(typeof(DpdkSharp.Interop.Tests.Inline.EalFixture))]

namespace DpdkSharp.Interop.Tests.Inline;

/// <summary>
/// EAL, once for the test process. EAL makes the thread that initialises it the main lcore and pins it to a CPU for good, so that is
/// a thread of its own here, and tests that need an lcore run their steps on it.
/// </summary>
public sealed unsafe class EalFixture : IDisposable
{
    private static int s_names;
    private readonly BlockingCollection<Action> _work = [];
    private readonly Thread _thread;

    public EalFixture()
    {
        _thread = new Thread(() =>
        {
            foreach (Action work in _work.GetConsumingEnumerable())
            {
                work();
            }
        })
        { Name = "EAL main lcore", IsBackground = true };
        _thread.Start();
        Run(Initialise);
    }

    /// <summary>Runs a step on the main lcore and waits for it.</summary>
    public void Run(Action step)
    {
        using var done = new ManualResetEventSlim();
        Exception? failure = null;
        _work.Add(() =>
        {
            try
            {
                step();
            }
#pragma warning disable CA1031 // handed to the waiting thread
            catch (Exception e)
            {
                failure = e;
            }
#pragma warning restore CA1031

            done.Set();
        });
        done.Wait();
        if (failure != null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    /// <summary>A native string with a name that no other object of this process has.</summary>
    public static byte* UniqueName(string prefix) =>
        (byte*)Marshal.StringToCoTaskMemUTF8($"{prefix}{Interlocked.Increment(ref s_names)}");

    public void Dispose()
    {
        Run(() =>
        {
            string folder = Marshal.PtrToStringUTF8((nint)rte_eal_get_runtime_dir())!;
            _ = rte_eal_cleanup();
            Directory.Delete(folder, recursive: true);
        });
        _work.CompleteAdding();
        _thread.Join();
        _work.Dispose();
    }

    private static void Initialise()
    {
        string[] arguments =
        [
            "tests", "-l", "0", "--no-huge", "-m", "256", "--no-shconf", "--no-pci", "--no-telemetry", "--log-level", "error",
            "--file-prefix", $"interop{Environment.ProcessId}", "--vdev", "net_null0", "--vdev", "net_null1",
        ];
        // EAL keeps pointers into its arguments and reorders them.
        byte** argv = (byte**)NativeMemory.AllocZeroed((nuint)arguments.Length + 1, (nuint)sizeof(byte*));
        for (int i = 0; i < arguments.Length; i++)
        {
            argv[i] = (byte*)Marshal.StringToCoTaskMemUTF8(arguments[i]);
        }

        int result = rte_eal_init(arguments.Length, argv);
        if (result < 0)
        {
            throw new InvalidOperationException($"rte_eal_init failed, rte_errno {rte_errno}");
        }
    }
}
