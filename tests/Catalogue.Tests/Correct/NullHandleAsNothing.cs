// The null handle stands for "no packet yet".
Mbuf pending = default;
for (int i = 0; i < 4; i++)
{
    if (pending.IsNull && !Pool.TryAllocate(out pending))
    {
        continue;
    }
    if (i % 2 == 1)
    {
        pending.Free();
        pending = default;
    }
}
if (!pending.IsNull)
{
    pending.Free();
}
