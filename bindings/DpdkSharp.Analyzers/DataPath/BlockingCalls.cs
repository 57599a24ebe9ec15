using Microsoft.CodeAnalysis;

namespace DpdkSharp.Analyzers.DataPath;

/// <summary>What of .NET and of DpdkSharp waits: for a lock, another thread, time to pass, a device, a person.</summary>
internal static class BlockingCalls
{
    /// <summary>Whether a method, or the getter of a property, may wait.</summary>
    public static bool Waits(ISymbol member)
    {
        string type = member.ContainingType?.OriginalDefinition.ToDisplayString(s_format) ?? string.Empty;
        string name = member.Name;
        return type switch
        {
            "System.Threading.Thread" => name is "Sleep" or "Join",
            "System.Threading.SpinWait" => name is "SpinUntil",
            "System.Threading.Monitor" => name is "Enter" or "TryEnter" or "Wait",
            "System.Threading.Lock" => name is "Enter" or "EnterScope",
            "System.Threading.WaitHandle" or "System.Threading.Mutex" or "System.Threading.Semaphore" => name is "WaitOne" or "WaitAll" or "WaitAny" or "SignalAndWait",
            "System.Threading.ManualResetEventSlim" or "System.Threading.SemaphoreSlim" or "System.Threading.CountdownEvent" => name is "Wait",
            "System.Threading.Barrier" => name is "SignalAndWait",
            "System.Threading.ReaderWriterLockSlim" => name.StartsWith("Enter", StringComparison.Ordinal),
            "System.Threading.ReaderWriterLock" => name.StartsWith("Acquire", StringComparison.Ordinal),
            "System.Threading.Tasks.Task" or "System.Threading.Tasks.ValueTask" => name is "Wait" or "WaitAll" or "WaitAny" or "Result",
            "System.Runtime.CompilerServices.TaskAwaiter" or "System.Runtime.CompilerServices.ValueTaskAwaiter" => name is "GetResult",
            "System.Collections.Concurrent.BlockingCollection" => name is "Take" or "Add" or "GetConsumingEnumerable",
            "System.Console" => name.StartsWith("Read", StringComparison.Ordinal),
            "System.Diagnostics.Process" => name is "WaitForExit" or "WaitForInputIdle",
            "System.IO.File" or "System.IO.Directory" or "System.Net.Dns" => !name.EndsWith("Async", StringComparison.Ordinal) && member is IMethodSymbol,
            "System.Net.Sockets.Socket" => name is "Receive" or "ReceiveFrom" or "Send" or "SendTo" or "Accept" or "Connect",
            "DpdkSharp.LcoreJob" => name is "Wait" or "WaitAll",
            "DpdkSharp.EthDev" => name is "WaitForLink",
            _ => IsOf(member, "System.IO.Stream") ? name is "Read" or "ReadByte" or "ReadExactly" or "Write" or "WriteByte" or "Flush" or "CopyTo" && member.ContainingType!.Name is not ("MemoryStream" or "UnmanagedMemoryStream")
                : (IsOf(member, "System.IO.TextReader") || IsOf(member, "System.IO.TextWriter")) && (name is "Read" or "ReadLine" or "ReadToEnd" or "ReadBlock" or "Write" or "WriteLine" or "Flush")
                    && member.ContainingType!.Name is not ("StringReader" or "StringWriter"),
        };
    }

    private static readonly SymbolDisplayFormat s_format = new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    private static bool IsOf(ISymbol member, string name)
    {
        for (INamedTypeSymbol? type = member.ContainingType; type is not null; type = type.BaseType)
        {
            if (type.ToDisplayString(s_format) == name)
            {
                return true;
            }
        }
        return false;
    }
}
