namespace DpdkSharp;

/// <summary>
/// Receives a message that DPDK logs. It may be called on any thread, lcores included, several at a time; it must not
/// block for long, log through DPDK itself, or throw (what it throws is dropped).
/// </summary>
/// <param name="level">How urgent it is.</param>
/// <param name="message">The text without the line break; as DPDK writes it, it begins with the name of the part: "EAL: …".</param>
public delegate void EalLogHandler(EalLogLevel level, string message);
