namespace DpdkSharp.Testing;

/// <summary>Fills in what a layer says of the layers within it, which are complete.</summary>
/// <param name="index">The layer's number.</param>
/// <param name="packet">The packet without padding.</param>
internal delegate void LayerCompletion(int index, Span<byte> packet);
