using System.Text.Json.Serialization;
using DpdkSharp.Tool.Capture;
using DpdkSharp.Tool.Devices;
using DpdkSharp.Tool.Doctor;
using DpdkSharp.Tool.NewVersion;
using DpdkSharp.Tool.Ports;
using DpdkSharp.Tool.Stats;
using DpdkSharp.Tool.Telemetry;

namespace DpdkSharp.Tool.Output;

/// <summary>What the commands print with --json. Fields are added to, not renamed or removed: scripts rely on them.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(CaptureSummary))]
[JsonSerializable(typeof(DevicesReport))]
[JsonSerializable(typeof(DoctorReport))]
[JsonSerializable(typeof(NewVersionReport))]
[JsonSerializable(typeof(PortsReport))]
[JsonSerializable(typeof(ProcessList))]
[JsonSerializable(typeof(StatsSample))]
[JsonSerializable(typeof(TelemetryCommands))]
internal sealed partial class ToolJson : JsonSerializerContext;
