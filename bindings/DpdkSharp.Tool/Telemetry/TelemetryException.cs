namespace DpdkSharp.Tool.Telemetry;

/// <summary>A telemetry socket gave no answer; the message is for the user.</summary>
internal sealed class TelemetryException(TelemetryFailure failure, string message, Exception? inner = null) : Exception(message, inner)
{
    public TelemetryFailure Failure { get; } = failure;
}
