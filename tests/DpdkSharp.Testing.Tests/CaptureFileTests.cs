using System.Buffers.Binary;
using CsCheck;
using DpdkSharp.TestKit;

namespace DpdkSharp.Testing.Tests;

/// <summary>Capture files of both formats: what is written is read, by tcpdump too; what is damaged is refused.</summary>
public sealed class CaptureFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public static TheoryData<CaptureFormat> Formats => [.. Enum.GetValues<CaptureFormat>()];

    [Theory, MemberData(nameof(Formats))]
    public void What_is_written_is_what_is_read(CaptureFormat format)
    {
        byte[][] frames = [[1], [], new byte[9000], [2, 3], new byte[300_000]];

        CaptureFile.WriteFrames(_path, frames, format);

        Assert.Equal(frames, CaptureFile.ReadFrames(_path));
    }

    [Theory, MemberData(nameof(Formats))]
    public void Tcpdump_reads_what_is_written(CaptureFormat format)
    {
        var packets = CaptureFile.Read(RepositoryPaths.MixedCapture);

        CaptureFile.Write(_path, packets, format);

        var tcpdump = Requirements.Program("tcpdump", "tcpdump");
        string Packets(string file) => ChildProcess.RunChecked(tcpdump, "-r", file, "-n", "-tt", "-e", "-xx", "--micro");
        Assert.Equal(Packets(RepositoryPaths.MixedCapture), Packets(_path));
    }

    [Fact]
    public void What_tcpdump_writes_in_nanoseconds_is_read()
    {
        var tcpdump = Requirements.Program("tcpdump", "tcpdump");
        ChildProcess.RunChecked(tcpdump, "-r", RepositoryPaths.MixedCapture, "-w", _path, "--nano", "-Z", "root");

        Assert.Equal(0xA1B23C4D, BinaryPrimitives.ReadUInt32LittleEndian(File.ReadAllBytes(_path)));
        Assert.Equal<string[]>([.. CaptureFile.Read(RepositoryPaths.MixedCapture).Select(Text)], [.. CaptureFile.Read(_path).Select(Text)]);
    }

    [Fact]
    public void Times_lengths_link_types_and_interfaces_come_back() =>
        Gen.Select(Gen.Byte.Array[0, 40], Gen.ULong, Gen.Int[0, 1000], Gen.Int[0, 65535], Gen.Int[0, 3])
            .Select((data, time, more, link, number) => new CapturedPacket(data, time, data.Length + more, link, number))
            .List[0, 8]
            .Sample(packets =>
            {
                CaptureFile.Write(_path, packets, CaptureFormat.PcapNg);
                // An interface is numbered when its first packet comes; one of two link types is two.
                var numbers = packets.Select(static p => (p.Interface, p.LinkType)).Distinct().Select(static (key, number) => (key, number)).ToDictionary();
                Assert.Equal<string[]>([.. packets.Select(p => Text(p with { Interface = numbers[(p.Interface, p.LinkType)] }))], [.. CaptureFile.Read(_path).Select(Text)]);
            }, iter: 300, threads: 1);

    [Theory]
    [InlineData(6, 1_500_000UL, 1_500_000_000UL)]
    [InlineData(9, 1_500_000UL, 1_500_000UL)]
    [InlineData(0, 3UL, 3_000_000_000UL)]
    [InlineData(0x80 | 10, 1536UL, 1_500_000_000UL)]
    public void Time_is_counted_in_the_units_of_the_interface(byte resolution, ulong time, ulong nanoseconds)
    {
        File.WriteAllBytes(_path, [.. Section, .. Block(1, [1, 0, 0, 0, 0, 0, 0, 0, 9, 0, 1, 0, resolution, 0, 0, 0]), .. Enhanced(0, time, [1, 2, 3])]);

        Assert.Equal(nanoseconds, Assert.Single(CaptureFile.Read(_path)).Time);
    }

    [Fact]
    public void An_offset_of_the_time_counts()
    {
        File.WriteAllBytes(_path, [.. Section, .. Block(1, [1, 0, 0, 0, 0, 0, 0, 0, 14, 0, 8, 0, 2, 0, 0, 0, 0, 0, 0, 0]), .. Enhanced(0, 1_000_000, [1])]);

        Assert.Equal(3_000_000_000UL, Assert.Single(CaptureFile.Read(_path)).Time);
    }

    [Fact]
    public void Old_and_simple_packets_several_sections_and_unknown_blocks_are_read()
    {
        byte[] ethernet = Block(1, [1, 0, 0, 0, 4, 0, 0, 0]);
        byte[] raw = Block(1, [101, 0, 0, 0, 0, 0, 0, 0]);
        File.WriteAllBytes(_path,
        [
            .. Section, .. ethernet,
            .. Block(3, [6, 0, 0, 0, 1, 2, 3, 4]),
            .. Block(2, [0, 0, 0xFF, 0xFF, 0, 0, 0, 0, 7, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 5, 6, 0, 0]),
            .. Block(0x0BAD, [1, 2, 3, 4]),
            .. Section, .. raw,
            .. Enhanced(0, 0, [7]),
        ]);

        var packets = CaptureFile.Read(_path);

        Assert.Equal<string[]>(["1 0 01020304 0 of 6", "1 0 0506 7000 of 2", "101 1 07 0 of 1"], [.. packets.Select(Text)]);
    }

    [Fact]
    public void The_other_byte_order_is_read_of_both_formats()
    {
        byte[] section = [0x0A, 0x0D, 0x0D, 0x0A, 0, 0, 0, 28, 0x1A, 0x2B, 0x3C, 0x4D, 0, 1, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 28];
        byte[] description = [0, 0, 0, 1, 0, 0, 0, 20, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 20];
        byte[] packet = [0, 0, 0, 6, 0, 0, 0, 36, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 3, 1, 2, 3, 0, 0, 0, 0, 36];
        byte[] classic = [0xA1, 0xB2, 0xC3, 0xD4, 0, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 3, 1, 2, 3];
        foreach (byte[] file in (byte[][])[[.. section, .. description, .. packet], classic])
        {
            File.WriteAllBytes(_path, file);
            Assert.Equal("1 0 010203 2000 of 3", Text(Assert.Single(CaptureFile.Read(_path))));
        }
    }

    [Theory, MemberData(nameof(Formats))]
    public void Every_truncation_is_refused(CaptureFormat format)
    {
        CaptureFile.WriteFrames(_path, [[1, 2, 3]], format);
        var whole = File.ReadAllBytes(_path);
        // Where a file without packets would end: behind the file header; behind the section header, and the description of the interface.
        int[] complete = format == CaptureFormat.PcapNg ? [28, 60] : [24];

        foreach (var length in Enumerable.Range(0, whole.Length).Except(complete))
        {
            File.WriteAllBytes(_path, whole[..length]);
            Assert.Throws<InvalidDataException>(() => CaptureFile.ReadFrames(_path));
        }
    }

    [Fact]
    public void A_huge_length_costs_no_memory()
    {
        CaptureFile.WriteFrames(_path, [[1, 2, 3]]);
        var file = File.ReadAllBytes(_path);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(24 + 8), 64 * 1024 * 1024);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(24 + 12), 64 * 1024 * 1024);
        File.WriteAllBytes(_path, file);
        long before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Throws<InvalidDataException>(() => CaptureFile.Read(_path));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void A_frame_that_was_cut_short_or_is_not_Ethernet_is_no_frame()
    {
        CaptureFile.Write(_path, [new CapturedPacket(new byte[] { 1, 2, 3 }, 0, 4)]);
        Assert.Contains("cut short", Assert.Throws<InvalidDataException>(() => CaptureFile.ReadFrames(_path)).Message, StringComparison.Ordinal);
        Assert.True(Assert.Single(CaptureFile.Read(_path)).IsTruncated);

        CaptureFile.Write(_path, [new CapturedPacket(new byte[] { 1, 2, 3 }, 0, 3, LinkType: 101)]);
        Assert.Contains("101", Assert.Throws<InvalidDataException>(() => CaptureFile.ReadFrames(_path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_classic_pcap_cannot_hold_is_refused()
    {
        Assert.Throws<ArgumentException>(() => CaptureFile.Write(_path, [new CapturedPacket(new byte[1]), new CapturedPacket(new byte[1], 0, 1, LinkType: 101)]));
        Assert.Throws<ArgumentException>(() => CaptureFile.Write(_path, [new CapturedPacket(new byte[1], ulong.MaxValue)]));
        Assert.Throws<ArgumentException>(() => CaptureFile.Write(_path, [new CapturedPacket(new byte[2], 0, 1)]));
    }

    [Theory, MemberData(nameof(Formats))]
    public void A_capture_without_packets_is_one(CaptureFormat format)
    {
        CaptureFile.WriteFrames(_path, [], format);

        Assert.Empty(CaptureFile.Read(_path));
        Assert.Equal("", ChildProcess.RunChecked(Requirements.Program("tcpdump", "tcpdump"), "-r", _path));
    }

    public void Dispose() => File.Delete(_path);

    private static byte[] Section => Block(0x0A0D0D0A, [0x4D, 0x3C, 0x2B, 0x1A, 1, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]);

    private static byte[] Enhanced(uint number, ulong time, byte[] data)
    {
        var body = new byte[20 + ((data.Length + 3) & ~3)];
        BinaryPrimitives.WriteUInt32LittleEndian(body, number);
        BinaryPrimitives.WriteUInt32LittleEndian(body.AsSpan(4), (uint)(time >> 32));
        BinaryPrimitives.WriteUInt32LittleEndian(body.AsSpan(8), (uint)time);
        BinaryPrimitives.WriteInt32LittleEndian(body.AsSpan(12), data.Length);
        BinaryPrimitives.WriteInt32LittleEndian(body.AsSpan(16), data.Length);
        data.CopyTo(body, 20);
        return Block(6, body);
    }

    private static byte[] Block(uint type, byte[] body)
    {
        var block = new byte[12 + body.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(block, type);
        BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(4), block.Length);
        body.CopyTo(block, 8);
        BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(block.Length - 4), block.Length);
        return block;
    }

    private static string Text(CapturedPacket p) => $"{p.LinkType} {p.Interface} {Convert.ToHexString(p.Data.Span)} {p.Time} of {p.OriginalLength}";
}
