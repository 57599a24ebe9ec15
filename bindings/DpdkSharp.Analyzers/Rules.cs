using System.Globalization;
using Microsoft.CodeAnalysis;

namespace DpdkSharp.Analyzers;

/// <summary>What is reported. DPDK0001 is the raw layer's, for functions that DPDK calls experimental.</summary>
internal static class Rules
{
    public const string PacketLostId = "DPDK0002";
    public const string UsedAfterGivenId = "DPDK0003";
    public const string GivenTwiceId = "DPDK0004";
    public const string SpanOutlivesPacketId = "DPDK0005";
    public const string BurstLostId = "DPDK0006";
    public const string IgnoredResultId = "DPDK0007";
    public const string AllocationId = "DPDK0008";
    public const string WaitId = "DPDK0009";
    public const string ThrowId = "DPDK0010";
    public const string BeforeEalId = "DPDK0011";
    public const string BlockedLcoreId = "DPDK0012";
    public const string LostHeaderChangeId = "DPDK0013";

    public const string OpenReservationId = "DPDK0014";

    private const string Ownership = "Ownership";
    private const string DataPath = "DataPath";
    private const string Usage = "Usage";

    public static readonly DiagnosticDescriptor PacketLost = Create(
        PacketLostId,
        Ownership,
        "A packet is lost on some path",
        "The {1} taken here is lost on the path through line {0}: nothing there frees it, sends it or gives it to another owner",
        "A packet has one owner, who frees it, sends it, enqueues it or adds it to a burst. A packet that is forgotten never returns to its pool, and the pool runs dry.");

    public static readonly DiagnosticDescriptor UsedAfterGiven = Create(
        UsedAfterGivenId,
        Ownership,
        "A packet is used after it was freed or given away",
        "The {2} is used here, but it was {0} in line {1}: it may be another's by now",
        "A packet that was freed, sent or enqueued belongs to the pool, the device or the other thread. What is read of it may be another packet's, and what is written destroys that one.");

    public static readonly DiagnosticDescriptor GivenTwice = Create(
        GivenTwiceId,
        Ownership,
        "A packet is freed or given away twice",
        "The {2} is {0} here, but {1}",
        "A packet that is freed twice is handed out twice by its pool: two owners then write the same memory.");

    public static readonly DiagnosticDescriptor SpanOutlivesPacket = Create(
        SpanOutlivesPacketId,
        Ownership,
        "A span or header is used after its packet was freed or given away",
        "The reference is used here, but its {2} was {0} in line {1}",
        "A span or header reference points into the packet's buffer, and is valid only as long as the packet is one's own.");

    public static readonly DiagnosticDescriptor BurstLost = Create(
        BurstLostId,
        Ownership,
        "The packets left in a burst are lost on some path",
        "The burst made here may still hold packets on the path through line {0}: dispose of it (using), or clear it",
        "A burst owns what it holds: what was received and not sent, and what a device did not accept. Without Dispose or Clear those packets never return to their pool.");

    public static readonly DiagnosticDescriptor IgnoredResult = Create(
        IgnoredResultId,
        Ownership,
        "A result that decides about a packet is ignored",
        "The result of '{0}' is ignored: {1}",
        "What can fail says so by its result. Where that decides who owns a packet, ignoring it loses the packet or uses one that is not there.");

    public static readonly DiagnosticDescriptor Allocation = Create(
        AllocationId,
        DataPath,
        "Code of the data path allocates managed memory",
        "The data path allocates here: {0}",
        "Code that is marked [DataPath] runs for each burst or packet: what it allocates calls the garbage collector, which stops the lcores.");

    public static readonly DiagnosticDescriptor Wait = Create(
        WaitId,
        DataPath,
        "Code of the data path waits",
        "The data path waits here: {0}",
        "Code that is marked [DataPath] must not wait for a lock, another thread, a timer or a device: packets are lost meanwhile.");

    public static readonly DiagnosticDescriptor Throw = Create(
        ThrowId,
        DataPath,
        "Code of the data path throws",
        "The data path throws here: return a result, or call a method marked [DoesNotReturn] for what cannot be in normal running",
        "An exception takes tens of microseconds, the time of a thousand packets, and a throw statement keeps the method around it from being inlined.");

    public static readonly DiagnosticDescriptor BeforeEal = Create(
        BeforeEalId,
        Usage,
        "A call that needs EAL stands before its start",
        "'{0}' needs EAL, which starts only in line {1}",
        "Pools, rings, tables, devices and lcores live on EAL: what makes or asks for them throws an InvalidOperationException before Eal.Initialize.");

    public static readonly DiagnosticDescriptor BlockedLcore = Create(
        BlockedLcoreId,
        Usage,
        "An lcore that polls waits",
        "'{0}' waits here, in the loop of an lcore that polls its queues: packets are lost meanwhile",
        "A poll loop has to come back to its queues before their descriptors run out, within tens of microseconds. What waits belongs to another thread.",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor LostHeaderChange = Create(
        LostHeaderChangeId,
        Usage,
        "A copy of a header is changed and never written back",
        "'{0}' is a copy of the packet's header: what is changed here does not reach the packet",
        "TryReadHeader and an ordinary local copy the header. Change it in place (TryGetHeader, ref), or write the copy back (TryWriteHeader).");

    public static readonly DiagnosticDescriptor OpenReservation = Create(
        OpenReservationId,
        Ownership,
        "A reservation of a ring is left open on some path",
        "The reservation made here is still open on the path through line {0}: commit it, or dispose of it (using)",
        "Until a reservation is committed or disposed the ring's side takes no other call of the thread, and other threads wait there for ever.");

    /// <summary>The number of a location's line, as people count them.</summary>
    public static string Line(Location location) =>
        (location.GetLineSpan().StartLinePosition.Line + 1).ToString(CultureInfo.InvariantCulture);

    // A path within the repository, as long as that has no public address.
    private static DiagnosticDescriptor Create(string id, string category, string title, string message, string description, params string[] customTags) =>
        new(id, title, message, category, DiagnosticSeverity.Warning, isEnabledByDefault: true, description, $"docs/analyzers/{id}.md", customTags);
}
