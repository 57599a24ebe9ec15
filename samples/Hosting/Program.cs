// Two ports forwarded by the lcores of a .NET host: options from appsettings.json, DPDK's log among the host's, metrics for Prometheus on the loopback device.
// dotnet run --project samples/Hosting -- --Dpdk:Lcores 0 --Metrics:Port 9464
using DpdkSharp.Extensions.Hosting;
using DpdkSharp.Samples.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Metrics;

HostApplicationBuilder builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Services.AddDpdk<ForwardingProgram>(builder.Configuration.GetSection("Dpdk"));
builder.Services.AddOpenTelemetry().WithMetrics(metrics => metrics
    .AddMeter(DpdkMetrics.MeterName)
    .AddPrometheusHttpListener(listener =>
    {
        listener.Host = "127.0.0.1";
        listener.Port = builder.Configuration.GetValue<int>("Metrics:Port");
    }));
await builder.Build().RunAsync();
