// Runs compiled entries of the catalogue, one after the other, and tells of each how it ended.
//   CatalogueRunner EAL-ARGUMENTS -- ENTRY.dll...     in one process, with EAL started
//   CatalogueRunner --alone ENTRY.dll EAL-ARGUMENTS   one entry that starts EAL itself
using System.Reflection;
using System.Runtime.Loader;
using DpdkSharp;
using DpdkSharp.Catalogue;

if (args is ["--alone", string entry, .. string[] ealArguments])
{
    Report.Result(entry, Outcome(entry, ealArguments, clean: false));
    return 0;
}

int separator = Array.IndexOf(args, "--");
// Not disposed of: an entry that loses packets leaves a pool behind.
Lab.Start(Eal.Initialize(args[..separator]));
foreach (string path in args[(separator + 1)..])
{
    Report.Start(path);
    Report.Result(path, Outcome(path, [], clean: true));
}
return 0;

static Exception? Outcome(string path, string[] arguments, bool clean)
{
    try
    {
        MethodInfo main = AssemblyLoadContext.Default.LoadFromAssemblyPath(path).EntryPoint!;
        main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, main.GetParameters().Length == 0 ? [] : [arguments], null);
    }
    catch (Exception e)
    {
        TakeDown(quietly: true);
        return e;
    }
    return TakeDown(quietly: false);

    Exception? TakeDown(bool quietly)
    {
        try
        {
            if (clean)
            {
                Lab.Clean();
            }
            return null;
        }
        catch (Exception e) when (quietly || e is not null)
        {
            return e;
        }
    }
}
