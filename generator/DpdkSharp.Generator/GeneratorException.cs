namespace DpdkSharp.Generator;

/// <summary>Something in the input stops the generator; the message tells a person what and why. Nothing was written.</summary>
internal sealed class GeneratorException(string message) : Exception(message);
