namespace DpdkSharp.Testing;

/// <summary>By an interface of this name, in any namespace, xunit tells a failed assertion from an error in the program.</summary>
internal interface IAssertionException;
