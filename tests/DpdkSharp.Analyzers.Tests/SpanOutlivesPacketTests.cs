namespace DpdkSharp.Analyzers.Tests;

/// <summary>DPDK0005: a span or header that is used after its packet went.</summary>
public class SpanOutlivesPacketTests
{
    [Theory]
    [InlineData("Span<byte> bytes = given.Data; given.Free(); {|DPDK0005:bytes|}[0] = 1;")]
    [InlineData("Span<byte> bytes = given.Data.Slice(4); given.Free(); {|DPDK0005:bytes|}.Clear();")]
    [InlineData("Span<byte> bytes = given.Data[4..8]; given.Free(); {|DPDK0005:bytes|}.Clear();")]
    [InlineData("ReadOnlySpan<byte> bytes = given.Data; given.Free(); int sum = {|DPDK0005:bytes|}[0];")]
    [InlineData("if (given.TryAppend(4, out Span<byte> bytes)) { buffer.Add(given); {|DPDK0005:bytes|}.Clear(); }")]
    [InlineData("if (given.TryGetHeader(0, out HeaderRef<EthernetHeader> header)) { given.Free(); {|DPDK0005:header|}.Value.SwapAddresses(); }")]
    [InlineData("if (given.Data.TryGetHeader(0, out HeaderRef<EthernetHeader> header)) { given.Free(); {|DPDK0005:header|}.Value.SwapAddresses(); }")]
    [InlineData("if (given.TryGetHeader(0, out HeaderRef<EthernetHeader> header)) { ref EthernetHeader place = ref header.Value; given.Free(); {|DPDK0005:place|}.SwapAddresses(); }")]
    [InlineData("Span<byte> bytes = filled[0].Data; filled.Clear(); {|DPDK0005:bytes|}.Clear();")]
    [InlineData("Span<byte> bytes = filled[0].Data; tx.Send(filled); {|DPDK0005:bytes|}.Clear();")]
    public Task Bytes_of_what_is_gone_are_reported(string statements) => Check.Statements<PacketOwnershipAnalyzer>(statements);

    [Theory]
    [InlineData("Span<byte> bytes = given.Data; bytes.Clear(); given.Free();")]
    [InlineData("Span<byte> bytes = given.Data; given.Free(); int length = bytes.Length;")]
    [InlineData("Span<byte> bytes = given.Data; byte[] copy = bytes.ToArray(); given.Free(); copy[0] = 1;")]
    [InlineData("scoped Span<byte> bytes = given.Data; given.Free(); bytes = stackalloc byte[4]; bytes[0] = 1;")]
    [InlineData("given.TryReadHeader(0, out EthernetHeader header); given.Free(); header.SwapAddresses();")]
    public Task Bytes_of_what_is_there_are_not(string statements) => Check.Statements<PacketOwnershipAnalyzer>(statements);
}
