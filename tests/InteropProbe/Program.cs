using System.Text.Json;
using DpdkSharp.InteropProbe;

// InteropProbe layout VERSION: what the assembly says of C, as JSON; DPDKSHARP_VERSION chooses the same version.
switch (args)
{
    case ["layout", var version]:
        Console.Out.Write(JsonSerializer.Serialize(LayoutReader.Read(version)));
        return 0;
    default:
        Console.Error.WriteLine("usage: InteropProbe layout VERSION");
        return 2;
}
