// EAL-ARGUMENTS -- SECONDS [FAULT...]
// Moves packets both ways between two devices, on two worker lcores, for so many seconds and at least three faults, which happen one after the other; all of them when none is named.
// EAL-ARGUMENTS -- secondary-killed N: passes packets through a secondary process that it kills N times; wants shared memory, that is huge pages.
// EAL-ARGUMENTS -- peer-killed N PAIR: exchanges packets with a peer, dpdk-testpmd, that it kills N times; the pairs are those of PeerPair.cs.
// Ends with a line "packets handled=N lost=N …" and exit code 0, or says what went wrong and ends with 1. SIGTERM ends it early, and in order.
using System.Globalization;
using System.Runtime.InteropServices;
using DpdkSharp;
using DpdkSharp.Faults;

using Eal eal = Eal.Initialize(args, static (_, _) => { });
string[] own = [.. eal.ApplicationArguments];
if (own is ["relay", string life])
{
    SecondaryRelay.Run(int.Parse(life, CultureInfo.InvariantCulture), TimeSpan.FromSeconds(60));
    return 0;
}
if (own is ["secondary-killed", string kills])
{
    return Report(() => new SecondaryKills(args).Run(int.Parse(kills, CultureInfo.InvariantCulture)));
}
if (own is ["peer-killed", string times, string name] && PeerPair.All.FirstOrDefault(p => p.Name == name) is { } pair)
{
    return Report(() => new PeerKills(eal, pair).Run(int.Parse(times, CultureInfo.InvariantCulture)));
}
if (own.Length == 0 || !double.TryParse(own[0], CultureInfo.InvariantCulture, out double seconds) || eal.WorkerLcores.Count < 2)
{
    Console.Error.WriteLine("Usage: FaultRunner EAL-ARGUMENTS (three lcores) -- SECONDS [FAULT...]; the faults are " + string.Join(", ", Fault.All.Select(static f => f.Name)) + ".");
    return 2;
}
using var stop = new CancellationTokenSource();
using var signal = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
{
    context.Cancel = true;
    stop.Cancel();
});
var session = new FaultSession(eal);
int code = Report(() =>
{
    session.Run([.. Fault.All.Where(f => own.Length == 1 || own.Skip(1).Contains(f.Name, StringComparer.Ordinal))], TimeSpan.FromSeconds(seconds), stop.Token);
    return session.Summary;
});
return session.LostCount == 0 ? code : 1;

static int Report(Func<string> run)
{
    try
    {
        Console.WriteLine(run());
        return 0;
    }
    catch (Exception e)
    {
        Console.Error.WriteLine(e);
        return 1;
    }
}
