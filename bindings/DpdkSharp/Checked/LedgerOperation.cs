namespace DpdkSharp;

/// <summary>What is done to a packet, for messages.</summary>
internal enum LedgerOperation
{
    Use,
    Free,
    Send,
    Enqueue,
    Add,
    Chain,
}
