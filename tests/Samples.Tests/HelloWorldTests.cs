using DpdkSharp.TestKit;

namespace DpdkSharp.Samples.Tests;

public sealed class HelloWorldTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Each_core_says_hello_once(int lcores)
    {
        var eal = EalArguments.Isolated(lcores);
        var result = ChildProcess.Run(SampleProgram.PathOf("HelloWorld"), eal, L2FwdRun.Patience);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(
            eal[1].Split(',').Select(static core => $"hello from core {core}").Order(StringComparer.Ordinal),
            result.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }
}
