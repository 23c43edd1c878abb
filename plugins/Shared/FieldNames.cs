using System.Text.Json;

namespace Foresight.Plugins;

/// <summary>The names of the members that the items of an answer have, each once, those too that nothing reads.</summary>
internal sealed class FieldNames
{
    // An answer with more is none, and nobody reads a list of that length.
    private const int Most = 1_000;
    private readonly SortedSet<string> names = new(StringComparer.Ordinal);

    /// <summary>The names so far; null where there are none, which is not to say that they have gone.</summary>
    public IReadOnlyList<string>? Names => names.Count > 0 ? [.. names] : null;

    /// <summary>The names of one item's members.</summary>
    public static IReadOnlyList<string>? Of(JsonElement item)
    {
        var fields = new FieldNames();
        fields.Note(item);
        return fields.Names;
    }

    /// <summary>Notes an item's members. What is no object has none; a name that is no Unicode is passed over.</summary>
    public void Note(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
            return;
        foreach (var member in item.EnumerateObject())
        {
            try
            {
                if (names.Count < Most)
                    names.Add(member.Name);
            }
            catch (InvalidOperationException)
            {
                // The item itself is rejected where it is read.
            }
        }
    }

    /// <summary>Notes the names of another part of the answer.</summary>
    public void Note(IEnumerable<string>? others)
    {
        foreach (var name in others ?? [])
            names.Add(name);
    }
}
