using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace DpdkSharp.Analyzers.Ownership;

/// <summary>What is known at one place on one path. Immutable: each path goes on with its own.</summary>
internal sealed class FlowState
{
    public static readonly FlowState Start = new(
        ImmutableSortedDictionary<int, FlowValue>.Empty,
        ImmutableSortedDictionary<int, TrackedPacket>.Empty,
        ImmutableSortedDictionary<int, TrackedBurst>.Empty,
        ImmutableSortedDictionary<int, bool>.Empty,
        ImmutableList<int>.Empty,
        null,
        null);

    private FlowState(
        ImmutableSortedDictionary<int, FlowValue> variables,
        ImmutableSortedDictionary<int, TrackedPacket> packets,
        ImmutableSortedDictionary<int, TrackedBurst> bursts,
        ImmutableSortedDictionary<int, bool> facts,
        ImmutableList<int> continuations,
        SyntaxNode? place,
        SyntaxNode? previousPlace)
    {
        Variables = variables;
        Packets = packets;
        Bursts = bursts;
        Facts = facts;
        Continuations = continuations;
        Place = place;
        PreviousPlace = previousPlace;
    }

    /// <summary>Locals, parameters and the compiler's own temporaries, by number.</summary>
    public ImmutableSortedDictionary<int, FlowValue> Variables { get; }

    public ImmutableSortedDictionary<int, TrackedPacket> Packets { get; }

    public ImmutableSortedDictionary<int, TrackedBurst> Bursts { get; }

    /// <summary>How conditions that are asked for more than once have turned out, by number.</summary>
    public ImmutableSortedDictionary<int, bool> Facts { get; }

    /// <summary>The blocks to go on with, innermost last, when the finally blocks under way have ended.</summary>
    public ImmutableList<int> Continuations { get; }

    /// <summary>Where the path came through last; for messages only, so not a part of <see cref="Key"/>.</summary>
    public SyntaxNode? Place { get; }

    /// <summary>Where it was before that.</summary>
    public SyntaxNode? PreviousPlace { get; }

    public FlowValue this[int variable] => Variables.TryGetValue(variable, out FlowValue value) ? value : FlowValue.Unknown;

    /// <summary>Equal for states that lead to the same.</summary>
    public string Key
    {
        get
        {
            var key = new StringBuilder();
            foreach (KeyValuePair<int, FlowValue> v in Variables)
            {
                Append(key, 'v', v.Key, (int)v.Value.Kind, v.Value.Id);
            }
            foreach (KeyValuePair<int, TrackedPacket> p in Packets)
            {
                Append(key, 'p', p.Key, (int)p.Value.Owner, p.Value.OwnerId, p.Value.Line);
            }
            foreach (KeyValuePair<int, TrackedBurst> b in Bursts)
            {
                Append(key, 'b', b.Key, (int)b.Value.Content, b.Value.Storage);
            }
            foreach (KeyValuePair<int, bool> f in Facts)
            {
                Append(key, 'f', f.Key, f.Value ? 1 : 0);
            }
            foreach (int c in Continuations)
            {
                Append(key, 'c', c);
            }
            return key.ToString();
        }
    }

    public FlowState Set(int variable, FlowValue value) =>
        With(variables: value.Kind == FlowValueKind.Unknown ? Variables.Remove(variable) : Variables.SetItem(variable, value));

    public FlowState Set(int id, TrackedPacket packet) => With(packets: Packets.SetItem(id, packet));

    public FlowState Set(int id, TrackedBurst burst) => With(bursts: Bursts.SetItem(id, burst));

    public FlowState Assume(int fact, bool value) => With(facts: Facts.SetItem(fact, value));

    public FlowState Forget(IEnumerable<int> facts) => With(facts: Facts.RemoveRange(facts));

    public FlowState At(SyntaxNode place) => new(Variables, Packets, Bursts, Facts, Continuations, place, Place);

    public FlowState Push(int block) => With(continuations: Continuations.Add(block));

    public FlowState Pop() => With(continuations: Continuations.RemoveAt(Continuations.Count - 1));

