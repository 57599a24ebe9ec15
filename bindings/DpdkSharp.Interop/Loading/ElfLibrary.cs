using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace DpdkSharp.Interop;

/// <summary>What the file of a shared library says about itself, read without loading it: its constructors do not run.</summary>
/// <param name="Name">The name under which other libraries ask for it (<c>DT_SONAME</c>); null when it has none.</param>
/// <param name="Needed">The libraries that it asks for itself (<c>DT_NEEDED</c>).</param>
/// <param name="Folders">Where it wants them looked for (<c>DT_RUNPATH</c>, <c>DT_RPATH</c>).</param>
internal sealed record ElfLibrary(string? Name, IReadOnlyList<string> Needed, IReadOnlyList<string> Folders)
{
    private const int HeaderSize = 64;
    private const int SegmentSize = 56;
    private const uint LoadSegment = 1;
    private const uint DynamicSegment = 2;
    private const long NeededTag = 1;
    private const long StringTableTag = 5;
    private const long StringTableSizeTag = 10;
    private const long NameTag = 14;
    private const long OldFoldersTag = 15;
    private const long FoldersTag = 29;

    private static readonly ushort Machine = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? (ushort)183 : (ushort)62;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file; a link is followed.</param>
    /// <param name="fault">What is wrong with it, when null is returned: part of a sentence, in the loader's own words where it has some.</param>
    internal static ElfLibrary? Read(string path, out string? fault)
    {
        try
        {
            return Parse(path, out fault);
        }
        catch (FileNotFoundException)
        {
            fault = "it does not exist, or is a link to a file that does not";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            fault = e.Message.TrimEnd('.');
        }
        return null;
    }

    private static ElfLibrary? Parse(string path, out string? fault)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
        if (Bytes(file, 0, HeaderSize) is not { } header || !header.AsSpan(0, 4).SequenceEqual("\u007fELF"u8))
        {
            fault = file.Length == 0 ? "the file is empty" : "invalid ELF header: it is no library";
            return null;
        }
        // 64 bits, least significant byte first: the processors that DPDK is used on.
        if (header[4] != 2 || header[5] != 1 || BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(18)) != Machine)
        {
            fault = "it is a library for another processor";
            return null;
        }
        fault = "the file is cut off or damaged";
        ulong segmentsAt = BinaryPrimitives.ReadUInt64LittleEndian(header.AsSpan(32));
        int segmentCount = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(56));
        if (Bytes(file, segmentsAt, segmentCount * SegmentSize) is not { } segments)
        {
            return null;
        }
        var loaded = new List<(ulong Address, ulong Offset, ulong Size)>();
        byte[]? dynamic = [];
        for (int at = 0; at < segments.Length; at += SegmentSize)
        {
            ReadOnlySpan<byte> segment = segments.AsSpan(at, SegmentSize);
            ulong offset = BinaryPrimitives.ReadUInt64LittleEndian(segment[8..]);
            ulong size = BinaryPrimitives.ReadUInt64LittleEndian(segment[32..]);
            switch (BinaryPrimitives.ReadUInt32LittleEndian(segment))
            {
                case LoadSegment when offset + size > (ulong)file.Length:
                    return null;
                case LoadSegment:
                    loaded.Add((BinaryPrimitives.ReadUInt64LittleEndian(segment[16..]), offset, size));
                    break;
                case DynamicSegment:
                    dynamic = Bytes(file, offset, (long)Math.Min(size, int.MaxValue));
                    break;
                default:
                    break;
            }
        }
        if (dynamic is null)
        {
            return null;
        }
        ILookup<long, ulong> entries = Entries(dynamic).ToLookup(static e => e.Tag, static e => e.Value);
        ulong address = entries[StringTableTag].FirstOrDefault();
        (ulong Address, ulong Offset, ulong Size) within = loaded.Find(s => address >= s.Address && address - s.Address < s.Size);
        byte[]? strings = Bytes(file, within.Offset + (address - within.Address), (long)Math.Min(entries[StringTableSizeTag].FirstOrDefault(), int.MaxValue));
        if (strings is null)
        {
            return null;
        }
        fault = null;
        return new ElfLibrary(
            entries[NameTag].Select(at => Text(strings, at)).FirstOrDefault(),
            [.. entries[NeededTag].Select(at => Text(strings, at))],
            [.. entries[FoldersTag].Concat(entries[OldFoldersTag])
                .SelectMany(at => Text(strings, at).Split(':', StringSplitOptions.RemoveEmptyEntries))
                .Select(folder => folder.Replace("${ORIGIN}", "$ORIGIN", StringComparison.Ordinal).Replace("$ORIGIN", Path.GetDirectoryName(Path.GetFullPath(path)), StringComparison.Ordinal))]);
    }

    private static IEnumerable<(long Tag, ulong Value)> Entries(byte[] dynamic)
    {
        for (int at = 0; at + 16 <= dynamic.Length; at += 16)
        {
            long tag = BinaryPrimitives.ReadInt64LittleEndian(dynamic.AsSpan(at));
            if (tag == 0)
            {
                yield break;
            }
            yield return (tag, BinaryPrimitives.ReadUInt64LittleEndian(dynamic.AsSpan(at + 8)));
        }
    }

    private static string Text(byte[] strings, ulong at)
    {
        if (at >= (ulong)strings.Length)
        {
            return string.Empty;
        }
        ReadOnlySpan<byte> rest = strings.AsSpan((int)at);
        int end = rest.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? rest : rest[..end]);
    }

    // Null: the file has not that many.
    private static byte[]? Bytes(FileStream file, ulong offset, long count)
    {
        if (offset > (ulong)file.Length || count > file.Length - (long)offset)
        {
            return null;
        }
        byte[] bytes = new byte[count];
        file.Position = (long)offset;
        file.ReadExactly(bytes);
        return bytes;
    }
}
