using System.Globalization;
using Microsoft.CodeAnalysis;

namespace DpdkSharp.Analyzers.Ownership;

/// <summary>What happens to packets and bursts, and what is wrong with it.</summary>
internal sealed partial class OwnershipWalk
{
    // Two numbers for each place that makes something: the one of this turn of a loop, and the one of the turn before.
    private readonly Dictionary<object, int> _ids = [];
    private readonly Dictionary<int, SyntaxNode> _sites = [];

    // Those that are no packets but objects of a memory pool, and those that are no bursts but reservations.
    private readonly HashSet<int> _others = [];

    private int NewId(object site)
    {
        if (!_ids.TryGetValue(site, out int id))
        {
            id = (_ids.Count + 1) * 2;
            _ids[site] = id;
            if (site is SyntaxNode node)
            {
                _sites[id] = node;
            }
        }
        return id;
    }

    private void NoteKind(int id, ITypeSymbol? type)
    {
        if (KnownTypes.Is(type, _types.MempoolObject) || _types.IsReservation(type))
        {
            _others.Add(id);
            _others.Add(id + 1);
        }
    }

    private string NounOf(int id) => _others.Contains(id) ? "object" : "packet";

    private FlowOutcome MakePacket(FlowState state, SyntaxNode site, TrackedPacket packet, ITypeSymbol? type = null)
    {
        int id = NewId(site);
        NoteKind(id, type);
        if (state.Packets.ContainsKey(id))
        {
            _sites[id + 1] = site;
            // Two turns back is as far as anything is followed.
            state = state.RemovePacket(id + 1).RenamePacket(id, id + 1);
        }
        return new FlowOutcome(state.Set(id, packet), FlowValue.Of(FlowValueKind.Packet, id));
    }

    /// <summary>A reservation is followed as a burst is: it is open as a burst is full.</summary>
    private FlowOutcome MakeReservation(FlowState state, SyntaxNode site, ITypeSymbol? type)
    {
        FlowOutcome made = MakeBurst(state, site, -1);
        NoteKind(made.Value.Id, type);
        return new FlowOutcome(Fill(made.State, made.Value), made.Value);
    }

    private FlowOutcome MakeBurst(FlowState state, SyntaxNode site, int storage)
    {
        foreach (KeyValuePair<int, TrackedBurst> other in state.Bursts.Where(b => storage >= 0 && b.Value.Storage == storage))
        {
            // The new burst's count is written over the other one's.
            if (other.Value.Content == BurstContent.Packets)
            {
                ReportLostBurst(other.Key, state);
            }
            state = state.Set(other.Key, other.Value.With(BurstContent.Unknown));
        }
        int id = NewId(site);
        if (state.Bursts.ContainsKey(id))
        {
            _sites[id + 1] = site;
            state = state.RemoveBurst(id + 1).RenameBurst(id, id + 1);
        }
        return new FlowOutcome(state.Set(id, new TrackedBurst(BurstContent.Nothing, storage)), FlowValue.Of(FlowValueKind.Burst, id));
    }

    /// <summary>Code that is not known gets it: from now on nothing is asked of it.</summary>
    private static FlowState Escape(FlowState state, FlowValue value)
    {
        switch (value.Kind)
        {
            case FlowValueKind.Packet when state.Packets.TryGetValue(value.Id, out TrackedPacket packet) && packet.Owner == PacketOwner.Method:
                return state.Set(value.Id, new TrackedPacket(PacketOwner.Unknown));
            case FlowValueKind.Burst when state.Bursts.TryGetValue(value.Id, out TrackedBurst burst):
                return state.Set(value.Id, burst.With(BurstContent.Unknown)).Follow(PacketOwner.Burst, value.Id, new TrackedPacket(PacketOwner.Unknown));
            default:
                return state;
        }
    }

    /// <summary>The packet is freed or given away.</summary>
    private FlowState GiveAway(FlowState state, FlowValue value, string how, SyntaxNode place)
    {
        if (value.Kind != FlowValueKind.Packet || !state.Packets.TryGetValue(value.Id, out TrackedPacket packet))
        {
            return state;
        }
        CheckMayGive(value.Id, packet, how, place);
        var gone = new TrackedPacket(PacketOwner.Gone, how: how, line: LineOf(place));
        return state.Set(value.Id, gone).Follow(PacketOwner.Chain, value.Id, gone);
    }

    private void CheckMayGive(int id, TrackedPacket packet, string how, SyntaxNode place)
    {
        string? why = packet.Owner switch
        {
            PacketOwner.Gone => $"it was {packet.How} in line {packet.Line.ToString(CultureInfo.InvariantCulture)}",
            PacketOwner.Burst => "it belongs to a burst, which frees or sends it too: take it out of the burst first (Take, TakeAll, Drop)",
            PacketOwner.Chain => "it is a segment of another packet, and goes with that",
            _ => null,
        };
        if (why is not null)
        {
            Report(Rules.GivenTwice, place, how, why, NounOf(id));
        }
    }

