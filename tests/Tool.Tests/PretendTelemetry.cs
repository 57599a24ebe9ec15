using System.Net.Sockets;
using System.Text;
using DpdkSharp.TestKit;

namespace DpdkSharp.Tool.Tests;

/// <summary>A telemetry socket with answers that are made up: another version's, or none. It serves one client after the other.</summary>
internal sealed class PretendTelemetry : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Seqpacket, ProtocolType.Unspecified);
    private readonly Task _work;

    public PretendTelemetry(string greeting, Func<string, string?> answer)
    {
        Directory.CreateDirectory(_folder.File("pretend"));
        SocketPath = Path.Combine(_folder.File("pretend"), "dpdk_telemetry.v2");
        _listener.Bind(new UnixDomainSocketEndPoint(SocketPath));
        _listener.Listen();
        _work = Task.Run(() => Serve(greeting, answer));
    }

    /// <summary>For --runtime-dir.</summary>
    public string Folder => _folder.Path;

    public string SocketPath { get; }

    public void Dispose()
    {
        _listener.Dispose();
        _work.Wait();
        _folder.Dispose();
    }

    private void Serve(string greeting, Func<string, string?> answer)
    {
        var buffer = new byte[4096];
        try
        {
            while (true)
            {
                using var client = _listener.Accept();
                _ = client.Send(Encoding.UTF8.GetBytes(greeting));
                int length;
                while ((length = client.Receive(buffer)) > 0)
                {
                    if (answer(Encoding.UTF8.GetString(buffer, 0, length)) is not { } text)
                    {
                        break;
                    }
                    _ = client.Send(Encoding.UTF8.GetBytes(text));
                }
            }
        }
        catch (SocketException)
        {
            // Disposed: nobody is served any more.
            return;
        }
    }
}
