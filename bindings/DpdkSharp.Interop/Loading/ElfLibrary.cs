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
        // Plain loops: this runs whenever a program starts, and the generic code of other collections would be compiled for it.
        byte[]? strings = Bytes(file, OffsetOf(segments, First(dynamic, StringTableTag)), (long)Math.Min(First(dynamic, StringTableSizeTag), int.MaxValue));
        if (strings is null)
        {
            return null;
        }
        fault = null;
        return new ElfLibrary(
            Texts(dynamic, NameTag, strings) is [string name, ..] ? name : null,
            Texts(dynamic, NeededTag, strings),
            FoldersOf(path, [.. Texts(dynamic, FoldersTag, strings), .. Texts(dynamic, OldFoldersTag, strings)]));
    }

    private static List<string> FoldersOf(string path, List<string> lists)
    {
        var folders = new List<string>();
        foreach (string list in lists)
        {
            foreach (string folder in list.Split(':', StringSplitOptions.RemoveEmptyEntries))
            {
                folders.Add(folder.Replace("${ORIGIN}", "$ORIGIN", StringComparison.Ordinal).Replace("$ORIGIN", Path.GetDirectoryName(Path.GetFullPath(path)), StringComparison.Ordinal));
            }
        }
        return folders;
    }

    // Where in the file that is which is loaded to an address.
    private static ulong OffsetOf(byte[] segments, ulong address)
    {
        for (int at = 0; at < segments.Length; at += SegmentSize)
        {
            ReadOnlySpan<byte> segment = segments.AsSpan(at, SegmentSize);
            ulong start = BinaryPrimitives.ReadUInt64LittleEndian(segment[16..]);
            if (BinaryPrimitives.ReadUInt32LittleEndian(segment) == LoadSegment && address >= start && address - start < BinaryPrimitives.ReadUInt64LittleEndian(segment[32..]))
            {
                return BinaryPrimitives.ReadUInt64LittleEndian(segment[8..]) + (address - start);
            }
        }
        return address;
    }

    private static ulong First(byte[] dynamic, long tag)
    {
        for (int at = 0; IsEntry(dynamic, at); at += 16)
        {
            if (BinaryPrimitives.ReadInt64LittleEndian(dynamic.AsSpan(at)) == tag)
            {
                return BinaryPrimitives.ReadUInt64LittleEndian(dynamic.AsSpan(at + 8));
            }
        }
        return 0;
    }

    private static List<string> Texts(byte[] dynamic, long tag, byte[] strings)
    {
        var texts = new List<string>();
        for (int at = 0; IsEntry(dynamic, at); at += 16)
        {
            if (BinaryPrimitives.ReadInt64LittleEndian(dynamic.AsSpan(at)) == tag)
            {
                texts.Add(Text(strings, BinaryPrimitives.ReadUInt64LittleEndian(dynamic.AsSpan(at + 8))));
            }
        }
        return texts;
    }

    // The table ends with an entry of zeros.
    private static bool IsEntry(byte[] dynamic, int at) => at + 16 <= dynamic.Length && BinaryPrimitives.ReadInt64LittleEndian(dynamic.AsSpan(at)) != 0;

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
