namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>An AVP version as one number: 16 bits of release, 8 of major and 8 of minor.</summary>
    public static uint RTE_AVP_MAKE_VERSION(uint _release, uint _major, uint _minor) => ((_release & 0xffff) << 16) | ((_major & 0xff) << 8) | (_minor & 0xff);

    public static uint RTE_AVP_GET_RELEASE_VERSION(uint _version) => (_version >> 16) & 0xffff;

    public static uint RTE_AVP_GET_MAJOR_VERSION(uint _version) => (_version >> 8) & 0xff;

    public static uint RTE_AVP_GET_MINOR_VERSION(uint _version) => _version & 0xff;

    /// <summary>What decides whether two versions work together.</summary>
    public static uint RTE_AVP_STRIP_MINOR_VERSION(uint _version) => _version >> 8;
}
