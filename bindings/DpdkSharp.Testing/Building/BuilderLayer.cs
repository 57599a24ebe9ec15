using DpdkSharp.Headers;

namespace DpdkSharp.Testing;

/// <summary>A layer that a builder will make.</summary>
/// <param name="Type">What it is; <see cref="PacketLayerType.None"/> for bytes that nothing names.</param>
/// <param name="Bytes">Its bytes, as far as they are known from itself.</param>
/// <param name="Complete">Fills in the rest.</param>
internal sealed record BuilderLayer(PacketLayerType Type, byte[] Bytes, LayerCompletion? Complete)
{
    /// <summary>Where it starts in the packet.</summary>
    public int Offset { get; set; }
}
