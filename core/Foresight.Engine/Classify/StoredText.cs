namespace Foresight.Engine.Classify;

/// <summary>A stored document's text as a label file would hold it.</summary>
internal static class StoredText
{
    /// <summary>The title as the first sentence, then the text.</summary>
    public static string Of(string title, string text) => title.Length == 0 ? text : $"{title.TrimEnd(' ', '.')}. {text}".TrimEnd();
}
