using DpdkSharp.Headers;

namespace DpdkSharp.Samples.Firewall;

/// <summary>A conversation as the inside sees it.</summary>
/// <param name="Inside">The address inside.</param>
/// <param name="Outside">The address outside.</param>
/// <param name="Protocol">TCP or UDP.</param>
/// <param name="InsidePort">The port inside.</param>
/// <param name="OutsidePort">The port outside.</param>
internal readonly record struct Flow(Ipv4Address Inside, Ipv4Address Outside, IpProtocol Protocol, ushort InsidePort, ushort OutsidePort);
