// More bytes are prepended than the headroom has; the result that says so is ignored.
// caught by: analyzer DPDK0007
// caught by: exception IndexOutOfRangeException "outside the bounds"
if (Pool.TryAllocate(out Mbuf packet))
{
    try
    {
        packet.TryPrepend(200, out Span<byte> header); // <-- here
        header[0] = 1;
    }
    finally
    {
        packet.Free();
    }
}
