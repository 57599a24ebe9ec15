using System.Diagnostics;
using System.Buffers.Binary;
using System.Globalization;
using System.Net.Sockets;

namespace DpdkSharp.Benchmarks.Alternatives;

/// <summary>.NET's own socket, of the kernel's packet family: one system call a frame.</summary>
internal sealed class SocketPort : INetworkPort
{
    private const int ReceiveBuffer = 1 << 24;
    private const int Timeout = 100;
    private const int FramesBetweenLooks = 64;

    private readonly Socket _socket;

    public SocketPort(string device)
    {
        int index = int.Parse(File.ReadAllText($"/sys/class/net/{device}/ifindex"), CultureInfo.InvariantCulture);
        _socket = new Socket(AddressFamily.Packet, SocketType.Raw, (ProtocolType)BinaryPrimitives.ReverseEndianness(LinkLayerEndPoint.AllProtocols))
        {
            ReceiveBufferSize = ReceiveBuffer,
            ReceiveTimeout = Timeout,
        };
        _socket.Bind(new LinkLayerEndPoint(index));
    }

    public PortCount Receive(Stopwatch watch, TimeSpan until)
    {
        Span<byte> buffer = stackalloc byte[2048];
        long frames = 0, bytes = 0;
        while (watch.Elapsed < until)
        {
            for (int i = 0; i < FramesBetweenLooks; i++)
            {
                _ = _socket.Receive(buffer, SocketFlags.None, out SocketError error);
                if (error != SocketError.Success)
                {
                    break;
                }
                frames++;
                bytes += buffer[0];
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
                _ = _socket.Send(frame, SocketFlags.None, out SocketError error);
                frames += error == SocketError.Success ? 1 : 0;
            }
        }
        return new PortCount(frames, 0);
    }

    public void Dispose() => _socket.Dispose();
}
