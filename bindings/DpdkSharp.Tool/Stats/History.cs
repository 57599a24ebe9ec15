namespace DpdkSharp.Tool.Stats;

/// <summary>The last values of a rate, as a row of bars.</summary>
internal sealed class History(int length)
{
    private const string Bars = "▁▂▃▄▅▆▇█";
    private readonly Queue<double> _values = new();

    public void Add(double value)
    {
        _values.Enqueue(value);
        while (_values.Count > length)
        {
            _ = _values.Dequeue();
        }
    }

    /// <summary>A bar for each value, the oldest first, the largest at full height.</summary>
    public override string ToString()
    {
        double most = _values.DefaultIfEmpty().Max();
        return string.Concat(_values.Select(v => v <= 0 || most <= 0 ? Bars[0] : Bars[Math.Clamp((int)Math.Ceiling(v / most * Bars.Length) - 1, 0, Bars.Length - 1)]));
    }
}
