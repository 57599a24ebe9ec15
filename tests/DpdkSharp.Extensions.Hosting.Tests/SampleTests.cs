using System.Net;
using System.Net.Sockets;
using DpdkSharp.TestKit;

namespace DpdkSharp.Extensions.Hosting.Tests;

/// <summary>The sample as a user runs it: forwarding, and a page for Prometheus on the loopback device.</summary>
public sealed class SampleTests
{
    [Fact]
    public async Task The_sample_forwards_and_tells_Prometheus()
    {
        int port = FreePort();
        using ChildProcess sample = ChildProcess.Start(
            SampleProgram.PathOf("Hosting"),
            [$"--Metrics:Port={port}", "--Dpdk:SharedConfiguration=false", "--Dpdk:Telemetry=false", $"--Dpdk:FilePrefix={EalArguments.UniqueFilePrefix()}"]);
        sample.WaitForOutput("Application started", TimeSpan.FromSeconds(30));
        using var client = new HttpClient();

        string page = string.Empty;
        for (int i = 0; i < 100 && Forwarded(page) == 0; i++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            page = await client.GetStringAsync($"http://127.0.0.1:{port}/metrics", TestContext.Current.CancellationToken);
        }
        sample.Terminate();
        ProcessResult result = sample.WaitForExit(TimeSpan.FromSeconds(30));

        Assert.True(Forwarded(page) > 0, page);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("All workers have returned, and EAL has ended", result.StandardOutput, StringComparison.Ordinal);
        // appsettings.json asks for EAL's own information.
        Assert.Contains("info: DpdkLog.lib.eal", result.StandardOutput, StringComparison.Ordinal);
    }

    // dpdk_port_packets_total{…,dpdk_port_name="net_null1",network_io_direction="transmit"} 4711
    private static long Forwarded(string page) =>
        page.Split('\n').FirstOrDefault(static l => l.StartsWith("dpdk_port_packets_total", StringComparison.Ordinal) && l.Contains("net_null1\",network_io_direction=\"transmit\"", StringComparison.Ordinal)) is { } line
            ? long.Parse(line[(line.LastIndexOf(' ') + 1)..], provider: null)
            : 0;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
