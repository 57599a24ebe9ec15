using System.Text.Json.Serialization;

namespace DpdkSharp.Tool.Doctor;

/// <summary>How it is with one thing.</summary>
internal enum Status
{
    [JsonStringEnumMemberName("ok")]
    Ok,

    /// <summary>Programs run, but not all of them, or not as well as they could.</summary>
    [JsonStringEnumMemberName("warning")]
    Warning,

    /// <summary>Programs do not run.</summary>
    [JsonStringEnumMemberName("problem")]
    Problem,
}
