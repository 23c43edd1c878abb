namespace Foresight.Engine.Classify;

/// <summary>A labelled text as its file gives it.</summary>
/// <param name="Id">Unique over all files that are read together.</param>
/// <param name="Text">Title and text as one.</param>
/// <param name="Labels">Its labels; empty for <c>none</c>.</param>
/// <param name="Language">BCP 47 language, where the file has that column.</param>
/// <param name="Kind">One of <see cref="Kinds"/>, where the file has that column.</param>
/// <param name="Steep">One of <see cref="SteepFactors"/>, where the file has that column.</param>
public sealed record LabelledRow(string Id, string Text, IReadOnlySet<string> Labels, string? Language, string? Kind, string? Steep)
{
    /// <summary>The kinds of text.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["press-release", "news", "statistics", "motion", "abstract", "call", "minutes", "event"];

    /// <summary>What a text is mostly about, of the five factors of a scan of the surroundings.</summary>
    public static IReadOnlyList<string> SteepFactors { get; } = ["social", "technological", "economic", "environmental", "political"];
}
