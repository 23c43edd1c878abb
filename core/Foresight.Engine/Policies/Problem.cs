namespace Foresight.Engine.Policies;

/// <summary>Something wrong in a file that a person wrote: where, what, and what to do.</summary>
/// <param name="File">The file's path.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Sentence">One sentence.</param>
public sealed record Problem(string File, int Line, string Sentence)
{
    /// <summary>The form that editors make clickable.</summary>
    public override string ToString() => FormattableString.Invariant($"{File}:{Line}: {Sentence}");
}
