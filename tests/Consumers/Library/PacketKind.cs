namespace Consumer.Library;

/// <summary>What .NET Standard has too: code that only looks at bytes.</summary>
public static class PacketKind
{
    public static bool IsIpv4(byte[] frame) => frame.Length >= 14 && frame[12] == 8 && frame[13] == 0;
}
