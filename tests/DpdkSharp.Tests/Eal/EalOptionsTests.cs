namespace DpdkSharp.Tests.EalLayer;

public class EalOptionsTests
{
    [Fact]
    public void Without_options_EAL_gets_no_arguments() => Assert.Empty(new EalOptions().ToArguments());

    [Fact]
    public void Each_option_has_its_EAL_argument()
    {
        var options = new EalOptions
        {
            Lcores = "0-1",
            MainLcore = 1,
            MemoryMegabytes = 64,
            HugePages = false,
            HugePageFolder = "/mnt/huge",
            SharedConfiguration = false,
            Telemetry = false,
            Pci = false,
            FilePrefix = "p",
            ProcessType = EalProcessType.Secondary,
            IovaMode = EalIovaMode.VirtualAddress,
            Vdevs = { "net_null0", "net_ring0" },
            AllowedDevices = { "0000:03:00.0" },
            DriverPaths = { "/drivers" },
            LogLevels = { "lib.eal:debug" },
            RawArguments = { "--match-allocations" },
        };
        Assert.Equal(
            [
                "-l", "0-1", "--main-lcore", "1", "-m", "64", "--no-huge", "--huge-dir", "/mnt/huge", "--no-shconf", "--no-telemetry", "--no-pci", "--file-prefix", "p",
                "--proc-type", "secondary", "--iova-mode", "va", "--vdev", "net_null0", "--vdev", "net_ring0", "--allow", "0000:03:00.0", "-d", "/drivers",
                "--log-level", "lib.eal:debug", "--match-allocations",
            ],
            options.ToArguments());
    }

    [Theory]
    [InlineData("0-3", "-l")]
    [InlineData("0@4,1@5", "--lcores")]
    [InlineData("(0,1)@2", "--lcores")]
    public void A_map_from_lcores_to_CPUs_has_an_argument_of_its_own(string lcores, string argument) =>
        Assert.Equal([argument, lcores], new EalOptions { Lcores = lcores }.ToArguments());

    [Fact]
    public void The_other_values_of_enumerated_options()
    {
        Assert.Equal(["--iova-mode", "pa"], new EalOptions { IovaMode = EalIovaMode.PhysicalAddress }.ToArguments());
        Assert.Equal(["--proc-type", "auto"], new EalOptions { ProcessType = EalProcessType.Auto }.ToArguments());
        Assert.Equal(["--socket-mem", "64,64", "--in-memory", "--block", "0000:00:01.0"],
            new EalOptions { SocketMemory = "64,64", InMemory = true, BlockedDevices = { "0000:00:01.0" } }.ToArguments());
    }

    [Fact]
    public void Options_for_tests_need_nothing_of_the_machine() =>
        Assert.Equal(
            ["-m", "128", "--no-huge", "--no-shconf", "--no-telemetry", "--no-pci", "--file-prefix", $"dpdksharp{Environment.ProcessId}"],
            EalOptions.ForTests(128).ToArguments());

    [Fact]
    public void Contradictions_are_refused_with_what_to_do()
    {
        Assert.Contains("InMemory needs HugePages", Refusal(new() { InMemory = true, HugePages = false }), StringComparison.Ordinal);
        Assert.Contains("exclude each other", Refusal(new() { AllowedDevices = { "a" }, BlockedDevices = { "b" } }), StringComparison.Ordinal);
        Assert.Contains("exclude each other", Refusal(new() { MemoryMegabytes = 1, SocketMemory = "1" }), StringComparison.Ordinal);
        Assert.Contains("MemoryMegabytes is 0", Refusal(new() { MemoryMegabytes = 0 }), StringComparison.Ordinal);
    }

    private static string Refusal(EalOptions options) => Assert.Throws<InvalidOperationException>(options.ToArguments).Message;
}
