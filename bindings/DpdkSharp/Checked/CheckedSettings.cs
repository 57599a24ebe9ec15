namespace DpdkSharp;

/// <summary>Whether the checked mode was asked for: read once, so that the JIT takes the answer for a constant.</summary>
internal static class CheckedSettings
{
    public const string Switch = "DpdkSharp.Checked";
    public const string Variable = "DPDKSHARP_CHECKED";

    private static readonly string? s_variable = Environment.GetEnvironmentVariable(Variable);

    /// <summary>True when the variable or the switch turns it on; the variable has the last word.</summary>
    internal static readonly bool IsEnabled = s_variable switch
    {
        null or "" => AppContext.TryGetSwitch(Switch, out bool isEnabled) && isEnabled,
        "1" or "stacks" => true,
        _ => false,
    };

    /// <summary>True when whole stack traces are kept in place of the calling method alone.</summary>
    internal static readonly bool KeepsStacks = s_variable == "stacks";

    /// <summary>Throws when the variable holds what it cannot; called where EAL starts, as an initialiser of a class cannot throw well.</summary>
    /// <exception cref="InvalidOperationException">The message says what it may hold.</exception>
    internal static void ThrowIfWrong()
    {
        if (s_variable is not (null or "" or "0" or "1" or "stacks"))
        {
            throw new InvalidOperationException($"The environment variable {Variable} is '{s_variable}'. It may be 1 (checked mode), stacks (with stack traces), 0 (off) or not set.");
        }
    }

    /// <summary>What the program was published with has the last word; it says so where that is not what was asked for.</summary>
    /// <returns>A sentence; null when there is nothing to say.</returns>
    internal static string? Contradiction => CheckedMode.IsEnabled == IsEnabled
        ? null
        : IsEnabled
            ? $"{Variable} asks for the checked mode, but this program was published without it: publish with -p:DpdkSharpChecked=true."
            : $"{Variable}=0 cannot turn the checked mode off: this program was published with -p:DpdkSharpChecked=true.";
}
