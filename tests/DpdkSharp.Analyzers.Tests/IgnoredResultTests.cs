namespace DpdkSharp.Analyzers.Tests;

/// <summary>DPDK0007: a result that is ignored though it decides about a packet.</summary>
public class IgnoredResultTests
{
    [Theory]
    [InlineData("{|DPDK0007:ring.TryEnqueue(given)|};")]
    [InlineData("{|DPDK0007:ring.TryEnqueueBulk(new Mbuf[4])|};")]
    [InlineData("{|DPDK0007:ring.EnqueueBurst(new Mbuf[4])|};")]
    [InlineData("{|DPDK0007:ring.DequeueBurst(new Mbuf[4])|};")]
    [InlineData("{|DPDK0007:ring.TryDequeue(out Mbuf packet)|};")]
    [InlineData("{|DPDK0007:filled.TryAdd(given)|};")]
    [InlineData("{|DPDK0007:filled.Take(0)|};")]
    [InlineData("{|DPDK0007:pool.TryAllocate(out Mbuf packet)|};")]
    [InlineData("{|DPDK0007:pool.TryAllocate(filled, 4)|};")]
    [InlineData("{|DPDK0007:given.TryChain(filled[0])|};")]
    [InlineData("{|DPDK0007:given.TryPrepend(4, out _)|};")]
    [InlineData("{|DPDK0007:given.TryWrite(0, [1, 2])|};")]
    [InlineData("{|DPDK0007:given.Data.TryWriteHeader(0, default(EthernetHeader))|};")]
    public Task A_result_that_matters_is_reported(string statements) => Check.Statements<IgnoredResultAnalyzer>(statements);

    [Theory]
    [InlineData("rx.Receive(filled); tx.Send(filled); filled.Clear();")]
    [InlineData("ring.Enqueue(filled); ring.Dequeue(filled); ring.FreeAll();")]
    [InlineData("filled.MoveTo(filled); filled.TakeAll(new Mbuf[32]); filled.Drop(0);")]
    [InlineData("buffer.Add(given); buffer.Add(filled); buffer.Flush(); tx.Prepare(filled);")]
    [InlineData("_ = ring.TryEnqueue(given); _ = given.TryTrim(2);")]
    [InlineData("if (ring.TryEnqueue(given)) { } bool ok = filled.TryAdd(given);")]
    [InlineData("new Queue<Mbuf>().TryDequeue(out _);")]
    [InlineData("default(MacAddress).TryFormat(stackalloc char[17], out _);")]
    public Task A_result_that_does_not_is_not(string statements) => Check.Statements<IgnoredResultAnalyzer>(statements);

    [Fact]
    public Task Code_that_is_expected_to_throw_is_left_alone() => Check.Code<IgnoredResultAnalyzer>("""
        using System;
        using DpdkSharp;

        static class Assert
        {
            public static void Throws<T>(Action action) => action();
        }

        static class Tests
        {
            public static void Test(PacketPool pool) => Assert.Throws<ObjectDisposedException>(() => pool.TryAllocate(out _));
        }
        """);

    [Fact]
    public Task A_fix_frees_what_was_not_taken() => Check.Fix<IgnoredResultAnalyzer, IgnoredResultFix>(
        """
        {|DPDK0007:ring.TryEnqueue(given)|};
        """,
        """
        if (!ring.TryEnqueue(given))
        {
            given.Free();
        }
        """);

    [Fact]
    public Task Another_says_that_the_result_does_not_matter() => Check.Fix<IgnoredResultAnalyzer, IgnoredResultFix>(
        """
        {|DPDK0007:ring.TryEnqueue(given)|};
        """,
        """
        _ = ring.TryEnqueue(given);
        """,
        fix: 1);

    [Fact]
    public Task What_is_taken_and_forgotten_is_dropped() => Check.Fix<IgnoredResultAnalyzer, IgnoredResultFix>(
        """
        {|DPDK0007:filled.Take(3)|};
        """,
        """
        filled.Drop(3);
        """);
}
