using System.Reflection;

namespace DpdkSharp.Headers.Tests;

/// <summary>All header types of the library.</summary>
internal static class HeaderTypes
{
    internal static IReadOnlyList<Type> All { get; } =
    [
        .. typeof(EthernetHeader).Assembly.GetExportedTypes()
            .Where(t => t.IsValueType && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IPacketHeader<>))),
    ];

    /// <summary>What the header says of its own size.</summary>
    internal static int SizeOf(Type header) => (int)header.GetProperty("Size", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;

    /// <summary>Calls <see cref="IHeaderVisitor.Visit{T}"/> with each header type.</summary>
    internal static void Visit(IHeaderVisitor visitor)
    {
        MethodInfo visit = typeof(IHeaderVisitor).GetMethod(nameof(IHeaderVisitor.Visit))!;
        foreach (Type header in All)
        {
            visit.MakeGenericMethod(header).Invoke(visitor, BindingFlags.DoNotWrapExceptions, null, null, null);
        }
    }
}
