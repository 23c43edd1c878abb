namespace Foresight.Engine.Classify;

/// <summary>A labelled text as its file gives it.</summary>
/// <param name="Id">Unique over all files that are read together.</param>
/// <param name="Text">Title and text as one.</param>
/// <param name="Labels">Its labels; empty for <c>none</c>.</param>
/// <param name="Language">BCP 47 language, where the file has that column.</param>
/// <param name="Kind">The kind of text, where the file has that column.</param>
public sealed record LabelledRow(string Id, string Text, IReadOnlySet<string> Labels, string? Language, string? Kind);