    public FlowState RemovePacket(int id) => With(packets: Packets.Remove(id));

    public FlowState RemoveBurst(int id) => With(bursts: Bursts.Remove(id));

    /// <summary>The packets of a burst, or chained to a packet, are now something else.</summary>
    public FlowState Follow(PacketOwner owner, int ownerId, TrackedPacket now)
    {
        FlowState state = this;
        foreach (KeyValuePair<int, TrackedPacket> p in Packets.Where(p => p.Value.Owner == owner && p.Value.OwnerId == ownerId))
        {
            state = state.Set(p.Key, now);
        }
        return state;
    }

    /// <summary>Whether a variable, or a packet that is owned by it, refers to a packet.</summary>
    public bool IsReferred(int packet) => Variables.Values.Any(v => v.Id == packet && IsOfPacket(v.Kind));

    /// <summary>Whether a variable refers to a burst.</summary>
    public bool IsReferredBurst(int burst) => Variables.Values.Any(v => v.Id == burst && IsOfBurst(v.Kind));

    /// <summary>The packet that was made in one place goes by another number from now on, for a new one is made there.</summary>
    public FlowState RenamePacket(int id, int newId)
    {
        if (!Packets.TryGetValue(id, out TrackedPacket packet))
        {
            return this;
        }
        var packets = Packets.Remove(id).SetItem(newId, packet);
        foreach (KeyValuePair<int, TrackedPacket> p in packets.Where(p => p.Value.Owner == PacketOwner.Chain && p.Value.OwnerId == id))
        {
            packets = packets.SetItem(p.Key, new TrackedPacket(PacketOwner.Chain, newId));
        }
        var variables = Variables;
        foreach (KeyValuePair<int, FlowValue> v in Variables.Where(v => v.Value.Id == id && IsOfPacket(v.Value.Kind)))
        {
            variables = variables.SetItem(v.Key, FlowValue.Of(v.Value.Kind, newId));
        }
        return With(variables: variables, packets: packets);
    }

    /// <summary>The same for a burst.</summary>
    public FlowState RenameBurst(int id, int newId)
    {
        if (!Bursts.TryGetValue(id, out TrackedBurst burst))
        {
            return this;
        }
        var packets = Packets;
        foreach (KeyValuePair<int, TrackedPacket> p in Packets.Where(p => p.Value.Owner == PacketOwner.Burst && p.Value.OwnerId == id))
        {
            packets = packets.SetItem(p.Key, new TrackedPacket(PacketOwner.Burst, newId));
        }
        var variables = Variables;
        foreach (KeyValuePair<int, FlowValue> v in Variables.Where(v => v.Value.Id == id && IsOfBurst(v.Value.Kind)))
        {
            variables = variables.SetItem(v.Key, FlowValue.Of(v.Value.Kind, newId));
        }
        return new(variables, packets, Bursts.Remove(id).SetItem(newId, burst), Facts, Continuations, Place, PreviousPlace);
    }

    private static bool IsOfPacket(FlowValueKind kind) => kind is FlowValueKind.Packet or FlowValueKind.SegmentsOfPacket or FlowValueKind.Bytes;

    private static bool IsOfBurst(FlowValueKind kind) => kind is FlowValueKind.Burst or FlowValueKind.PacketsOfBurst or FlowValueKind.CountOfBurst;

    private static void Append(StringBuilder key, char kind, params int[] numbers)
    {
        key.Append(kind);
        foreach (int number in numbers)
        {
            key.Append(number.ToString(CultureInfo.InvariantCulture)).Append(',');
        }
    }

    private FlowState With(
        ImmutableSortedDictionary<int, FlowValue>? variables = null,
        ImmutableSortedDictionary<int, TrackedPacket>? packets = null,
        ImmutableSortedDictionary<int, TrackedBurst>? bursts = null,
        ImmutableSortedDictionary<int, bool>? facts = null,
        ImmutableList<int>? continuations = null) =>
        new(variables ?? Variables, packets ?? Packets, bursts ?? Bursts, facts ?? Facts, continuations ?? Continuations, Place, PreviousPlace);
}
