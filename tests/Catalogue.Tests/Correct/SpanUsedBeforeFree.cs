// A span is used up to the last moment, and only its length afterwards.
if (Pool.TryAllocate(out Mbuf packet))
{
    _ = packet.TryAppend(60, out _);
    Span<byte> bytes = packet.Data;
    bytes[0] = 1;
    Span<byte> rest = bytes[14..];
    rest.Fill(2);
    packet.Free();
    Console.WriteLine(bytes.Length);
}
