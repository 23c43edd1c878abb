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

    /// <summary>
    /// What a reader calls the kind: <c>policy</c> is what public bodies decide, propose or say. The kinds of the label files are finer, so that whoever
    /// adds texts varies them.
    /// </summary>
    public static IReadOnlyDictionary<string, string> TextKinds { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["press-release"] = "policy",
        ["motion"] = "policy",
        ["minutes"] = "policy",
        ["news"] = "news",
        ["abstract"] = "report",
        ["call"] = "call",
        ["statistics"] = "statistics",
        ["event"] = "event",
    };

    /// <summary>What a text is mostly about, of the five factors of a scan of the surroundings.</summary>
    public static IReadOnlyList<string> SteepFactors { get; } = ["social", "technological", "economic", "environmental", "political"];
}
