using System.Runtime.InteropServices;

namespace DpdkSharp.Tool.Doctor;

internal static partial class NativeMethods
{
    private const int WriteOk = 2;

    /// <summary>This process may write to the file, or make files in the folder.</summary>
    public static bool CanWrite(string path) => access(path, WriteOk) == 0;

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int access(string path, int mode);
}
