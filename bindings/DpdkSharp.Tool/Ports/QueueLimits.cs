namespace DpdkSharp.Tool.Ports;

/// <summary>The queues of one direction: how many at most, and how many descriptors each may have.</summary>
/// <param name="Max">The most queues.</param>
/// <param name="MinDescriptors">The fewest descriptors.</param>
/// <param name="MaxDescriptors">The most descriptors.</param>
/// <param name="DescriptorAlignment">Their number is a multiple of this.</param>
internal sealed record QueueLimits(int Max, int MinDescriptors, int MaxDescriptors, int DescriptorAlignment);
