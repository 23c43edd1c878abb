namespace Foresight.Formats.Px;

/// <summary>A keyword with its values: <c>VALUES[sv]("kön")="män","kvinnor";</c>.</summary>
/// <param name="Keyword">The keyword, such as <c>VALUES</c>.</param>
/// <param name="Language">The language in brackets; null for the file's own.</param>
/// <param name="Keys">The texts in parentheses.</param>
/// <param name="Values">The values, without quotation marks.</param>
/// <param name="Span">TLIST's interval (<c>"1990"-"2000"</c>); null where there is none.</param>
/// <param name="Line">The line on which it begins.</param>
/// <param name="Fault">What is wrong with it; null if nothing is.</param>
internal sealed record PxStatement(
    string Keyword, string? Language, string[] Keys, string[] Values, (string From, string To)? Span, int Line, string? Fault)
{
    /// <summary>How it is named in a sentence.</summary>
    public string Name => Observations.Shown.Text(
        Keyword + (Language is null ? "" : $"[{Language}]") + (Keys.Length == 0 ? "" : $"(\"{string.Join("\",\"", Keys)}\")")) + $" on line {Line}";
}
