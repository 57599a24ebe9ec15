namespace DpdkSharp.Benchmarks.Worker.Classifying;

/// <summary>What a packet must have to match; in the processor's order. A mask of 0 asks nothing.</summary>
internal readonly record struct Rule(
    uint Source, uint SourceMask, uint Destination, uint DestinationMask, uint FirstPort, uint LastPort, uint Protocol, uint ProtocolMask);
