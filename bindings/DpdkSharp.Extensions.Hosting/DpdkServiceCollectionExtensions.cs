using System.Diagnostics.CodeAnalysis;
using DpdkSharp.Extensions.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds DPDK to a host.</summary>
public static class DpdkServiceCollectionExtensions
{
    /// <summary>
    /// Adds a packet program, and the service that runs it: EAL starts with the host, on a thread of its own that becomes the main lcore; its log goes to
    /// Microsoft.Extensions.Logging (categories "DpdkLog.lib.eal", "DpdkLog.pmd.net.tap", …); when the host stops, the workers are asked to return, resources are disposed, and EAL ends.
    /// </summary>
    /// <typeparam name="TProgram">The program; a singleton, made by the container.</typeparam>
    /// <param name="services">The host's services.</param>
    /// <returns>The services.</returns>
    /// <exception cref="InvalidOperationException">There is a program already: DPDK runs once a process.</exception>
    public static IServiceCollection AddDpdk<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TProgram>(this IServiceCollection services)
        where TProgram : class, IDpdkProgram
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.Any(static s => s.ServiceType == typeof(IDpdkProgram)))
        {
            throw new InvalidOperationException("The host has a DPDK program already, and DPDK runs once a process: give its lcores all the work there is.");
        }
        services.AddMetrics();
        services.AddOptions<DpdkSharp.EalOptions>();
        services.TryAddSingleton<DpdkMetrics>();
        services.AddSingleton<EalLogForwarder>();
        services.AddSingleton<IDpdkProgram, TProgram>();
        services.AddSingleton<IHostedService, DpdkHostedService>();
        return services;
    }

    /// <summary>Adds a packet program whose EAL options the program sets.</summary>
    /// <typeparam name="TProgram">The program; a singleton, made by the container.</typeparam>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Sets EAL's options. A <see cref="DpdkSharp.EalOptions.LogHandler"/> set here takes the log in place of Microsoft.Extensions.Logging.</param>
    /// <returns>The services.</returns>
    /// <exception cref="InvalidOperationException">There is a program already: DPDK runs once a process.</exception>
    public static IServiceCollection AddDpdk<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TProgram>(
        this IServiceCollection services,
        Action<DpdkSharp.EalOptions> configure)
        where TProgram : class, IDpdkProgram
    {
        services.AddDpdk<TProgram>();
        services.Configure(configure);
        return services;
    }

    /// <summary>Adds a packet program whose EAL options stand in a configuration section ("Lcores": "0-1", "Vdevs": ["net_tap0"], "HugePages": false).</summary>
    /// <typeparam name="TProgram">The program; a singleton, made by the container.</typeparam>
    /// <param name="services">The host's services.</param>
    /// <param name="section">The section; its keys are the properties of <see cref="DpdkSharp.EalOptions"/>, and one that is none of them is an error.</param>
    /// <returns>The services.</returns>
    /// <exception cref="InvalidOperationException">There is a program already: DPDK runs once a process.</exception>
    public static IServiceCollection AddDpdk<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TProgram>(this IServiceCollection services, IConfiguration section)
        where TProgram : class, IDpdkProgram
    {
        ArgumentNullException.ThrowIfNull(section);
        services.AddDpdk<TProgram>();
        services.Configure<DpdkSharp.EalOptions>(section, static binder => binder.ErrorOnUnknownConfiguration = true);
        return services;
    }
}
