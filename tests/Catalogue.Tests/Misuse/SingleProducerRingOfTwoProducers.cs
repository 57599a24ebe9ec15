// Two threads add to a ring that was made for one producer.
// caught by: nothing, as DPDK's rings do not know their threads; leave the mode at MultiThread unless there is one
using Ring<ulong> ring = Ring<ulong>.Create(Name("ring"), 1024, RingSyncMode.SingleThread);
var other = new Thread(Produce);
other.Start();
Produce();
other.Join();

void Produce()
{
    for (ulong i = 0; i < 100; i++)
    {
        if (!ring.TryEnqueue(i))
        {
            return;
        }
    }
}
