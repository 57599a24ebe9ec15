namespace DpdkSharp.Headers;

/// <summary>One byte of a packet, read the way headers are.</summary>
internal struct SingleByte : IPacketHeader<SingleByte>
{
    public static int Size => 1;

    internal byte Value { readonly get; set; }
}
