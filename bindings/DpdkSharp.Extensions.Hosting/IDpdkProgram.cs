namespace DpdkSharp.Extensions.Hosting;

/// <summary>A packet program that a .NET host runs: what it sets up, and which worker runs on which lcore.</summary>
public interface IDpdkProgram
{
    /// <summary>
    /// Sets the program up: makes pools, opens and starts ports, and gives lcores their work. Called once, on the main lcore, when EAL has
    /// started; the host's start waits for it. What it throws fails the host's start, after everything given to
    /// <see cref="DpdkProgramContext.Use{T}(T)"/> was disposed.
    /// </summary>
    /// <param name="context">EAL, and what the host does for the program.</param>
    void Start(DpdkProgramContext context);
}
