using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace DpdkSharp;

/// <summary>
/// The places in a program that take packets and give them away, by small numbers. Which place it is comes from <see cref="FrameChain"/>, a few cycles; its name
/// is looked up when a thread comes by for the first time, and again when the JIT has compiled the caller anew.
/// </summary>
internal static unsafe class CallSites
{
    // Deep enough for the caller behind the library's own methods when the JIT has inlined none of them: otherwise all callers count as the first that came by.
    private const int UsualDepth = 6;
    private const int StackDepth = 24;
    private const int MostSites = (1 << 24) - 1;

    private static readonly Lock s_lock = new();
    private static readonly List<string> s_texts = ["a place that is not known"];
    private static readonly Dictionary<string, int> s_numbers = new(StringComparer.Ordinal);
    private static readonly string? s_library = typeof(CallSites).Assembly.GetName().Name;
    private static readonly bool s_keepsStacks = CheckedSettings.KeepsStacks;

    /// <summary>The place in the program that called the library. For methods that are not inlined themselves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Here(LedgerThread* self)
    {
        if (!FrameChain.IsSupported)
        {
            return LookUp();
        }
        ulong path = FrameChain.Hash(self->StackEnd, s_keepsStacks ? StackDepth : UsualDepth);
        nuint index = (nuint)path & (LedgerThread.PlaceCount - 1);
        return self->Paths[index] == path ? self->Sites[index] : LookUp(self, path);
    }

    /// <summary>The place as a text.</summary>
    public static string TextOf(int site)
    {
        lock (s_lock)
        {
            return s_texts[site];
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int LookUp(LedgerThread* self, ulong path)
    {
        int site = LookUp();
        nuint index = (nuint)path & (LedgerThread.PlaceCount - 1);
        self->Sites[index] = site;
        self->Paths[index] = path;
        return site;
    }

    /// <summary>The same, from the stack itself: slow, and for any method.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int LookUp()
    {
        string text = Describe(new StackTrace(fNeedFileInfo: true));
        lock (s_lock)
        {
            if (!s_numbers.TryGetValue(text, out int site))
            {
                if (s_texts.Count >= MostSites)
                {
                    return 0;
                }
                site = s_texts.Count;
                s_texts.Add(text);
                s_numbers.Add(text, site);
            }
            return site;
        }
    }

    private static string Describe(StackTrace trace)
    {
        StackFrame[] frames = trace.GetFrames();
        int first = Array.FindIndex(frames, static f => DiagnosticMethodInfo.Create(f) is { } method && !IsOfLibrary(method));
        if (first < 0)
        {
            return s_texts[0];
        }
        IEnumerable<string> lines = frames[first..].Select(Describe).Where(static l => l.Length > 0);
        return s_keepsStacks ? string.Join($"{Environment.NewLine}      called by ", lines) : lines.First();
    }

    // The library's job entry calls the program, not the other way round.
    private static bool IsOfLibrary(DiagnosticMethodInfo method) =>
        method.DeclaringAssemblyName is { } assembly && (assembly == s_library || assembly.StartsWith(s_library + ",", StringComparison.Ordinal));

    private static string Describe(StackFrame frame)
    {
        if (DiagnosticMethodInfo.Create(frame) is not { } method)
        {
            return string.Empty;
        }
        string name = LedgerText.MethodName(method.DeclaringTypeName ?? string.Empty, method.Name);
        return frame.GetFileName() is { } file ? $"{name} ({Path.GetFileName(file)}:{frame.GetFileLineNumber():D})" : name;
    }
}
