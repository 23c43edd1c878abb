namespace Foresight.Engine.Classify.Labelling.Dialogue;

/// <summary>Texts from outside as one line of a report.</summary>
public static class OneLine
{
    /// <summary>The text without control characters, cut to so many letters.</summary>
    public static string Of(string text, int width)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ScreenText.Cut(ScreenText.Line(text), width);
    }
}
