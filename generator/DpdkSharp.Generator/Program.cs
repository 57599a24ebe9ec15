using DpdkSharp.Generator;

return CommandLine.Create().Parse(args).Invoke();
