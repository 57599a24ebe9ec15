using System.Text;

namespace DpdkSharp.Samples;

/// <summary>Prints what went through the ports, every so often, as DPDK's l2fwd does.</summary>
public sealed class StatisticsScreen(Func<IEnumerable<PortStatistics>> read, TimeSpan period)
{
    private readonly ulong _periodCycles = EalClock.ToCycles(period);
    private ulong _last = EalClock.Cycles;

    /// <summary>Prints when the period is over; never with a period of zero.</summary>
    /// <param name="now">The present time in cycles.</param>
    public void Tick(ulong now)
    {
        if (_periodCycles > 0 && now - _last >= _periodCycles)
        {
            _last = now;
            Print();
        }
    }

    /// <summary>Prints.</summary>
    public void Print()
    {
        var text = new StringBuilder();
        // A file or a pipe is no screen to be cleared.
        if (!Console.IsOutputRedirected)
        {
            text.Append("\e[2J\e[1;1H");
        }
        text.Append("\nPort statistics ====================================");
        ulong sent = 0;
        ulong received = 0;
        ulong dropped = 0;
        foreach (PortStatistics port in read())
        {
            text.Append($"\nStatistics for port {port.PortId} ------------------------------");
            text.Append($"\nPackets sent: {port.Sent,24}\nPackets received: {port.Received,20}\nPackets dropped: {port.Dropped,21}");
            sent += port.Sent;
            received += port.Received;
            dropped += port.Dropped;
        }
        text.Append("\nAggregate statistics ===============================");
        text.Append($"\nTotal packets sent: {sent,18}\nTotal packets received: {received,14}\nTotal packets dropped: {dropped,15}");
        text.Append("\n====================================================\n");
        Console.Write(text);
    }
}
