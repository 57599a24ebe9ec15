using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using DpdkSharp.Interop;
using DpdkSharp.InteropProbe;

// --set NAME=VALUE: an AppContext value, as a program may set one before it first uses DPDK.
while (args is [_, "--set", var setting, ..])
{
    AppContext.SetData(setting.Split('=')[0], setting.Split('=')[1]);
    args = [args[0], .. args[3..]];
}
switch (args)
{
    case ["layout", var version]:
        Write(LayoutReader.Read(version));
        return 0;
    case ["signatures", var version]:
        Write(SignatureReader.Read(version));
        return 0;
    case ["libraries"]:
        Write(typeof(Dpdk).GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(static m => m.GetCustomAttribute<DllImportAttribute>()?.Value)
            .Where(static l => l is not null && l.StartsWith("librte_", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(static l => l!, static l => Abi.LibraryOf(l!), StringComparer.Ordinal));
        return 0;
    case ["runtime"]:
        Write(new RuntimeReport(
            DpdkRuntime.IsSupported,
            DpdkRuntime.NotSupportedReason,
            DpdkRuntime.Version?.ToString(),
            DpdkRuntime.Abi?.Version,
            DpdkRuntime.LibraryFolder,
            DpdkRuntime.DriverFolder,
            DpdkRuntime.KnownAbis[DpdkRuntime.AbiIndex].Version));
        return 0;
    case ["installations"]:
        Write(DpdkRuntime.FindInstallations());
        return 0;
    case ["loaded"]:
        // DPDK's libraries in this process after the first call of one that needs others.
        _ = DpdkRuntime.GetExport("librte_ethdev", "rte_eth_dev_count_avail");
        Console.Out.Write(string.Join('\n', File.ReadLines("/proc/self/maps")
            .Where(static l => l.Contains("/librte_", StringComparison.Ordinal))
            .Select(static l => l[l.IndexOf('/', StringComparison.Ordinal)..])
            .Distinct(StringComparer.Ordinal)));
        return 0;
    case ["shim-faults"]:
        Write(DpdkRuntime.FindShimFaults());
        return 0;
    case ["callbacks", var prefix]:
        Write(WorkerCallbacks.Run(prefix));
        return 0;
    case ["call", var what]:
        return Calls.Run(what);
    default:
        Console.Error.WriteLine("usage: InteropProbe layout VERSION | signatures VERSION | libraries | runtime [--set NAME=VALUE] | installations | loaded | shim-faults | callbacks FILE_PREFIX | call WHAT");
        return 2;
}

static void Write<T>(T value) => Console.Out.Write(JsonSerializer.Serialize(value));
