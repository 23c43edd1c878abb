using Foresight.Sdk;

namespace Foresight.Engine.Classify.Outside;

/// <summary>A text to judge as its file gives it, or what is wrong there.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">The text; it may be empty.</param>
/// <param name="Problem">One sentence with file and line; null where the text could be read.</param>
internal readonly record struct TextRow(string Id, ClassifierText Text, string? Problem)
{
    /// <summary>A line that could not be read.</summary>
    public static TextRow Bad(string problem) => new("", new ClassifierText("", "", null), problem);
}
