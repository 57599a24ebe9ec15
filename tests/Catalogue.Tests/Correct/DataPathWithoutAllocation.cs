// Code that is marked as data path: spans, structs, static lambdas, throw helpers.
Arrive(4);
using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
Rx.Receive(burst);
Console.WriteLine(new Counter(3).Count(burst));

internal readonly struct Counter(int limit)
{
    private static ReadOnlySpan<byte> Weights => [1, 2, 3, 4];

    [DataPath]
    public int Count(PacketBurst burst)
    {
        if (burst.Count > burst.Capacity)
        {
            ThrowImpossible($"{burst.Count} packets");
        }
        Span<int> lengths = stackalloc int[burst.Count];
        int sum = 0;
        for (int i = 0; i < lengths.Length; i++)
        {
            lengths[i] = burst[i].PacketLength + Weights[i & 3];
            sum += lengths[i] > limit ? 1 : 0;
        }
        return sum;
    }

    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    private static void ThrowImpossible(string what) => throw new InvalidOperationException(what);
}
