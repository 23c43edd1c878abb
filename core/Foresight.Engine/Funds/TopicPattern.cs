using System.Text.RegularExpressions;

namespace Foresight.Engine.Funds;

/// <summary>Identifiers of topics as programmes write them, where <c>*</c> stands for any characters.</summary>
internal static class TopicPattern
{
    public static bool Fits(IReadOnlyList<string> patterns, string topic) => patterns.Any(pattern => Regex.IsMatch(
        topic, $"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking));
}
