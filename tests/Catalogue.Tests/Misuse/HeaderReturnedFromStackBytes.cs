// A header reference into bytes on the stack is returned.
// caught by: compiler CS8352
Console.WriteLine(Parse().IsNull);

static HeaderRef<EthernetHeader> Parse()
{
    Span<byte> bytes = stackalloc byte[64];
    _ = bytes.TryGetHeader(0, out HeaderRef<EthernetHeader> header);
    return header; // <-- here
}
