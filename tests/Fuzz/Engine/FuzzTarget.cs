namespace DpdkSharp.Fuzz;

/// <summary>Code that is given any bytes: it must neither leave them, nor throw what it does not say it throws, nor contradict itself.</summary>
internal abstract class FuzzTarget
{
    /// <summary>Its name on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>The longest input in bytes.</summary>
    public virtual int MaxLength => 512;

    /// <summary>Inputs to begin with.</summary>
    public abstract IEnumerable<byte[]> Seeds { get; }

    /// <summary>What inputs are made of, where that is words.</summary>
    public virtual IReadOnlyList<string> Words => [];

    /// <summary>Runs the code. Whatever this throws is a finding.</summary>
    /// <param name="input">The bytes, at the end of memory that may be touched. They may be written.</param>
    public abstract void Run(Span<byte> input);

    /// <summary>Throws when what must hold does not.</summary>
    protected static void Check(bool holds, string what)
    {
        if (!holds)
        {
            throw new FuzzCheckException(what);
        }
    }
}
