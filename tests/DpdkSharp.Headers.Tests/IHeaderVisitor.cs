namespace DpdkSharp.Headers.Tests;

/// <summary>Something to do with every header type.</summary>
internal interface IHeaderVisitor
{
    void Visit<T>()
        where T : unmanaged, IPacketHeader<T>;
}
