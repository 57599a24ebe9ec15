using System.Buffers.Binary;

namespace DpdkSharp.Devices.Tests;

/// <summary>Frames to be told from all others: numbered, of an EtherType for experiments, of all lengths, with random content.</summary>
internal static class Frames
{
    private const ushort LocalExperiment = 0x88b5;

    public static List<byte[]> Make(int count, int seed)
    {
        var random = new Random(seed);
        var frames = new List<byte[]>();
        for (var i = 0; i < count; i++)
        {
            var frame = new byte[random.Next(60, 1515)];
            random.NextBytes(frame);
            // To all, so that no device drops it for its address.
            frame.AsSpan(0, 6).Fill(0xff);
            frame[6] = 2;
            BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(12), LocalExperiment);
            BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(14), (seed << 16) + i);
            frames.Add(frame);
        }

        return frames;
    }

    public static bool IsOurs(byte[] frame) => frame.Length > 14 && BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(12)) == LocalExperiment;

    public static void AssertSame(IReadOnlyList<byte[]> expected, IReadOnlyList<byte[]> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (var i = 0; i < expected.Count; i++)
        {
            Assert.True(expected[i].AsSpan().SequenceEqual(actual[i]), $"frame {i}: {Convert.ToHexString(expected[i])} became {Convert.ToHexString(actual[i])}");
        }
    }
}
