using System.Net.Sockets;
using System.Text.Json;
using DpdkSharp.TestKit;

namespace DpdkSharp.Tool.Tests;

/// <summary>telemetry and processes, on dpdk-testpmd and on sockets with nobody behind them.</summary>
public sealed class TelemetryTests
{
    private const string Greeting = """{"version":"DPDK 25.11.4","pid":4242,"max_output_len":16384}""";

    [Fact]
    public void A_running_testpmd_answers()
    {
        var prefix = EalArguments.UniqueFilePrefix();
        using var testpmd = RunningProgram.Testpmd(prefix);

        Assert.Equal([0, 1], ToolProgram.Json(0, "telemetry", "-f", prefix, "/ethdev/list").EnumerateArray().Select(static p => p.GetInt32()));
        Assert.Equal("net_ring0", ToolProgram.Json(0, "telemetry", "-f", prefix, "ethdev/info,1", "--json").GetProperty("name").GetString());
        Assert.Contains("/ethdev/stats ", ToolProgram.Output(0, "telemetry", "-f", prefix), StringComparison.Ordinal);
        Assert.Contains(
            ToolProgram.Json(0, "telemetry", "-f", prefix, "--json").GetProperty("commands").EnumerateArray(),
            static c => c.GetProperty("command").GetString() == "/ethdev/stats" && c.GetProperty("help").GetString()!.Contains("port_id", StringComparison.Ordinal));
        Assert.Contains("knows no command /ethdev/nonsense; it has /ethdev/", ToolProgram.Refusal(1, "telemetry", "-f", prefix, "/ethdev/nonsense"), StringComparison.Ordinal);
        Assert.Contains("has no answer to /ethdev/stats,99", ToolProgram.Refusal(1, "telemetry", "-f", prefix, "/ethdev/stats,99"), StringComparison.Ordinal);

        var entry = ToolProgram.Json(0, "processes", "--json").GetProperty("processes").EnumerateArray().Single(p => p.GetProperty("filePrefix").GetString() == prefix);
        Assert.Equal("running", entry.GetProperty("state").GetString());
        Assert.Equal("dpdk-testpmd", entry.GetProperty("program").GetString());
    }

    [Fact]
    public void No_process_is_exit_code_3_and_tells_where_it_was_looked_for()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains($"no running DPDK process was found; looked in {folder.Path}.", ToolProgram.Refusal(3, "telemetry", "--runtime-dir", folder.Path), StringComparison.Ordinal);
        Assert.Contains("with the file prefix 'nobody'", ToolProgram.Refusal(3, "stats", "--runtime-dir", folder.Path, "-f", "nobody"), StringComparison.Ordinal);
        Assert.Contains("No DPDK process was found", ToolProgram.Output(0, "processes", "--runtime-dir", folder.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_socket_that_was_left_behind_is_told()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("gone"));
        using (var socket = new Socket(AddressFamily.Unix, SocketType.Seqpacket, ProtocolType.Unspecified))
        {
            socket.Bind(new UnixDomainSocketEndPoint(folder.File("gone/dpdk_telemetry.v2")));
        }
        if (!File.Exists(folder.File("gone/dpdk_telemetry.v2")))
        {
            // .NET removes the file of a socket that it bound; a program that is killed does not.
            ChildProcess.RunChecked("python3", "-c", $"import socket; socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET).bind('{folder.File("gone/dpdk_telemetry.v2")}')");
        }
        Assert.Contains("is left over from a process that ended without removing it", ToolProgram.Refusal(3, "stats", "--runtime-dir", folder.Path), StringComparison.Ordinal);
        Assert.Equal("stale", ToolProgram.Json(0, "processes", "--runtime-dir", folder.Path, "--json").GetProperty("processes")[0].GetProperty("state").GetString());
    }

