using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

/// <summary>Everything that depends on which DPDK is loaded is chosen here.</summary>
internal static partial class Abi
{
    /// <summary>The position of the loaded version in <see cref="Known"/>.</summary>
    internal static int Index
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Loaded.Index;
    }

    // Boxed: .NET brings this form of the dictionary compiled, that of nint is compiled when the program starts.
    private static readonly ConcurrentDictionary<string, object> Variables = new(StringComparer.Ordinal);

    /// <summary>True when the loaded DPDK is one of <paramref name="versions"/>, a bit a known version.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsOneOf(int versions) => (versions & (1 << Index)) != 0;

    /// <summary>Throws when the loaded DPDK is none of <paramref name="versions"/>, a bit a known version.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Require(int versions, string name)
    {
        if (!IsOneOf(versions))
        {
            ThrowMissing(versions, name);
        }
    }

    /// <summary>Whether the loaded DPDK declares something written by hand. For a static readonly: it is looked up by its name.</summary>
    internal static bool Declares(string member) => IsOneOf(VersionsOf(member));

    /// <summary>Says that the loaded DPDK does not declare something written by hand, and which versions do.</summary>
    [DoesNotReturn]
    internal static void ThrowUndeclared(string member) => ThrowMissing(VersionsOf(member), member);

    /// <summary>The versions that declare something written by hand as one of them does.</summary>
    internal static string[] VersionsLike(string member, string version) =>
        Array.Find(FormsOf(member), form => Array.IndexOf(form, version) >= 0) ?? Array.ConvertAll(Known, static k => k.Version);

    /// <summary>The address of an exported variable.</summary>
    internal static unsafe void* Variable(string import, string name) =>
        (void*)(nint)Variables.GetOrAdd(name, static (name, import) => DpdkRuntime.GetExport(import, name), import);

    /// <summary>The address of the calling thread's own copy of an exported variable.</summary>
    internal static unsafe void* ThreadVariable(string import, string name) => (void*)DpdkRuntime.GetExport(import, name);

    // A bit a known version.
    private static int VersionsOf(string member)
    {
        string[][] forms = FormsOf(member);
        int versions = 0;
        for (int i = 0; i < Known.Length; i++)
        {
            versions |= forms.Length == 0 || Array.Exists(forms, form => Array.IndexOf(form, Known[i].Version) >= 0) ? 1 << i : 0;
        }

        return versions;
    }

    [DoesNotReturn]
    private static void ThrowMissing(int versions, string name)
    {
        if (!DpdkRuntime.IsSupported)
        {
            throw new DpdkNotSupportedException(DpdkRuntime.NotSupportedReason);
        }
        string having = string.Join(", ", Known.Where((_, i) => (versions & (1 << i)) != 0).Select(static k => k.Version));
        throw new DpdkNotSupportedException($"DPDK {Known[Index].Version}, which is loaded, has no {name}; the versions that have it: {having}.");
    }

    // Read once: the JIT takes it for a constant, and with it every choice made by it. In a class of its own, as finding DPDK
    // asks for the known versions before there is an answer.
    private static class Loaded
    {
        internal static readonly int Index = DpdkRuntime.AbiIndex;
    }
}
