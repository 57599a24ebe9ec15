namespace DpdkSharp.Tool.Stats;

/// <summary>A heap of EAL's memory.</summary>
/// <param name="Name">Its name: socket_0.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Free">What is left of it.</param>
internal sealed record HeapSample(string Name, long Bytes, long Free);
