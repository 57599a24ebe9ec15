namespace DpdkSharp.Samples.L3Fwd;

/// <summary>Which lcore polls a receive queue.</summary>
internal sealed record QueueAssignment(int Port, int Queue, int Lcore);
