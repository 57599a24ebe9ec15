namespace DpdkSharp;

/// <summary>The names of owners, by small numbers that fit into a <see cref="LedgerState"/>.</summary>
internal static class LedgerOwners
{
    private static readonly Lock s_lock = new();
    private static readonly List<string> s_names = [string.Empty];
    private static readonly Dictionary<string, int> s_numbers = new(StringComparer.Ordinal);

    /// <returns>The owner's number; 0, which has no name, when all are in use.</returns>
    public static int Register(string name)
    {
        lock (s_lock)
        {
            if (!s_numbers.TryGetValue(name, out int number))
            {
                if (s_names.Count > ushort.MaxValue)
                {
                    return 0;
                }
                number = s_names.Count;
                s_names.Add(name);
                s_numbers.Add(name, number);
            }
            return number;
        }
    }

    public static string NameOf(int number)
    {
        lock (s_lock)
        {
            return s_names[number];
        }
    }
}
