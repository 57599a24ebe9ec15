using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace DpdkSharp.Tool.Telemetry;

/// <summary>A connection to the telemetry socket of a running DPDK process: one command, one answer. Used by one thread.</summary>
internal sealed class TelemetryClient : IDisposable
{
    // A process that is stopped in a debugger answers nothing for ever.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Socket _socket;
    private readonly byte[] _buffer;
    private readonly string _path;

    private TelemetryClient(Socket socket, string path, string version, int processId, int longestAnswer)
    {
        _socket = socket;
        _path = path;
        Version = version;
        ProcessId = processId;
        _buffer = new byte[longestAnswer + 1];
    }

    /// <summary>What the process says of itself: "DPDK 22.11.11".</summary>
    public string Version { get; }

    /// <summary>Its process id, as it sees it itself.</summary>
    public int ProcessId { get; }

    /// <summary>Connects, and takes the greeting.</summary>
    /// <exception cref="TelemetryException">There is no process behind the socket, or it does not let us in.</exception>
    public static TelemetryClient Connect(string path)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Seqpacket, ProtocolType.Unspecified)
        {
            ReceiveTimeout = (int)Patience.TotalMilliseconds,
            SendTimeout = (int)Patience.TotalMilliseconds,
        };
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(path));
            byte[] greeting = new byte[4096];
            int length = socket.Receive(greeting);
            if (length == 0)
            {
                throw new TelemetryException(TelemetryFailure.Busy, $"the process behind {path} closed the connection at once: DPDK serves at most 10 clients at a time. End one of them.");
            }
            using JsonDocument json = JsonDocument.Parse(greeting.AsMemory(0, length));
            int longest = json.RootElement.TryGetProperty("max_output_len", out JsonElement value) && value.TryGetInt32(out int most) ? most : 16 * 1024;
            return new TelemetryClient(
                socket,
                path,
                json.RootElement.GetProperty("version").GetString() ?? string.Empty,
                json.RootElement.GetProperty("pid").GetInt32(),
                Math.Clamp(longest, 1024, 16 * 1024 * 1024));
        }
        catch (Exception e)
        {
            socket.Dispose();
            throw e as TelemetryException ?? Explain(e, path);
        }
    }

    /// <summary>Sends a command and gives the answer: what stands behind the command's name; of the kind Null when the process has none.</summary>
    /// <param name="command">With its parameters: "/ethdev/stats,0".</param>
    /// <exception cref="TelemetryException">The process ended, or does not answer.</exception>
    public JsonElement Send(string command)
    {
        int length;
        try
        {
            _ = _socket.Send(Encoding.UTF8.GetBytes(command));
            length = _socket.Receive(_buffer);
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.TimedOut or SocketError.WouldBlock)
        {
            throw new TelemetryException(TelemetryFailure.Silent, string.Create(CultureInfo.InvariantCulture, $"the process {ProcessId} did not answer {command} within {Patience.TotalSeconds:0} seconds; is it stopped?"), e);
        }
        catch (SocketException e)
        {
            throw Ended(e);
        }
        if (length == 0)
        {
            throw Ended(null);
        }
        try
        {
            using JsonDocument json = JsonDocument.Parse(_buffer.AsMemory(0, length));
            // One member, named after the command without its parameters.
            return json.RootElement.EnumerateObject().First().Value.Clone();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new TelemetryException(TelemetryFailure.Garbled, $"the answer to {command} is no JSON (DPDK cuts an answer off at {_buffer.Length - 1} bytes): {e.Message}", e);
        }
    }

    public void Dispose() => _socket.Dispose();

    private TelemetryException Ended(SocketException? e) => new(TelemetryFailure.Ended, $"the process {ProcessId} ended meanwhile ({_path}).", e);

    private static TelemetryException Explain(Exception e, string path) => e switch
    {
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } =>
            new TelemetryException(TelemetryFailure.Stale, $"{path} is left over from a process that ended without removing it; nothing listens there.", e),
        SocketException { SocketErrorCode: SocketError.AccessDenied } =>
            new TelemetryException(TelemetryFailure.Denied, $"{path} belongs to another user's process: run dpdksharp as that user, or as root.", e),
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } or FileNotFoundException =>
            new TelemetryException(TelemetryFailure.Missing, $"there is no socket {path}.", e),
        SocketException { SocketErrorCode: SocketError.TimedOut or SocketError.WouldBlock } =>
            new TelemetryException(TelemetryFailure.Silent, $"the process behind {path} took the connection and says nothing; is it stopped?", e),
        JsonException or KeyNotFoundException or InvalidOperationException or FormatException =>
            new TelemetryException(TelemetryFailure.Garbled, $"what listens at {path} does not greet as DPDK's telemetry does.", e),
        ArgumentOutOfRangeException =>
            new TelemetryException(TelemetryFailure.Missing, $"{path} is longer than the name of a socket may be (107 bytes).", e),
        _ => new TelemetryException(TelemetryFailure.Missing, $"{path}: {e.Message}", e),
    };
}
