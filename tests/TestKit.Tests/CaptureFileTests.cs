using System.Buffers.Binary;

namespace DpdkSharp.TestKit.Tests;

public sealed class CaptureFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    [Fact]
    public void What_is_written_is_what_is_read()
    {
        byte[][] frames = [[1], [], new byte[9000], [2, 3]];

        CaptureFile.Write(_path, frames);

        Assert.Equal(frames, CaptureFile.Read(_path));
    }

    [Fact]
    public void Tcpdump_reads_what_is_written()
    {
        var frames = CaptureFile.Read(RepositoryPaths.MixedCapture);

        CaptureFile.Write(_path, frames);

        var tcpdump = Requirements.Program("tcpdump", "tcpdump");
        string Packets(string file) => ChildProcess.RunChecked(tcpdump, "-r", file, "-n", "-t", "-e", "-xx");
        Assert.Equal(Packets(RepositoryPaths.MixedCapture), Packets(_path));
    }

    [Fact]
    public void The_other_byte_order_is_read()
    {
        CaptureFile.Write(_path, [[1, 2, 3, 4, 5], [6]]);
        var file = File.ReadAllBytes(_path);
        foreach (var number in (int[])[0, 16, 20, 24, 28, 32, 36, 45, 49, 53, 57])
        {
            file.AsSpan(number, 4).Reverse();
        }

        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), 2);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(6), 4);
        File.WriteAllBytes(_path, file);

        Assert.Equal<byte[]>([[1, 2, 3, 4, 5], [6]], CaptureFile.Read(_path));
    }

    [Fact]
    public void Every_truncation_is_refused()
    {
        CaptureFile.Write(_path, [[1, 2, 3]]);
        var whole = File.ReadAllBytes(_path);

        // After the file header there is a file without frames, which is whole.
        foreach (var length in Enumerable.Range(0, whole.Length).Where(length => length != 24))
        {
            File.WriteAllBytes(_path, whole[..length]);
            Assert.Throws<InvalidDataException>(() => CaptureFile.Read(_path));
        }
    }

    [Fact]
    public void A_frame_that_was_cut_short_is_refused()
    {
        CaptureFile.Write(_path, [[1, 2, 3]]);
        var file = File.ReadAllBytes(_path);
        file[24 + 12] = 4;
        File.WriteAllBytes(_path, file);

        Assert.Throws<InvalidDataException>(() => CaptureFile.Read(_path));
    }

    public void Dispose() => File.Delete(_path);
}
