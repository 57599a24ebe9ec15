using System.Runtime.InteropServices;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Inline;

/// <summary>On the <c>dma_skeleton</c> driver, which copies in a thread of its own.</summary>
public sealed unsafe class DmaTests(EalFixture eal)
{
    [Fact]
    public void Copies_are_made() => eal.Run(() =>
    {
        byte* bus = (byte*)Marshal.StringToCoTaskMemUTF8("vdev");
        byte* name = (byte*)Marshal.StringToCoTaskMemUTF8("dma_skeleton0");
        byte* none = (byte*)Marshal.StringToCoTaskMemUTF8(string.Empty);
        Assert.Equal(0, rte_eal_hotplug_add(bus, name, none));
        short device = (short)rte_dma_get_dev_id_by_name(name);
        Assert.InRange(device, 0, short.MaxValue);
        var configuration = (rte_dma_conf*)NativeMemory.AllocZeroed((nuint)rte_dma_conf.SizeOf);
        configuration->nb_vchans = 1;
        Assert.Equal(0, rte_dma_configure(device, configuration));
        var channel = (rte_dma_vchan_conf*)NativeMemory.AllocZeroed((nuint)rte_dma_vchan_conf.SizeOf);
        channel->direction = RTE_DMA_DIR_MEM_TO_MEM;
        channel->nb_desc = 64;
        Assert.Equal(0, rte_dma_vchan_setup(device, 0, channel));
        Assert.Equal(0, rte_dma_start(device));
        byte* from = (byte*)NativeMemory.AllocZeroed(4096);
        byte* to = (byte*)NativeMemory.AllocZeroed(4096);
        for (int i = 0; i < 4096; i++)
        {
            from[i] = (byte)(i * 7);
        }

        ushort room = rte_dma_burst_capacity(device, 0);
        Assert.InRange(room, 4, ushort.MaxValue);
        for (int i = 0; i < 4; i++)
        {
            Assert.Equal(i, rte_dma_copy(device, 0, (ulong)(from + (i * 1024)), (ulong)(to + (i * 1024)), 1024, 0));
        }

        Assert.Equal(room - 4, rte_dma_burst_capacity(device, 0));
        Assert.Equal(0, rte_dma_submit(device, 0));
        ushort done = 0;
        ushort last = 0;
        bool failed = true;
        // The driver's thread is given some seconds, which it never needs.
        for (int i = 0; i < 5_000 && done < 4; i++)
        {
            done += rte_dma_completed(device, 0, 4, &last, &failed);
            Assert.False(failed);
            if (done < 4)
            {
                Thread.Sleep(1);
            }
        }

        Assert.Equal(4, done);
        Assert.Equal(3, last);
        Assert.True(new Span<byte>(from, 4096).SequenceEqual(new Span<byte>(to, 4096)));
        Assert.Equal(room, rte_dma_burst_capacity(device, 0));
        Assert.Equal(0, rte_dma_stop(device));
        // The driver closes the device itself.
        Assert.Equal(0, rte_eal_hotplug_remove(bus, name));
        NativeMemory.Free(from);
        NativeMemory.Free(to);
        NativeMemory.Free(configuration);
        NativeMemory.Free(channel);
    });
}