    /// <summary>The packet's own memory is used.</summary>
    private void CheckUse(FlowState state, FlowValue value, SyntaxNode place)
    {
        if (value.Kind is FlowValueKind.Packet or FlowValueKind.SegmentsOfPacket && IsGone(state, value))
        {
            TrackedPacket packet = state.Packets[value.Id];
            Report(Rules.UsedAfterGiven, place, packet.How, packet.Line.ToString(CultureInfo.InvariantCulture), NounOf(value.Id));
        }
    }

    private void CheckBytes(FlowState state, FlowValue value, SyntaxNode place)
    {
        if (value.Kind == FlowValueKind.Bytes && IsGone(state, value))
        {
            TrackedPacket packet = state.Packets[value.Id];
            Report(Rules.SpanOutlivesPacket, place, packet.How, packet.Line.ToString(CultureInfo.InvariantCulture), NounOf(value.Id));
        }
    }

    private static bool IsGone(FlowState state, FlowValue value) => state.Packets.TryGetValue(value.Id, out TrackedPacket packet) && packet.Owner == PacketOwner.Gone;

    private static FlowState Fill(FlowState state, FlowValue burst) =>
        burst.Kind == FlowValueKind.Burst && state.Bursts.TryGetValue(burst.Id, out TrackedBurst b) && b.Content != BurstContent.Unknown
            ? state.Set(burst.Id, b.With(BurstContent.Packets))
            : state;

    private static FlowState Empty(FlowState state, int burst, TrackedPacket packets) =>
        (state.Bursts.TryGetValue(burst, out TrackedBurst b) && b.Content != BurstContent.Unknown ? state.Set(burst, b.With(BurstContent.Nothing)) : state)
            .Follow(PacketOwner.Burst, burst, packets);

    /// <summary>What no variable refers to any more is lost if the method owns it, and needs no following otherwise.</summary>
    private FlowState Forget(FlowState state, FlowValue? kept)
    {
        foreach (KeyValuePair<int, TrackedPacket> packet in state.Packets)
        {
            bool isHead = state.Packets.Values.Any(p => p.Owner == PacketOwner.Chain && p.OwnerId == packet.Key);
            if (state.IsReferred(packet.Key) || (kept is { } k && k.Id == packet.Key) || (isHead && packet.Value.Owner != PacketOwner.Method))
            {
                continue;
            }
            if (packet.Value.Owner == PacketOwner.Method)
            {
                ReportLostPacket(packet.Key, state);
            }
            state = state.RemovePacket(packet.Key);
        }
        foreach (KeyValuePair<int, TrackedBurst> burst in state.Bursts)
        {
            if (!state.IsReferredBurst(burst.Key) && (burst.Value.Storage < 0 || burst.Value.Content != BurstContent.Packets))
            {
                if (burst.Value.Content == BurstContent.Packets)
                {
                    ReportLostBurst(burst.Key, state);
                }
                state = state.RemoveBurst(burst.Key);
            }
        }
        return state;
    }

    private void AtEnd(FlowState state)
    {
        foreach (KeyValuePair<int, TrackedPacket> packet in state.Packets.Where(static p => p.Value.Owner == PacketOwner.Method))
        {
            ReportLostPacket(packet.Key, state);
        }
        foreach (KeyValuePair<int, TrackedBurst> burst in state.Bursts.Where(static b => b.Value.Content == BurstContent.Packets))
        {
            ReportLostBurst(burst.Key, state);
        }
    }

    private void ReportLostPacket(int id, FlowState state) => ReportLost(Rules.PacketLost, id, state);

    private void ReportLostBurst(int id, FlowState state) => ReportLost(_others.Contains(id) ? Rules.OpenReservation : Rules.BurstLost, id, state);

    private void ReportLost(DiagnosticDescriptor rule, int id, FlowState state)
    {
        if (_sites.TryGetValue(id, out SyntaxNode? site) && _reported.Add((rule.Id, site.GetLocation())))
        {
            // When the next turn of a loop takes another one, this one was lost at the end of the last turn.
            bool isNextTurn = state.Place?.Span.Contains(site.Span) == true;
            Location end = ((isNextTurn ? state.PreviousPlace : state.Place) ?? site).GetLocation();
            _report(Diagnostic.Create(rule, site.GetLocation(), [end], Rules.Line(end), NounOf(id)));
        }
    }

    private void Report(DiagnosticDescriptor rule, SyntaxNode place, params object[] arguments)
    {
        Location location = place.GetLocation();
        if (_reported.Add((rule.Id, location)))
        {
            _report(Diagnostic.Create(rule, location, arguments));
        }
    }

    private static int LineOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
}
