namespace DpdkSharp.Fuzz;

/// <summary>Code under test contradicts itself or its model.</summary>
internal sealed class FuzzCheckException(string message) : Exception(message);
