namespace DpdkSharp;

/// <summary>Who has packets that are not in their pool.</summary>
public enum PacketHolder
{
    /// <summary>Not known to the ledger: C code, the raw layer, or a device's receive descriptors.</summary>
    Unknown,

    /// <summary>The application: a handle, a burst, a transmit buffer, or a longer packet that is the application's.</summary>
    Application,

    /// <summary>A ring.</summary>
    Ring,

    /// <summary>A device that was given them to send.</summary>
    Device,

    /// <summary>Clones: the application has freed them, and clones still use their bytes.</summary>
    Clones,
}
