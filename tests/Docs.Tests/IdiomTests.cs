using Microsoft.CodeAnalysis;

namespace DpdkSharp.Docs.Tests;

/// <summary>The table of idioms: each cell compiles, with the variables that the page says it has.</summary>
public sealed class IdiomTests
{
    private static readonly Idiom[] s_idioms = [.. Page.All.SelectMany(static p => p.Idioms())];

    private static string Cells(Func<Idiom, string> cell, string head, string declaration) =>
        $"{head}\n{string.Concat(s_idioms.Select((idiom, i) => $"{declaration.Replace("NAME", $"Line{idiom.Line}", StringComparison.Ordinal)}\n{{\n{cell(idiom)}\n}}\n"))}";

    [Fact]
    public void There_are_idioms() => Assert.True(s_idioms.Length >= 30, $"{s_idioms.Length}");

    [Fact]
    public void The_C_compiles() => Compiler.CompileC(Cells(
        static i => i.C,
        """
        #include <stdlib.h>
        #include <string.h>
        #include <rte_eal.h>
        #include <rte_byteorder.h>
        #include <rte_cycles.h>
        #include <rte_errno.h>
        #include <rte_ethdev.h>
        #include <rte_ip.h>
        #include <rte_launch.h>
        #include <rte_lcore.h>
        #include <rte_log.h>
        #include <rte_lpm.h>
        #include <rte_mbuf.h>
        #include <rte_ring.h>
        static int worker(void *arg) { return 0; }
        """,
        """
        static void NAME(int argc, char **argv, uint16_t port, uint16_t other, struct rte_mempool *pool, struct rte_mbuf *m, struct rte_mbuf **bufs, struct rte_ring *ring,
                         struct rte_lpm *lpm, struct rte_ipv4_hdr *ip, struct rte_ether_hdr *eth, struct rte_eth_conf *conf, struct rte_eth_dev_tx_buffer *buffer, unsigned int lcore)
        """));

    [Fact]
    public async Task The_raw_layer_compiles() => await Compiler.Compile(
        "Docs.Idioms.Raw",
        Cells(
            static i => i.Raw,
            """
            using System.Runtime.InteropServices;
            using DpdkSharp.Interop;
            using static DpdkSharp.Interop.Dpdk;
            #pragma warning disable CS8321, CS0219, CS0168 // What a row of the table declares, it does not use.
            static unsafe class Cells
            {
            [UnmanagedCallersOnly] static int Worker(void* arg) => 0;
            """,
            """
            static void NAME(int argc, byte** argv, ushort port, ushort other, rte_mempool* pool, rte_mbuf* m, rte_mbuf** bufs, rte_ring* ring,
                             rte_lpm* lpm, rte_ipv4_hdr* ip, rte_ether_hdr* eth, rte_eth_conf* conf, rte_eth_dev_tx_buffer* buffer, uint lcore)
            """) + "}\n",
        OutputKind.DynamicallyLinkedLibrary);

    [Fact]
    public async Task The_safe_layer_compiles() => await Compiler.Compile(
        "Docs.Idioms.Safe",
        Cells(
            static i => i.Safe,
            """
            using System.Runtime.InteropServices;
            using DpdkSharp;
            using DpdkSharp.Headers;
            #pragma warning disable CS8321, CS0219, CS0168, DPDK0002, DPDK0005, DPDK0006 // What a row of the table declares or receives, it does not use.
            static class Cells
            {
            static void Work() { }
            """,
            """
            static void NAME(string[] args, Eal eal, EthDev port, EthDev other, PacketPool pool, Mbuf m, PacketBurst burst, Ring<Mbuf> ring,
                             Lpm lpm, ref Ipv4Header ip, ref EthernetHeader eth, EthDevOptions options, TxBuffer buffer, Lcore lcore, DpdkException e)
            """) + "}\n",
        OutputKind.DynamicallyLinkedLibrary);
}
