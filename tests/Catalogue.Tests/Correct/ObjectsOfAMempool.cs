// Objects of a memory pool are taken, used and put back.
using Mempool<ulong> sessions = Mempool<ulong>.Create(Name("sessions"), 63);
if (sessions.TryGet(out MempoolObject<ulong> session))
{
    session.Value = 7;
    sessions.Put(session);
}
