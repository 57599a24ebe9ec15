using System.Runtime.InteropServices;

namespace DpdkSharp.Tool.Capture;

internal static unsafe partial class NativeMethods
{
    private const string Pcap = "libpcap.so.0.8";

    [LibraryImport("libc")]
    internal static partial int dup(int descriptor);

    [LibraryImport(Pcap)]
    internal static partial nint pcap_open_dead(int linkType, int snapLength);

    [LibraryImport(Pcap, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int pcap_compile(nint pcap, PcapProgram* program, string text, int optimize, uint netMask);

    [LibraryImport(Pcap)]
    internal static partial nint pcap_geterr(nint pcap);

    [LibraryImport(Pcap)]
    internal static partial void pcap_freecode(PcapProgram* program);

    [LibraryImport(Pcap)]
    internal static partial void pcap_close(nint pcap);
}
