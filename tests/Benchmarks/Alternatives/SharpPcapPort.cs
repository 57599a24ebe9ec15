using System.Diagnostics;
using SharpPcap;
using SharpPcap.LibPcap;

namespace DpdkSharp.Benchmarks.Alternatives;

/// <summary>SharpPcap, over libpcap: received from memory that it shares with the kernel, sent with one system call a frame.</summary>
internal sealed class SharpPcapPort : INetworkPort
{
    private const int FramesBetweenLooks = 64;

    private readonly LibPcapLiveDevice _device;

    public SharpPcapPort(string name)
    {
        _device = LibPcapLiveDeviceList.New().FirstOrDefault(d => d.Name == name) ?? throw new InvalidOperationException($"SharpPcap sees no interface {name}.");
        _device.Open(new DeviceConfiguration { Mode = DeviceModes.Promiscuous, ReadTimeout = 10 });
    }

    public PortCount Receive(Stopwatch watch, TimeSpan until)
    {
        long frames = 0, bytes = 0;
        while (watch.Elapsed < until)
        {
            for (int i = 0; i < FramesBetweenLooks && _device.GetNextPacket(out PacketCapture capture) == GetPacketStatus.PacketRead; i++)
            {
                frames++;
                bytes += capture.Data[0];
            }
        }
        return new PortCount(frames, bytes);
    }

    public PortCount Send(ReadOnlySpan<byte> frame, Stopwatch watch, TimeSpan until)
    {
        long frames = 0;
        while (watch.Elapsed < until)
        {
            for (int i = 0; i < FramesBetweenLooks; i++)
            {
                _device.SendPacket(frame);
                frames++;
            }
        }
        return new PortCount(frames, 0);
    }

    public void Dispose() => _device.Dispose();
}
