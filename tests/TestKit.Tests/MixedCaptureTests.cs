using DpdkSharp.Testing;

namespace DpdkSharp.TestKit.Tests;

/// <summary>What samples/captures/README.md says of the capture.</summary>
public sealed class MixedCaptureTests
{
    private static readonly IReadOnlyList<byte[]> s_frames = CaptureFile.ReadFrames(RepositoryPaths.MixedCapture);

    [Fact]
    public void It_has_a_few_hundred_frames_in_less_than_300_kB()
    {
        Assert.Equal(353, s_frames.Count);
        Assert.Equal(216_604, new FileInfo(RepositoryPaths.MixedCapture).Length);
    }

    [Theory]
    [InlineData(0x0800, 153)]
    [InlineData(0x0806, 2)]
    [InlineData(0x86DD, 110)]
    [InlineData(0x8100, 88)]
    public void It_has_every_kind_of_frame(int etherType, int count) =>
        Assert.Equal(count, s_frames.Count(frame => frame[12] << 8 == (etherType & 0xFF00) && frame[13] == (etherType & 0xFF)));

    [Fact]
    public void It_has_jumbo_frames() => Assert.Equal(8, s_frames.Count(frame => frame.Length > 1518));
}
