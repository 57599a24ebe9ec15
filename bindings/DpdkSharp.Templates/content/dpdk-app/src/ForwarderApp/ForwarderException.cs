namespace ForwarderApp;

/// <summary>The program cannot do what it was asked for; the message tells why.</summary>
public sealed class ForwarderException(string message) : Exception(message);
