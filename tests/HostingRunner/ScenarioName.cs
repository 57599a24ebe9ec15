namespace DpdkSharp.HostingScenarios;

/// <summary>What the program is to do.</summary>
internal sealed record ScenarioName(string Value);
