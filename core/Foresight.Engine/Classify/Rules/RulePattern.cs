using System.Text.RegularExpressions;

namespace Foresight.Engine.Classify.Rules;

/// <summary>The regular expression of a rule: one whose time grows with the text's length only.</summary>
internal static class RulePattern
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(1);

    public static Regex Compile(string pattern) =>
        new(pattern, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Most);

    /// <summary>Why the pattern cannot be used, as a sentence; null where it can.</summary>
    public static string? Fault(string pattern)
    {
        try
        {
            return Compile(pattern).IsMatch("") ? "it meets the empty text, and so every text." : null;
        }
        catch (NotSupportedException)
        {
            return "it looks around, refers back or is too large; write it without.";
        }
        catch (ArgumentException fault)
        {
            return fault.Message;
        }
    }
}
