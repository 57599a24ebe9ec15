using System.Runtime.InteropServices;
using DpdkSharp.Interop;
using DpdkSharp.Tool.Output;

namespace DpdkSharp.Tool.Capture;

/// <summary>Makes a program for DPDK's BPF machine of a filter in tcpdump's words: libpcap compiles it, DPDK translates it.</summary>
internal static unsafe class PacketFilter
{
    private const int Ethernet = 1;

    /// <exception cref="ToolException">The filter is wrong, or there is no libpcap.</exception>
    public static rte_bpf_prm* Compile(string filter, int snapLength)
    {
        try
        {
            nint pcap = NativeMethods.pcap_open_dead(Ethernet, snapLength);
            var program = default(PcapProgram);
            try
            {
                if (NativeMethods.pcap_compile(pcap, &program, filter, 1, uint.MaxValue) < 0)
                {
                    throw new ToolException($"the filter '{filter}' is wrong: {Marshal.PtrToStringUTF8(NativeMethods.pcap_geterr(pcap))}", ExitCode.Usage);
                }
                rte_bpf_prm* parameters = Dpdk.rte_bpf_convert((bpf_program*)&program);
                NativeMethods.pcap_freecode(&program);
                return parameters != null ? parameters : throw new ToolException($"DPDK cannot translate the filter '{filter}' (its library bpf may be built without libpcap).");
            }
            finally
            {
                NativeMethods.pcap_close(pcap);
            }
        }
        catch (DllNotFoundException e)
        {
            throw new ToolException("--filter needs libpcap: apt-get install libpcap0.8", ExitCode.Lacking, e);
        }
    }
}
