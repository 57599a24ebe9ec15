namespace DpdkSharp.Analyzers.Tests;

/// <summary>DPDK0008, DPDK0009, DPDK0010: what code that is marked [DataPath] must not do.</summary>
public class DataPathTests
{
    [Theory]
    [InlineData("object o = {|DPDK0008:new object()|};")]
    [InlineData("int[] a = {|DPDK0008:new int[number]|};")]
    [InlineData("int[] a = {|DPDK0008:[1, 2]|};")]
    [InlineData("List<int> a = {|DPDK0008:[number]|};")]
    [InlineData("object o = {|DPDK0008:number|};")]
    [InlineData("IComparable o = {|DPDK0008:number|};")]
    [InlineData("string s = {|DPDK0008:$\"{number}\"|};")]
    [InlineData("string s = {|DPDK0008:text + number + text|};")]
    [InlineData("string s = {|DPDK0008:number.ToString()|};")]
    [InlineData("string s = {|DPDK0008:text.Substring(1)|};")]
    [InlineData("Func<int> f = {|DPDK0008:() => number|};")]
    [InlineData("Func<string> f = {|DPDK0008:text.Trim|};")]
    [InlineData("var o = {|DPDK0008:new { number }|};")]
    [InlineData("int first = {|DPDK0008:numbers.First()|};")]
    [InlineData("{|DPDK0008:foreach (int n in list) { }|}")]
    [InlineData("byte[] copy = {|DPDK0008:bytes.ToArray()|};")]
    [InlineData("Many({|DPDK0008:1, number|});")]
    [InlineData("lock (text) { }", "DPDK0009")]
    [InlineData("Thread.Sleep(1)", "DPDK0009")]
    [InlineData("Monitor.Enter(text)", "DPDK0009")]
    [InlineData("Console.WriteLine()", "DPDK0009")]
    [InlineData("Task.CompletedTask.Wait()", "DPDK0009")]
    [InlineData("File.ReadAllText(text)", "DPDK0009")]
    [InlineData("throw null!;", "DPDK0010")]
    public Task What_stops_an_lcore_is_reported(string statement, string? id = null) => Check.Code<DataPathAnalyzer>(
        Type("[DataPath]", (id is null ? statement : $"{{|{id}:{statement}|}}{(statement.EndsWith(')') ? ";" : "")}").Replace("Many({|DPDK0008:1, number|})", "{|DPDK0008:Many(1, number)|}", StringComparison.Ordinal)));

    [Theory]
    [InlineData("Span<int> a = stackalloc int[4]; a[0] = number;")]
    [InlineData("ReadOnlySpan<byte> a = [1, 2, 3]; ReadOnlySpan<byte> b = new byte[] { 1, 2 };")]
    [InlineData("int[] a = [];")]
    [InlineData("DateTime d = new(1, 1, 1); var pair = (number, d);")]
    [InlineData("Func<int, int> f = static n => n + 1; Func<int, int> g = n => n + 1; Func<double, double> h = Math.Abs;")]
    [InlineData("const string A = \"a\"; string s = A + \"b\"; string t = $\"{A}b\";")]
    [InlineData("foreach (int n in numbers) { } foreach (byte b in bytes) { } foreach (char c in text) { }")]
    [InlineData("bool flag = DayOfWeek.Monday.HasFlag(DayOfWeek.Friday);")]
    [InlineData("if (number < 0) { Fail($\"{number} is negative\", new object()); }")]
    [InlineData("Debug.Assert(number > 0, $\"{number}\");")]
    [InlineData("ArgumentNullException.ThrowIfNull(text); ArgumentOutOfRangeException.ThrowIfNegative(number);")]
    [InlineData("SpinWait wait = default; wait.SpinOnce(); Thread.Yield(); Volatile.Read(ref number);")]
    public Task What_does_not_is_not(string statement) => Check.Code<DataPathAnalyzer>(Type("[DataPath]", statement));

    [Theory]
    [InlineData("object o = new object(); throw new Exception($\"{number}\");")]
    [InlineData("lock (text) { } foreach (int n in list) { }")]
    public Task Code_that_is_not_marked_is_left_alone(string statement) => Check.Code<DataPathAnalyzer>(Type("", statement));

    [Fact]
    public Task An_iterator_and_an_asynchronous_method_are_reported() => Check.Code<DataPathAnalyzer>("""
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using DpdkSharp;

        [DataPath]
        static class Code
        {
            public static IEnumerable<int> Numbers()
            {
                {|DPDK0008:yield return 1;|}
            }

            public static async Task Wait() => {|DPDK0009:await Task.Yield()|};
        }
        """);

    [Fact]
    public Task The_mark_of_an_interface_is_its_implementations() => Check.Code<DataPathAnalyzer>("""
        using System;
        using DpdkSharp;

        [DataPath]
        interface IProcessor
        {
            object Process(Mbuf packet);
        }

        interface ICounter
        {
            [DataPath]
            object Count { get; }

            object Name { get; }
        }

        struct Both : IProcessor, ICounter
        {
            private readonly object _first = new();

            public Both()
            {
                _first = new();
            }

            public object Process(Mbuf packet) => {|DPDK0008:new object()|};

            public object Count => {|DPDK0008:new object()|};

            public object Name => new object();
        }
        """);

    [Fact]
    public Task The_mark_reaches_lambdas_local_functions_and_overrides() => Check.Code<DataPathAnalyzer>("""
        using System;
        using DpdkSharp;

        class Base
        {
            [DataPath]
            public virtual object Make() => {|DPDK0008:new object()|};

            public void Run()
            {
                Func<object> marked = [DataPath] () => {|DPDK0008:new object()|};
                Func<object> other = () => new object();
                [DataPath]
                object Local() => {|DPDK0008:new object()|};
                object Other() => new object();
            }
        }

        class Derived : Base
        {
            public override object Make() => {|DPDK0008:new object()|};
        }

        [DataPath]
        class Whole : IDisposable
        {
            private readonly object _made = new();

            public Whole() => Made = new object();

            public object Made { get; }

            public void Dispose() => new object().ToString();

            [System.Diagnostics.CodeAnalysis.DoesNotReturn]
            public static void Fail() => throw new InvalidOperationException();
        }
        """);

    private static string Type(string mark, string statement) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Diagnostics;
        using System.Diagnostics.CodeAnalysis;
        using System.IO;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using DpdkSharp;

        class Code
        {
            {{mark}}
            void Run(int number, string text, int[] numbers, IEnumerable<int> list, Span<byte> bytes)
            {
                {{statement}}
            }

            static void Many(params int[] numbers)
            {
            }

            [DoesNotReturn]
            static void Fail(string text, object thing) => throw new InvalidOperationException(text);
        }
        """;
}
