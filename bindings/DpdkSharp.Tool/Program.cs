using DpdkSharp.Tool;
using DpdkSharp.Tool.Output;

using var terminal = new Terminal();
return await CommandLine.RunAsync(args, terminal).ConfigureAwait(false);
