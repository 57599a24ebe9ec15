// Runs one scenario and writes what happened, a line each: "log|category|level|text", "metric|name|tags|value", "thrown|type|text", "eal|running" or "eal|ended".
using DpdkSharp;
using DpdkSharp.HostingScenarios;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

string scenario = args[0];
HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
{
    ["Logging:LogLevel:Default"] = "Information",
    ["Logging:LogLevel:DpdkLog"] = "Warning",
    ["Logging:LogLevel:DpdkLog.user1"] = "Debug",
    ["Dpdk:Lcores"] = scenario is "eal-refuses" ? "0-9999" : "0-1",
    ["Dpdk:HugePages"] = "false",
    ["Dpdk:MemoryMegabytes"] = "256",
    ["Dpdk:SharedConfiguration"] = "false",
    ["Dpdk:Telemetry"] = "false",
    ["Dpdk:Pci"] = "false",
    ["Dpdk:FilePrefix"] = args[1],
    ["Dpdk:Vdevs:0"] = "net_null0",
});
if (scenario is "unknown-setting")
{
    builder.Configuration["Dpdk:LCores"] = null;
    builder.Configuration["Dpdk:Cores"] = "0";
}
builder.Services.AddLogging(logging => logging.AddConfiguration(builder.Configuration.GetSection("Logging")).AddProvider(new LineLoggerProvider()));
builder.Services.Configure<HostOptions>(static o => o.ShutdownTimeout = TimeSpan.FromSeconds(1));
builder.Services.AddSingleton(new ScenarioName(scenario));
builder.Services.AddDpdk<ScenarioProgram>(builder.Configuration.GetSection("Dpdk"));
try
{
    using IHost host = builder.Build();
    await host.RunAsync();
}
catch (Exception e)
{
    Lines.Write("thrown", e.GetType().Name, e.Message);
    return 1;
}
finally
{
    Lines.Write("eal", Eal.Current is null ? "ended" : "running");
}
return 0;
