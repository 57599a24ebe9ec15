using System.Text;
using DpdkSharp.Interop.Tests.Inline;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Libraries;

/// <summary>Fields and flags that a program registers in the free parts of the mbuf. They stay for the life of the process, so these take little.</summary>
public sealed unsafe class MbufDynamicTests(EalFixture eal)
{
    private static int s_names;

    private static rte_mbuf_dynfield Field(nuint size, nuint align, string? name = null)
    {
        rte_mbuf_dynfield field = default;
        field.size = size;
        field.align = align;
        Encoding.UTF8.GetBytes(name ?? $"test-field-{Interlocked.Increment(ref s_names)}", new Span<byte>(field.name, 63));
        return field;
    }

    private static rte_mbuf_dynflag Flag(string? name = null)
    {
        rte_mbuf_dynflag flag = default;
        Encoding.UTF8.GetBytes(name ?? $"test-flag-{Interlocked.Increment(ref s_names)}", new Span<byte>(flag.name, 63));
        return flag;
    }

    private static void Refused(rte_mbuf_dynfield field, int error)
    {
        Assert.Equal(-1, rte_mbuf_dynfield_register(&field));
        Assert.Equal(error, rte_errno);
    }

    [Fact]
    public void A_field_is_registered_once_and_found_by_its_name() => eal.Run(() =>
    {
        rte_mbuf_dynfield field = Field(4, 4);
        Assert.Equal(-1, rte_mbuf_dynfield_lookup(field.name, null));
        Assert.Equal(2, rte_errno);
        int offset = rte_mbuf_dynfield_register(&field);
        Assert.InRange(offset, 1, sizeof(rte_mbuf) - 4);
        Assert.Equal(0, offset % 4);
        Assert.Equal(offset, rte_mbuf_dynfield_register(&field));
        rte_mbuf_dynfield found;
        Assert.Equal(offset, rte_mbuf_dynfield_lookup(field.name, &found));
        Assert.Equal((4u, 4u, 0u), (found.size, found.align, found.flags));
        // The same name for another kind of field.
        Refused(field with { size = 2 }, 17);
        Refused(field with { align = 2 }, 17);

        rte_mbuf_dynfield other = Field(1, 1);
        int otherOffset = rte_mbuf_dynfield_register(&other);
        Assert.False(otherOffset >= offset && otherOffset < offset + 4);
    });

    [Fact]
    public void Fields_that_cannot_be_are_refused() => eal.Run(() =>
    {
        Refused(Field(4, 3), 22);
        Refused(Field(4, 0), 22);
        Refused(Field(4, 4) with { flags = 1 }, 22);
        // Larger than the whole mbuf; and larger than what is free at once.
        Refused(Field((nuint)sizeof(rte_mbuf), 1), 22);
        Refused(Field(64, 1), 2);
    });

    [Fact]
    public void A_field_can_ask_for_its_place() => eal.Run(() =>
    {
        // What the library chose is free no more.
        rte_mbuf_dynfield first = Field(2, 2);
        int offset = rte_mbuf_dynfield_register(&first);
        Assert.True(offset > 0);
        rte_mbuf_dynfield second = Field(2, 2);
        Assert.Equal(-1, rte_mbuf_dynfield_register_offset(&second, (nuint)offset));
        Assert.Equal(16, rte_errno);
        // At its own place again it is the same field, elsewhere it is not.
        Assert.Equal(offset, rte_mbuf_dynfield_register_offset(&first, (nuint)offset));
        Assert.Equal(-1, rte_mbuf_dynfield_register_offset(&first, (nuint)offset + 2));
        Assert.Equal(17, rte_errno);
        // Not aligned, not in the mbuf, and on fields that every mbuf has.
        Assert.Equal(-1, rte_mbuf_dynfield_register_offset(&second, (nuint)offset + 1));
        Assert.Equal(-1, rte_mbuf_dynfield_register_offset(&second, (nuint)sizeof(rte_mbuf)));
        Assert.Equal(-1, rte_mbuf_dynfield_register_offset(&second, 0));
        Assert.Equal(16, rte_errno);
    });

