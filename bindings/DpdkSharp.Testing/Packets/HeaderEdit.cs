using DpdkSharp.Headers;

namespace DpdkSharp.Testing;

/// <summary>Changes a header in place.</summary>
/// <typeparam name="T">The type of header.</typeparam>
/// <param name="header">The header.</param>
public delegate void HeaderEdit<T>(ref T header)
    where T : unmanaged, IPacketHeader<T>;
