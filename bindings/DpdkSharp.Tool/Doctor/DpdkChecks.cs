using DpdkSharp.Interop;
using DpdkSharp.Tool.Machine;

namespace DpdkSharp.Tool.Doctor;

/// <summary>DPDK itself: found or not, of which version, and with which drivers.</summary>
internal static class DpdkChecks
{
    private const string Section = "DPDK";

    public static IEnumerable<Finding> Examine(MachineFiles machine)
    {
        if (!machine.IsThisMachine)
        {
            // What is loaded here says nothing of a machine whose files lie elsewhere.
            yield break;
        }
        if (!DpdkRuntime.IsSupported)
        {
            yield return Finding.Problem(Section, "dpdk.found", DpdkRuntime.NotSupportedReason!, "apt-get install dpdk");
            yield break;
        }
        yield return Finding.Ok(Section, "dpdk.found", $"DPDK {DpdkRuntime.Version} (ABI {DpdkRuntime.Abi!.Value.Number}) in {DpdkRuntime.LibraryFolder}");
    }
}