    [Fact]
    public void A_process_that_ends_meanwhile_is_told()
    {
        using var process = new PretendTelemetry(Greeting, static c => c == "/ethdev/list" ? null : """{"x":[]}""");
        Assert.Contains("the process 4242 ended meanwhile", ToolProgram.Refusal(1, "telemetry", "--runtime-dir", process.Folder, "/ethdev/list"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_telemetry_is_told()
    {
        using var process = new PretendTelemetry("hello", static _ => null);
        Assert.Contains("does not greet as DPDK's telemetry does", ToolProgram.Refusal(3, "telemetry", "--runtime-dir", process.Folder), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_users_process_is_told()
    {
        Requirements.Root("another user");
        using var copy = new OpenCopy(ToolProgram.Path);
        using var process = new PretendTelemetry(Greeting, static _ => null);
        ChildProcess.RunChecked("chmod", "0755", process.Folder);
        ChildProcess.RunChecked("chmod", "0600", process.SocketPath);
        var result = ChildProcess.Run(
            "setpriv", ["--reuid", "65534", "--regid", "65534", "--clear-groups", copy.Program, "telemetry", "--runtime-dir", process.Folder], ToolProgram.Patience,
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["HOME"] = "/tmp" });

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("belongs to another user's process", result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public void The_answers_of_newer_versions_are_understood()
    {
        // As 25.11 tells them: no counters of queues among the common ones, fill of pools and rings, link speed in words.
        var packets = 0;
        using var process = new PretendTelemetry(Greeting, c => c.Split(',')[0] switch
        {
            "/ethdev/list" => """{"/ethdev/list":[0]}""",
            "/ethdev/stats" => $$$"""{"/ethdev/stats":{"ipackets":{{{packets += 1000}}},"opackets":{{{packets}}},"ibytes":{{{packets * 64}}},"obytes":{{{packets * 64}}},"imissed":0,"ierrors":0,"oerrors":0,"rx_nombuf":0}}""",
            "/ethdev/xstats" => $$$"""{"/ethdev/xstats":{"rx_q0_packets":{{{packets / 2}}},"rx_q0_bytes":0,"rx_q1_packets":{{{packets / 2}}},"rx_q1_bytes":0}}""",
            "/ethdev/info" => """{"/ethdev/info":{"name":"0000:03:00.0","nb_rx_queues":2,"nb_tx_queues":1,"dev_started":1}}""",
            "/ethdev/link_status" => """{"/ethdev/link_status":{"status":"UP","speed":"25 Gbps","duplex":"full-duplex"}}""",
            "/mempool/list" => """{"/mempool/list":["mbufs"]}""",
            "/mempool/info" => """{"/mempool/info":{"name":"mbufs","size":8191,"elt_size":2304,"common_pool_count":4000,"total_cache_count":191}}""",
            "/ring/list" => """{"/ring/list":["MP_mbufs","work"]}""",
            "/ring/info" => """{"/ring/info":{"name":"work","capacity":"0x3ff","used_count":"0x10"}}""",
            "/eal/params" => """{"/eal/params":["router"]}""",
            _ => "{\"x\":null}",
        });
        var sample = ToolProgram.Json(0, "stats", "--runtime-dir", process.Folder, "--json", "-n", "1", "-i", "0.2");
        var port = sample.GetProperty("ports")[0];

        Assert.Equal("router", sample.GetProperty("process").GetProperty("program").GetString());
        Assert.InRange(port.GetProperty("rx").GetProperty("packetsPerSecond").GetDouble(), 1000, 5100);
        Assert.Equal("25 Gbps", port.GetProperty("link").GetProperty("speed").GetString());
        Assert.Equal(2, port.GetProperty("queues").GetArrayLength());
        Assert.Equal(1000UL, port.GetProperty("queues")[1].GetProperty("rx").GetProperty("packets").GetUInt64());
        Assert.Equal(JsonValueKind.Null, port.GetProperty("queues")[0].GetProperty("tx").ValueKind);
        Assert.Equal(4000, sample.GetProperty("mempools")[0].GetProperty("inUse").GetInt64());
        Assert.Equal("work", sample.GetProperty("rings").EnumerateArray().Single().GetProperty("name").GetString());
        Assert.Equal(16, sample.GetProperty("rings")[0].GetProperty("used").GetInt64());
    }
}
