// A field is read at a fixed offset, whatever the length of the packet.
// caught by: exception IndexOutOfRangeException "outside the bounds"
if (Pool.TryAllocate(out Mbuf packet))
{
    try
    {
        Console.WriteLine(packet.Data[14 + 9]);
    }
    finally
    {
        packet.Free();
    }
}
