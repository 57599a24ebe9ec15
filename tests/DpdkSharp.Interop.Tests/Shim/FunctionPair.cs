using System.Reflection;
using DpdkSharp.Generator;
using DpdkSharp.TestKit;

namespace DpdkSharp.Interop.Tests.Shim;

/// <summary>An inline function that is written in C#, and C's own in the shim.</summary>
internal sealed unsafe class FunctionPair
{
    private readonly MethodInvoker _mine;
    private readonly MethodInvoker _c;

    private FunctionPair(MethodInfo mine, MethodInfo c)
    {
        Name = mine.Name;
        Parameters = mine.GetParameters();
        InAllVersions = c.GetCustomAttribute<DpdkVersionsAttribute>() is null;
        _mine = MethodInvoker.Create(mine);
        _c = MethodInvoker.Create(c);
    }

    public string Name { get; }

    public ParameterInfo[] Parameters { get; }

    public bool InAllVersions { get; }

    /// <summary>The names of what is written by hand.</summary>
    public static IReadOnlySet<string> HandWritten { get; } = new SourceTree(RepositoryPaths.Root).HandWritten();

    /// <summary>All of the loaded version. Those of <see cref="Dpdk"/> that only lead to the shim are none.</summary>
    public static IReadOnlyList<FunctionPair> All { get; } = [.. Find()];

    public static IReadOnlyList<FunctionPair> Of(Func<FunctionPair, bool> which) => [.. All.Where(which)];

    /// <summary>Calls both in the same state of the memory; what differs, or null.</summary>
    public string? Compare(Memory memory, object?[] arguments)
    {
        memory.Save();
        object? mine = Plain(_mine.Invoke(null, arguments.AsSpan()));
        memory.Rewind();
        object? c = Plain(_c.Invoke(null, arguments.AsSpan()));
        string? difference = Equals(mine, c) ? memory.Difference() : $"the result is {mine} in C#, {c} in C";
        memory.Restore();
        return difference is null ? null : $"{Name}({string.Join(", ", arguments.Select(Plain))}): {difference}";
    }

    private static object? Plain(object? value) => value is Pointer pointer ? $"0x{(nint)Pointer.Unbox(pointer):x}" : value;

    private static IEnumerable<FunctionPair> Find()
    {
        string loaded = DpdkRuntime.Abi!.Value.Version;
        foreach (MethodInfo c in typeof(DpdkShim).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Where(m => HandWritten.Contains(m.Name)))
        {
            if (c.GetCustomAttribute<DpdkVersionsAttribute>() is { } only && !only.Versions.Contains(loaded, StringComparer.Ordinal))
            {
                continue;
            }
            // Where C# has forms for further types (pointers of any type), the one with C's own is compared.
            Type[] types = [.. c.GetParameters().Select(static p => p.ParameterType)];
            MethodInfo mine = typeof(Dpdk).GetMethod(c.Name, BindingFlags.Public | BindingFlags.Static, types)
                ?? throw new InvalidOperationException($"{c.Name} is written by hand with other parameters than C's ({string.Join(", ", types.Select(static t => t.Name))})");
            yield return new FunctionPair(mine, c);
        }
    }
}
