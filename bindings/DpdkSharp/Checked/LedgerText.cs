using System.Text.RegularExpressions;
using DpdkSharp.Interop;

namespace DpdkSharp;

/// <summary>How messages of the checked mode put things.</summary>
internal static unsafe partial class LedgerText
{
    /// <summary>A method's name without what compilers add for lambdas and local functions.</summary>
    public static string MethodName(string type, string method)
    {
        Match generated = GeneratedName().Match(method);
        string outer = type.Split('+').TakeWhile(static t => !t.StartsWith('<')).Aggregate(static (a, b) => $"{a}.{b}");
        outer = outer.Length == 0 ? type : outer;
        return generated.Success
            ? $"{outer}.{generated.Groups["outer"].Value.Replace("<Main>$", "Main", StringComparison.Ordinal)}{(generated.Groups["local"].Value is { Length: > 0 } local ? "." + local : " (lambda)")}"
            : $"{outer}.{method.Replace("<Main>$", "Main", StringComparison.Ordinal)}";
    }

    /// <summary>"1.2 s", "350 µs".</summary>
    public static string Duration(TimeSpan time) => time.TotalSeconds switch
    {
        >= 1 => $"{time.TotalSeconds:0.#} s",
        >= 0.001 => $"{time.TotalMilliseconds:0.#} ms",
        _ => $"{time.TotalMicroseconds:0.#} µs",
    };

    /// <summary>The time since a reading of the counter.</summary>
    public static TimeSpan Since(ulong cycles)
    {
        ulong now = Dpdk.rte_rdtsc();
        return Dpdk.rte_get_tsc_hz() == 0 || cycles == 0 || cycles > now ? TimeSpan.Zero : EalClock.ToTimeSpan(now - cycles);
    }

    /// <summary>An mbuf, by its address and pool.</summary>
    public static string Mbuf(rte_mbuf* mbuf, LedgerRun* run) => $"the mbuf 0x{(nuint)mbuf:x} of {PoolLedger.NameOf(run->PoolNumber)}";

    /// <summary>Who has it, since when, and where that began.</summary>
    public static string Describe(LedgerState state, ulong since)
    {
        string place = $"by {CallSites.TextOf(state.Site)}{LedgerThreads.NameOf(state.Thread)}, {Duration(Since(since))} ago";
        string owner = LedgerOwners.NameOf(state.Owner);
        return state.Kind switch
        {
            LedgerKind.Unknown => "The ledger does not know who has it",
            LedgerKind.Free => $"It was freed {place}",
            LedgerKind.Device => $"It was sent to {owner} {place}",
            LedgerKind.Ring => $"It was put into {owner} {place}",
            LedgerKind.Clones => $"It was freed {place}; clones still use its bytes",
            LedgerKind.TxBuffer => $"It was added to a buffer of {owner} {place}",
            LedgerKind.PoolDisposed => "Its pool was disposed",
            LedgerKind.Burst => $"It is in a burst{From(owner)}, put there {place}",
            LedgerKind.Segment => $"It is a segment of a longer packet{From(owner)}, which was taken {place}",
            _ => $"It is with the application{From(owner)}, taken {place}",
        };
    }

    /// <summary>Who has it, and where it was taken, as sentences.</summary>
    public static string History(LedgerEntry* entry, LedgerState? state = null)
    {
        LedgerState now = state ?? LedgerState.Of(entry->State);
        string sentence = Describe(now, entry->Since) + ".";
        LedgerState taken = LedgerState.Of(entry->Taken);
        return now.IsUsable || taken.Kind == LedgerKind.Unknown
            ? sentence
            : $"{sentence} It had been taken{From(LedgerOwners.NameOf(taken.Owner))} by {CallSites.TextOf(taken.Site)}{LedgerThreads.NameOf(taken.Thread)}, {Duration(Since(entry->TakenAt))} ago.";
    }

    private static string From(string owner) => owner.Length == 0 ? string.Empty : $" (from {owner})";

    [GeneratedRegex(@"^<(?<outer>.+?)>(b|g)__(?<local>[^|\d][^|]*)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GeneratedName();
}
