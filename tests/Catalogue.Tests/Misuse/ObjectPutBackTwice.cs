// An object of a memory pool is put back twice: two owners will get it.
// caught by: analyzer DPDK0004
using Mempool<ulong> sessions = Mempool<ulong>.Create(Name("sessions"), 63);
if (sessions.TryGet(out MempoolObject<ulong> session))
{
    sessions.Put(session);
    sessions.Put(session); // <-- here
}
