namespace Foresight.Plugins.FocusClassifier;

/// <summary>The parts of a text that are read: the lead (the title, or the first sentence) and the body, without boilerplate.</summary>
/// <param name="Text">Title and text as one.</param>
/// <param name="Start">Where the lead begins.</param>
/// <param name="Lead">Where it ends.</param>
/// <param name="Body">Where the body begins.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct Passage(string Text, int Start, int Lead, int Body, int End)
{
    /// <summary>Without a title, the first sentence stands for it, if it is no longer than this.</summary>
    private const int MaxLead = 300;

    /// <summary>A text, with its title apart or, where that is empty, in front.</summary>
    public static Passage Of(string title, string text)
    {
        var whole = title.Length == 0 ? text : text.Length == 0 ? title : title + ". " + text;
        var start = title.Length == 0 ? Boilerplate.StartOf(whole, 0) : 0;
        var lead = title.Length == 0 ? EndOfSentence(whole, start) : title.Length;
        // The mark after the title would stand alone as the first sentence of the rest.
        var rest = Math.Min(whole.Length, lead == start ? lead : lead + 1);
        var body = Boilerplate.StartOf(whole, rest);
        return new Passage(whole, start, lead, body == rest ? lead : body, Boilerplate.EndOf(whole, Math.Max(lead, body)));
    }

    /// <summary>The end of the first sentence; the start where it is too long to be a title.</summary>
    private static int EndOfSentence(string text, int start)
    {
        for (var i = start; i < text.Length && i - start < MaxLead; i++)
        {
            if (text[i] == '\n' || (text[i] is '.' or '!' or '?' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]))))
                return i;
        }

        return text.Length - start < MaxLead ? text.Length : start;
    }
}
