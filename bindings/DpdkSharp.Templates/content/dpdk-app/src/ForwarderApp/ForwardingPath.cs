using DpdkSharp;
using DpdkSharp.Headers;

namespace ForwarderApp;

/// <summary>From where to where a worker moves packets.</summary>
/// <param name="From">A queue that this worker alone receives from.</param>
/// <param name="To">A queue that this worker alone sends to.</param>
/// <param name="Source">The source address that packets leave with.</param>
public sealed record ForwardingPath(RxQueue From, TxQueue To, MacAddress Source);
