using System.Text.Json;

namespace DpdkSharp.Tool.Devices;

/// <summary>The drivers of an installed DPDK: each library has a text in it that says which devices it drives.</summary>
internal static class DriverCatalog
{
    private static readonly Dictionary<string, string> KernelDrivers = new(StringComparer.Ordinal)
    {
        ["atlantic"] = "net_atlantic", ["bnx2x"] = "net_bnx2x", ["bnxt_en"] = "net_bnxt", ["cxgb4"] = "net_cxgbe", ["e1000"] = "net_e1000", ["e1000e"] = "net_e1000",
        ["ena"] = "net_ena", ["enic"] = "net_enic", ["fm10k"] = "net_fm10k", ["gve"] = "net_gve", ["hinic"] = "net_hinic", ["hns3"] = "net_hns3", ["i40e"] = "net_i40e",
        ["iavf"] = "net_iavf", ["ice"] = "net_ice", ["igb"] = "net_e1000", ["igbvf"] = "net_e1000", ["igc"] = "net_igc", ["ionic"] = "net_ionic", ["ixgbe"] = "net_ixgbe",
        ["ixgbevf"] = "net_ixgbe", ["mana"] = "net_mana", ["mlx4_core"] = "net_mlx4", ["mlx5_core"] = "net_mlx5", ["nfp"] = "net_nfp", ["ngbe"] = "net_ngbe", ["qede"] = "net_qede",
        ["sfc"] = "net_sfc", ["txgbe"] = "net_txgbe", ["virtio-pci"] = "net_virtio", ["vmxnet3"] = "net_vmxnet3",
    };

    /// <summary>The DPDK driver for the devices that a driver of the kernel has; null when none is known.</summary>
    public static string? ForKernelDriver(string? kernelDriver) => kernelDriver is null ? null : KernelDrivers.GetValueOrDefault(kernelDriver);

    /// <summary>net_null of …/librte_net_null.so.23.0</summary>
    public static string NameOf(string path)
    {
        string file = Path.GetFileName(path);
        int end = file.IndexOf(".so", StringComparison.Ordinal);
        return (end < 0 ? file : file[..end]).Replace("librte_", string.Empty, StringComparison.Ordinal);
    }

    /// <summary>The drivers of the libraries in a folder; none when there is no such folder.</summary>
    public static IReadOnlyList<DpdkDriver> Read(string? folder)
    {
        if (folder is null || !Directory.Exists(folder))
        {
            return [];
        }
        var drivers = new List<DpdkDriver>();
        // Each library has several names; the one without a version behind it is not in every package.
        foreach (string file in Directory.EnumerateFiles(folder, "librte_*.so.*").DistinctBy(NameOf, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            try
            {
                drivers.AddRange(InLibrary(NameOf(file), File.ReadAllBytes(file)));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // doctor tells of broken libraries; here the others count.
                continue;
            }
        }
        return drivers;
    }

    private static List<DpdkDriver> InLibrary(string library, ReadOnlySpan<byte> bytes)
    {
        var drivers = new List<DpdkDriver>();
        ReadOnlySpan<byte> mark = "PMD_INFO_STRING= "u8;
        for (int at; (at = bytes.IndexOf(mark)) >= 0;)
        {
            bytes = bytes[(at + mark.Length)..];
            int end = bytes.IndexOf((byte)0);
            if (end < 0)
            {
                break;
            }
            if (Parse(library, bytes[..end]) is { } driver)
            {
                drivers.Add(driver);
            }
        }
        return drivers;
    }

    private static DpdkDriver? Parse(string library, ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            JsonElement root = document.RootElement;
            PciId[] ids = root.TryGetProperty("pci_ids", out JsonElement list)
                ? [.. list.EnumerateArray().Select(static i => new PciId(i[0].GetInt32() & 0xFFFF, i[1].GetInt32() & 0xFFFF, i[2].GetInt32() & 0xFFFF, i[3].GetInt32() & 0xFFFF))]
                : [];
            return new DpdkDriver(root.GetProperty("name").GetString() ?? library, library, root.TryGetProperty("kmod", out JsonElement modules) ? modules.GetString() : null, ids);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            // The text is the driver's author's; one that cannot be read says nothing.
            return null;
        }
    }
}
