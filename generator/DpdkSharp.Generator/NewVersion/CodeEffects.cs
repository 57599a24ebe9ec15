using System.Text;
using DpdkSharp.Generator.Merge;
using DpdkSharp.Generator.Model;

namespace DpdkSharp.Generator.NewVersion;

/// <summary>
/// What a further version changes in C# for names that were there before: hand-written code may rely on a layout or a constant that
/// was the same in all versions until now.
/// </summary>
internal static class CodeEffects
{
    public static string Describe(MergedApi before, MergedApi after)
    {
        string[] records = [.. before.Records.Values
            .Where(r => !r.Opaque && before.IsUniform(r) && after.Records.TryGetValue(r.Name, out MergedRecord? now) && !after.IsUniform(now))
            .Select(static r => r.Name)
            .Order(StringComparer.Ordinal)];
        Dictionary<string, bool> constant = Constants(before);
        string[] values = [.. Constants(after)
            .Where(c => !c.Value && constant.GetValueOrDefault(c.Key))
            .Select(static c => c.Key)
            .Order(StringComparer.Ordinal)];
        var text = new StringBuilder();
        List("These records now depend on the version (members by reference, size by SizeOf)", records);
        List("These constants now depend on the version (properties, no longer const)", values);
        return text.ToString();

        void List(string title, string[] names)
        {
            if (names.Length > 0)
            {
                text.Append('\n').Append(title).Append(":\n");
                foreach (string name in names)
                {
                    text.Append("  ").Append(name).Append('\n');
                }
            }
        }
    }

    /// <summary>The names of constants, and whether all versions that have one agree on its value.</summary>
    private static Dictionary<string, bool> Constants(MergedApi api)
    {
        var values = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (Declaration declaration in api.Headers.SelectMany(static h => h.Declarations).SelectMany(static d => d.Versions).OfType<Declaration>())
        {
            switch (declaration)
            {
                case MacroDeclaration { Value: { } value } macro:
                    Note(macro.Name, value);
                    break;
                case EnumDeclaration @enum:
                    foreach (EnumeratorDeclaration enumerator in @enum.Enumerators)
                    {
                        Note(enumerator.Name, enumerator.Value);
                    }
                    break;
            }
        }
        return values.ToDictionary(static v => v.Key, static v => v.Value.Count == 1, StringComparer.Ordinal);

        void Note(string name, string value)
        {
            if (!values.TryGetValue(name, out HashSet<string>? known))
            {
                values[name] = known = new HashSet<string>(StringComparer.Ordinal);
            }
            known.Add(value);
        }
    }
}
