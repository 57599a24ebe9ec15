// Reads benchmarks to run from standard input, runs each on the first worker lcore, answers on standard output:
//   list                        = NAME NAME ...
//   run NAME key=value ...      = operations=N cycles=N hz=N check=HEX tail=N,N,...
// The C program in ../Reference understands the same lines.
using DpdkSharp;
using DpdkSharp.Benchmarks.Worker;
using DpdkSharp.Benchmarks.Worker.Setup;

using Eal eal = Eal.Initialize(args);
using KeptObjects kept = KeptObjects.Instance;
using var ports = new Ports();
var lcores = eal.WorkerLcores;
Answer("ready");
while (Console.ReadLine() is { } line)
{
    string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    switch (words)
    {
        case []:
            break;
        case ["list"]:
            Answer(string.Join(' ', Benchmark.All.Select(static b => b.Name)));
            break;
        case ["run", var name, .. var settings]:
            BenchmarkResult result = Run(name, new BenchmarkRequest(settings, ports));
            Answer($"operations={result.Operations} cycles={result.Cycles} hz={EalClock.Hertz} check={result.Check:x} tail={string.Join(',', result.Tail ?? [])}");
            break;
        default:
            throw new InvalidOperationException($"Unknown command '{line}'.");
    }
}

static void Answer(string text)
{
    Console.Out.WriteLine("= " + text);
    Console.Out.Flush();
}

BenchmarkResult Run(string name, BenchmarkRequest request)
{
    Benchmark benchmark = Benchmark.All.FirstOrDefault(b => b.Name == name) ?? throw new InvalidOperationException($"There is no benchmark '{name}'.");
    BenchmarkResult result = default;
    List<LcoreJob> jobs = [lcores[0].Launch(() => result = benchmark.Run(request))];
    if (benchmark.Beside is { } beside)
    {
        jobs.Add(lcores[1].Launch(() => beside(request)));
    }
    // Asleep: the second worker may have this CPU.
    while (jobs.Exists(static j => !j.IsCompleted))
    {
        Thread.Sleep(1);
    }
    LcoreJob.WaitAll(jobs);
    return result;
}
