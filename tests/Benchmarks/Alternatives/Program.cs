// BenchmarkAlternatives receive|send socket|sharppcap|af_packet|af_xdp INTERFACE SECONDS
// After a warm-up it says "= ready", and at the end "= frames=N seconds=S cpu=S busy=S".
using System.Diagnostics;
using System.Globalization;
using DpdkSharp.Benchmarks.Alternatives;

if (args is not [var direction, var way, var device, var duration])
{
    Console.Error.WriteLine("Usage: BenchmarkAlternatives receive|send socket|sharppcap|af_packet|af_xdp INTERFACE SECONDS");
    return 2;
}
TimeSpan warmUp = TimeSpan.FromSeconds(0.5);
TimeSpan time = TimeSpan.FromSeconds(double.Parse(duration, CultureInfo.InvariantCulture));
using INetworkPort port = way switch
{
    "socket" => new SocketPort(device),
    "sharppcap" => new SharpPcapPort(device),
    "af_packet" => new DpdkPort($"net_af_packet0,iface={device},qdisc_bypass=1,framecnt=2048,blocksz=65536"),
    "af_xdp" => new DpdkPort($"net_af_xdp0,iface={device}"),
    _ => throw new InvalidOperationException($"There is no way '{way}'."),
};
// To a station that is not there, of a protocol that nobody speaks: RFC 5342's for experiments.
byte[] frame = new byte[64];
frame[0] = 2;
frame[6] = 2;
frame[11] = 1;
frame[12] = 0x88;
frame[13] = 0xb5;

_ = Work(warmUp);
Answer("ready");
TimeSpan before = Environment.CpuUsage.TotalTime;
Stopwatch watch = Stopwatch.StartNew();
PortCount count = Work(time);
double seconds = watch.Elapsed.TotalSeconds;
double cpu = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
Answer(string.Create(CultureInfo.InvariantCulture, $"frames={count.Frames} seconds={seconds:F6} cpu={cpu:F6} busy={count.BusySeconds ?? cpu:F6}"));
return 0;

PortCount Work(TimeSpan until) => direction == "send" ? port.Send(frame, Stopwatch.StartNew(), until) : port.Receive(Stopwatch.StartNew(), until);

static void Answer(string text)
{
    Console.Out.WriteLine("= " + text);
    Console.Out.Flush();
}
