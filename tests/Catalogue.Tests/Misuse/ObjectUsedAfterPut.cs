// An object of a memory pool is written after it was put back.
// caught by: analyzer DPDK0005
using Mempool<ulong> sessions = Mempool<ulong>.Create(Name("sessions"), 63);
if (sessions.TryGet(out MempoolObject<ulong> session))
{
    ref ulong value = ref session.Value;
    sessions.Put(session);
    value = 7; // <-- here
}
