// An object is given back to a pool that it does not come from.
// caught by: exception ArgumentException "belongs to another pool"
using Mempool<ulong> sessions = Mempool<ulong>.Create(Name("one"), 63);
using Mempool<ulong> flows = Mempool<ulong>.Create(Name("two"), 63);
if (sessions.TryGet(out MempoolObject<ulong> session))
{
    try
    {
        flows.Put(session);
    }
    catch (ArgumentException)
    {
        sessions.Put(session);
        throw;
    }
}