    [Fact]
    public void A_flag_is_registered_once_and_found_by_its_name() => eal.Run(() =>
    {
        rte_mbuf_dynflag flag = Flag();
        Assert.Equal(-1, rte_mbuf_dynflag_lookup(flag.name, null));
        Assert.Equal(2, rte_errno);
        int bit = rte_mbuf_dynflag_register(&flag);
        Assert.InRange(bit, System.Numerics.BitOperations.TrailingZeroCount(RTE_MBUF_F_FIRST_FREE), System.Numerics.BitOperations.TrailingZeroCount(RTE_MBUF_F_LAST_FREE));
        Assert.Equal(bit, rte_mbuf_dynflag_register(&flag));
        rte_mbuf_dynflag found;
        Assert.Equal(bit, rte_mbuf_dynflag_lookup(flag.name, &found));
        rte_mbuf_dynflag other = Flag();
        Assert.Equal(-1, rte_mbuf_dynflag_register_bitnum(&other, (uint)bit));
        Assert.Equal(16, rte_errno);
        Assert.NotEqual(bit, rte_mbuf_dynflag_register(&other));
        Assert.Equal(-1, rte_mbuf_dynflag_register_bitnum(&flag, (uint)bit + 1));
        Assert.Equal(17, rte_errno);
        rte_mbuf_dynflag third = Flag();
        Assert.Equal(-1, rte_mbuf_dynflag_register_bitnum(&third, 64));
        Assert.Equal(22, rte_errno);
        third.flags = 1;
        Assert.Equal(-1, rte_mbuf_dynflag_register(&third));
        Assert.Equal(22, rte_errno);
    });

    [Fact]
    public void Time_stamps_share_their_field() => eal.Run(() =>
    {
        int rxOffset, txOffset;
        ulong rxFlag, txFlag;
        Assert.Equal(0, rte_mbuf_dyn_rx_timestamp_register(&rxOffset, &rxFlag));
        Assert.Equal(0, rte_mbuf_dyn_tx_timestamp_register(&txOffset, &txFlag));
        Assert.Equal(rxOffset, txOffset);
        Assert.True(System.Numerics.BitOperations.IsPow2(rxFlag) && System.Numerics.BitOperations.IsPow2(txFlag) && rxFlag != txFlag);
        fixed (byte* name = RTE_MBUF_DYNFIELD_TIMESTAMP_NAME)
        {
            rte_mbuf_dynfield field;
            Assert.Equal(rxOffset, rte_mbuf_dynfield_lookup(name, &field));
            Assert.Equal(8u, field.size);
        }
    });

    [Fact]
    public void A_registered_field_goes_with_a_copy_and_a_clone() => eal.Run(() =>
    {
        rte_mbuf_dynfield field = Field(1, 1);
        int offset = rte_mbuf_dynfield_register(&field);
        rte_mempool* pool = rte_pktmbuf_pool_create(EalFixture.UniqueName("mbufdyn"), 31, 0, 0, 256, -1);
        rte_mbuf* m = rte_pktmbuf_alloc(pool);
        Assert.True(rte_pktmbuf_append(m, 10) != null);
        *RTE_MBUF_DYNFIELD<byte>(m, offset) = 0xa7;
        rte_mbuf* copy = rte_pktmbuf_copy(m, pool, 0, uint.MaxValue);
        rte_mbuf* clone = rte_pktmbuf_clone(m, pool);
        Assert.Equal(0xa7, *RTE_MBUF_DYNFIELD<byte>(copy, offset));
        Assert.Equal(0xa7, *RTE_MBUF_DYNFIELD<byte>(clone, offset));
        rte_pktmbuf_free(m);
        rte_pktmbuf_free(clone);
        rte_pktmbuf_free(copy);
        rte_mempool_free(pool);
    });
}
