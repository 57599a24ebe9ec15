using System.Diagnostics;
using System.Runtime.InteropServices;

namespace DpdkSharp.Devices.Tests;

/// <summary>A packet socket of the kernel on one network device: what it sends leaves by the device, what arrives there it receives. Needs root.</summary>
internal sealed unsafe class KernelSocket : IDisposable
{
    private const int AfPacket = 17;
    private const int SockRaw = 3;
    private const ushort AllProtocols = 0x0300; // ETH_P_ALL in network order
    private const int SolSocket = 1;
    private const int ReceiveBufferForce = 33;
    private const int DoNotWait = 0x40;
    private const byte Outgoing = 4;

    private readonly int _socket;

    public KernelSocket(string device)
    {
        var name = stackalloc byte[device.Length + 1];
        for (var i = 0; i < device.Length; i++)
        {
            name[i] = (byte)device[i];
        }

        name[device.Length] = 0;
        var address = new Address { Family = AfPacket, Protocol = AllProtocols, Index = (int)if_nametoindex(name) };
        _socket = socket(AfPacket, SockRaw, AllProtocols);
        Assert.True(_socket >= 0, "no packet socket");
        // Enough for all that a test sends at once.
        var size = 16 << 20;
        Assert.Equal(0, setsockopt(_socket, SolSocket, ReceiveBufferForce, &size, sizeof(int)));
        Assert.Equal(0, bind(_socket, &address, (uint)sizeof(Address)));
    }

    public void Send(byte[] frame)
    {
        fixed (byte* bytes = frame)
        {
            Assert.Equal(frame.Length, send(_socket, bytes, (nuint)frame.Length, 0));
        }
    }

    /// <summary>Receives until it has as many frames as wanted; fails when they do not come.</summary>
    public List<byte[]> Receive(int count, Func<byte[], bool> wanted)
    {
        var frames = new List<byte[]>();
        var buffer = new byte[65536];
        for (var started = Stopwatch.GetTimestamp(); frames.Count < count;)
        {
            Address from = default;
            var length = (uint)sizeof(Address);
            nint received;
            fixed (byte* bytes = buffer)
            {
                received = recvfrom(_socket, bytes, (nuint)buffer.Length, DoNotWait, &from, &length);
            }

            if (received < 0)
            {
                Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(20), $"{frames.Count} of {count} frames have arrived");
                Thread.Sleep(1);
                continue;
            }

            var frame = buffer[..(int)received];
            if (from.PacketType != Outgoing && wanted(frame))
            {
                frames.Add(frame);
            }
        }

        return frames;
    }

    public void Dispose() => _ = close(_socket);

    [DllImport("libc")]
    private static extern int socket(int family, int type, int protocol);

    [DllImport("libc")]
    private static extern int bind(int socket, Address* address, uint length);

    [DllImport("libc")]
    private static extern int setsockopt(int socket, int level, int option, void* value, uint length);

    [DllImport("libc")]
    private static extern nint send(int socket, byte* bytes, nuint length, int flags);

    [DllImport("libc")]
    private static extern nint recvfrom(int socket, byte* bytes, nuint length, int flags, Address* from, uint* fromLength);

    [DllImport("libc")]
    private static extern uint if_nametoindex(byte* name);

    [DllImport("libc")]
    private static extern int close(int descriptor);

    [StructLayout(LayoutKind.Explicit, Size = 20)]
    private struct Address
    {
        [FieldOffset(0)]
        public ushort Family;

        [FieldOffset(2)]
        public ushort Protocol;

        [FieldOffset(4)]
        public int Index;

        [FieldOffset(10)]
        public byte PacketType;
    }
}
