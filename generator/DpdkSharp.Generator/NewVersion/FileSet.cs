namespace DpdkSharp.Generator.NewVersion;

/// <summary>
/// Files that are written together or not at all: all of them are first written beside their places, and only then put there; where
/// that fails, what was there comes back.
/// </summary>
internal sealed class FileSet
{
    private const string New = ".new";
    private const string Old = ".old";

    private readonly Dictionary<string, string?> _files = new(StringComparer.Ordinal);

    public int Count => _files.Count;

    /// <summary>Text to write to a file; null takes the file away.</summary>
    public void Add(string path, string? text) => _files[path] = text;

    public void Write()
    {
        var undo = new Stack<Action>();
        var backups = new List<string>();
        try
        {
            foreach ((string path, string? text) in _files)
            {
                if (text is not null)
                {
                    CreateFolder(Path.GetDirectoryName(path)!, undo);
                    undo.Push(() => File.Delete(path + New));
                    File.WriteAllText(path + New, text);
                }
            }
            foreach ((string path, string? text) in _files)
            {
                if (File.Exists(path))
                {
                    File.Move(path, path + Old, overwrite: true);
                    undo.Push(() => File.Move(path + Old, path, overwrite: true));
                    backups.Add(path + Old);
                }
                if (text is not null)
                {
                    File.Move(path + New, path);
                    undo.Push(() => File.Delete(path));
                }
            }
        }
        catch
        {
            while (undo.TryPop(out Action? step))
            {
                step();
            }
            throw;
        }
        backups.ForEach(File.Delete);
    }

    private static void CreateFolder(string folder, Stack<Action> undo)
    {
        if (!Directory.Exists(folder))
        {
            CreateFolder(Path.GetDirectoryName(folder)!, undo);
            Directory.CreateDirectory(folder);
            undo.Push(() => Directory.Delete(folder));
        }
    }
}
