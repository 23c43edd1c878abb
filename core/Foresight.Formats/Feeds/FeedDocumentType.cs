namespace Foresight.Formats.Feeds;

/// <summary>Finds where a document type ends. RSS 0.91 asks for one; nothing of it is read, and no entity of it is ever known.</summary>
internal static class FeedDocumentType
{
    /// <summary>The position behind it; -1 where its end is not there.</summary>
    public static int End(ReadOnlySpan<char> text)
    {
        var inner = 0;
        for (var i = 2; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"' or '\'':
                    var close = text[(i + 1)..].IndexOf(text[i]);
                    if (close < 0)
                        return -1;
                    i += close + 1;
                    break;
                case '<' when text[i..].StartsWith("<!--"):
                    var end = text[i..].IndexOf("-->");
                    if (end < 0)
                        return -1;
                    i += end + 2;
                    break;
                case '[':
                    inner++;
                    break;
                case ']':
                    inner--;
                    break;
                case '>' when inner <= 0:
                    return i + 1;
                default:
                    break;
            }
        }

        return -1;
    }
}
