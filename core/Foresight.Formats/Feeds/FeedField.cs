using System.Net;
using System.Text;
using System.Xml;

namespace Foresight.Formats.Feeds;

/// <summary>One element of a feed's header or item, read whole: what it is, what stands in it, and what it may point to.</summary>
internal sealed class FeedField
{
    private readonly StringBuilder text = new();
    private readonly List<(string Name, string Value)> attributes = [];

    public required Vocabulary Vocabulary { get; init; }

    /// <summary>The local name in lower case.</summary>
    public required string Name { get; init; }

    public required FeedScope Scope { get; init; }

    /// <summary>Whether elements stand in it: then <see cref="Text"/> is markup, whatever else is said of it.</summary>
    public bool HasElements { get; private set; }

    /// <summary>Texts of the elements directly in it, by lower-case local name (an Atom author's name, mail and page).</summary>
    public Dictionary<string, string> Children { get; } = [];

    /// <summary>The text; markup where <see cref="HasElements"/>.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Whether it is longer than allowed; then the rest of it is missing.</summary>
    public bool IsTooLong { get; private set; }

    public bool HasAttributes => attributes.Count > 0;

    public string? this[string attribute] => attributes.Find(one => one.Name == attribute).Value;

    /// <summary>Reads the element at which the reader stands, and moves behind it.</summary>
    public static async ValueTask<FeedField> ReadAsync(
        XmlReader reader, FeedScope scope, (string Namespace, Vocabulary Meaning) root, FeedReaderOptions options, CancellationToken cancellationToken)
    {
        var field = new FeedField
        {
            // Feeds with no namespace, or one of their own invention, mean their format's by it.
            Vocabulary = reader.NamespaceURI == root.Namespace ? root.Meaning : FeedVocabulary.Of(reader.NamespaceURI),
            Name = reader.LocalName.ToLowerInvariant(),
            Scope = scope.Within(reader),
        };
        var empty = reader.IsEmptyElement;
        var depth = reader.Depth;
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
            field.attributes.Add((reader.LocalName.ToLowerInvariant(), reader.Value));
        reader.MoveToElement();
        await reader.ReadAsync().ConfigureAwait(false);
        if (empty)
            return field;
        string? child = null;
        while (reader.Depth > depth)
        {
            cancellationToken.ThrowIfCancellationRequested();
            FeedReader.GuardDepth(reader, options);
            child = await field.TakeAsync(reader, depth + 1, child, options.MaxFieldCharacters).ConfigureAwait(false);
            await reader.ReadAsync().ConfigureAwait(false);
        }

        await reader.ReadAsync().ConfigureAwait(false);
        field.Text = field.text.ToString();
        return field;
    }

    private async ValueTask<string?> TakeAsync(XmlReader reader, int childDepth, string? child, int limit)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                var value = await reader.GetValueAsync().ConfigureAwait(false);
                if (text.Length + value.Length > limit)
                    IsTooLong = true;
                else
                    text.Append(HasElements ? WebUtility.HtmlEncode(value) : value);
                if (child is not null && value.Length <= 8192)
                    Children[child] = Children.GetValueOrDefault(child) + value;
                return child;
            case XmlNodeType.Element:
                if (!HasElements)
                {
                    HasElements = true;
                    var before = WebUtility.HtmlEncode(text.ToString());
                    text.Clear().Append(before);
                }

                if (text.Length <= limit)
                    text.Append('<').Append(reader.LocalName).Append('>');
                if (reader.IsEmptyElement && text.Length <= limit && reader.LocalName is not ("br" or "hr" or "img"))
                    text.Append("</").Append(reader.LocalName).Append('>');
                return reader.Depth == childDepth && !reader.IsEmptyElement ? reader.LocalName.ToLowerInvariant() : child;
            case XmlNodeType.EndElement:
                if (text.Length <= limit)
                    text.Append("</").Append(reader.LocalName).Append('>');
                return reader.Depth == childDepth ? null : child;
            default:
                return child;
        }
    }
}
