using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Foresight.Formats.Feeds;

/// <summary>The names of the elements (or members) that items have had, each once: what tells that a feed has changed its shape.</summary>
internal sealed class FeedItemFields
{
    // Who has more is no feed, and nobody reads a list of that length.
    private const int Most = 256;
    private const int Longest = 96;
    private readonly List<string> names = [];
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> known = new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>In the order in which they came first.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>Notes an element directly in an item; to be asked only where <see cref="FeedName.Noted"/> is another vocabulary.</summary>
    public void Note(FeedName name, Vocabulary vocabulary, Vocabulary own)
    {
        name.Noted = vocabulary;
        Add(vocabulary == own ? name.WrittenLocal : FeedVocabulary.UsualPrefix(vocabulary) is { } prefix ? $"{prefix}:{name.WrittenLocal}" : name.Written);
    }

    /// <summary>Notes the members of an item.</summary>
    public void Note(JsonElement item)
    {
        Span<char> text = stackalloc char[Longest];
        foreach (var member in item.EnumerateObject())
        {
            var name = JsonMarshal.GetRawUtf8PropertyName(member);
            if (name.Contains((byte)'\\'))
                Add(member.Name);
            else if (Encoding.UTF8.TryGetChars(name, text, out var length))
                Add(text[..length]);
        }
    }

    private void Add(ReadOnlySpan<char> name)
    {
        if (name.Length is 0 or > Longest || names.Count == Most || !known.Add(name))
            return;
        known.TryGetValue(name, out var added);
        names.Add(added!);
    }
}
