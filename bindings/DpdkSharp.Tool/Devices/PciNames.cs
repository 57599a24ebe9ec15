using System.Globalization;
using DpdkSharp.Tool.Machine;

namespace DpdkSharp.Tool.Devices;

/// <summary>The list of vendors and devices that distributions have (pci.ids).</summary>
internal sealed class PciNames(MachineFiles machine)
{
    private static readonly string[] Places = ["/usr/share/misc/pci.ids", "/usr/share/hwdata/pci.ids"];
    private string[]? _lines;

    /// <summary>"Intel Corporation Ethernet Controller X710"; "1af4:1041" where the list has neither.</summary>
    public string Find(int vendor, int device)
    {
        string vendorId = vendor.ToString("x4", CultureInfo.InvariantCulture), deviceId = device.ToString("x4", CultureInfo.InvariantCulture);
        _lines ??= Load();
        int at = Array.FindIndex(_lines, l => l.StartsWith(vendorId + "  ", StringComparison.Ordinal));
        if (at < 0)
        {
            return $"{vendorId}:{deviceId}";
        }
        string found = _lines[at][6..];
        for (int i = at + 1; i < _lines.Length && (_lines[i].StartsWith('\t') || _lines[i].StartsWith('#')); i++)
        {
            if (_lines[i].StartsWith("\t" + deviceId + "  ", StringComparison.Ordinal))
            {
                return $"{found} {_lines[i][7..]}";
            }
        }
        return $"{found} {deviceId}";
    }

    private string[] Load()
    {
        // A made-up machine seldom has it: the list is the same everywhere.
        foreach (string path in Places.Select(machine.PathOf).Concat(Places))
        {
            try
            {
                return File.ReadAllLines(path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                continue;
            }
        }
        return [];
    }
}
