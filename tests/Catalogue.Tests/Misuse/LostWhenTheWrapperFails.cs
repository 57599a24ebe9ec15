// The program's own object for a packet cannot be had, and the loop goes on without freeing the packet.
// caught by: analyzer DPDK0002
// caught by: exception "1 of its 511 packets are still out"
using Mempool<ulong> flows = Mempool<ulong>.Create(Name("flows"), 1);
using Ring<Mbuf> ring = Ring<Mbuf>.Create(Name("ring"), 8);
for (int i = 0; i < 2; i++)
{
    if (Pool.TryAllocate(out Mbuf made) && !ring.TryEnqueue(made))
    {
        made.Free();
    }
}
var kept = new List<MempoolObject<ulong>>();
while (ring.TryDequeue(out Mbuf packet)) // <-- here
{
    if (!flows.TryGet(out MempoolObject<ulong> flow))
    {
        continue;
    }
    kept.Add(flow);
    packet.Free();
}
foreach (MempoolObject<ulong> flow in kept)
{
    flows.Put(flow);
}
