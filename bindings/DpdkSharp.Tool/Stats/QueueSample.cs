namespace DpdkSharp.Tool.Stats;

/// <summary>The receive and the transmit queue of one number; null for what the port has not.</summary>
internal sealed record QueueSample(int Queue, FlowSample? Rx, FlowSample? Tx);
