namespace DpdkSharp.Benchmarks.Worker.Setup;

/// <summary>The same numbers as on the C side.</summary>
internal struct RandomNumbers(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        ulong x = _state;
        x ^= x << 13;
        x ^= x >> 7;
        x ^= x << 17;
        return _state = x;
    }
}
