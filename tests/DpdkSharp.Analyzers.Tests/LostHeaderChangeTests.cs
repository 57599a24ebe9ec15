namespace DpdkSharp.Analyzers.Tests;

/// <summary>DPDK0013: a copy of a header that is changed and forgotten.</summary>
public class LostHeaderChangeTests
{
    [Theory]
    [InlineData("if (given.TryGetHeader(0, out HeaderRef<EthernetHeader> header)) { EthernetHeader copy = header.Value; {|DPDK0013:copy.EtherType|} = EtherType.Arp; }")]
    [InlineData("if (given.TryGetHeader(0, out HeaderRef<EthernetHeader> header)) { var copy = header.Value; {|DPDK0013:copy.SwapAddresses()|}; }")]
    [InlineData("if (given.TryGetHeader(14, out HeaderRef<Ipv4Header> header)) { var copy = header.Value; if (copy.TimeToLive > 1) { {|DPDK0013:copy.TimeToLive|}--; } }")]
    [InlineData("if (given.TryReadHeader(0, out EthernetHeader copy)) { {|DPDK0013:copy.SwapAddresses()|}; }")]
    public Task A_change_that_does_not_reach_the_packet_is_reported(string statements) => Check.Statements<HeaderCopyAnalyzer>(statements);

    [Theory]
    [InlineData("if (given.TryGetHeader(0, out HeaderRef<EthernetHeader> header)) { header.Value.SwapAddresses(); }")]
    [InlineData("if (given.TryGetHeader(0, out HeaderRef<EthernetHeader> header)) { ref EthernetHeader place = ref header.Value; place.SwapAddresses(); }")]
    [InlineData("if (given.TryReadHeader(0, out EthernetHeader copy)) { copy.SwapAddresses(); bool written = given.TryWriteHeader(0, copy); }")]
    [InlineData("if (given.TryGetHeader(0, out HeaderRef<EthernetHeader> header)) { var copy = header.Value; copy.SwapAddresses(); header.Value = copy; }")]
    [InlineData("if (given.TryReadHeader(0, out EthernetHeader copy)) { copy.SwapAddresses(); Console.WriteLine(copy.Source); }")]
    [InlineData("if (given.TryReadHeader(0, out EthernetHeader copy)) { Console.WriteLine(copy.Source); }")]
    [InlineData("EthernetHeader made = default; made.EtherType = EtherType.Arp;")]
    public Task A_change_that_is_used_is_not(string statements) => Check.Statements<HeaderCopyAnalyzer>(statements);

    [Fact]
    public Task The_fix_changes_the_packet() => Check.Fix<HeaderCopyAnalyzer, ChangeHeaderInPlaceFix>(
        """
        if (given.TryGetHeader(0, out HeaderRef<EthernetHeader> header))
        {
            EthernetHeader copy = header.Value;
            {|DPDK0013:copy.SwapAddresses()|};
        }
        """,
        """
        if (given.TryGetHeader(0, out HeaderRef<EthernetHeader> header))
        {
            ref EthernetHeader copy = ref header.Value;
            copy.SwapAddresses();
        }
        """);
}
