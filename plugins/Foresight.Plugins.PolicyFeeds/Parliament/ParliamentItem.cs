using System.Text.RegularExpressions;
using Foresight.Formats.Feeds;

namespace Foresight.Plugins.PolicyFeeds.Parliament;

/// <summary>
/// What a GUID of the Parliament says: <c>RR_A-10-2026-0177_v02-00_EN</c> is version 02 of document A-10-2026-0177 in English,
/// <c>IPR-COM_IPR-2026-07-16-46531_EN</c> is press release 20260716IPR46531.
/// </summary>
/// <param name="Number">The number that stays when version and language change.</param>
/// <param name="Version">The version; empty where there is one only.</param>
/// <param name="Language">The language in small letters; null where the GUID names none.</param>
internal sealed partial record ParliamentItem(string Number, string Version, string? Language)
{
    /// <summary>Reads an item's number; null where neither GUID nor link has one.</summary>
    public static ParliamentItem? Of(FeedEntry entry)
    {
        if (entry.Id is { } guid && Guid().Match(guid) is { Success: true } match)
        {
            var number = match.Groups["number"].Value;
            return new ParliamentItem(
                Release().Match(number) is { Success: true } release
                    ? $"{release.Groups["year"].Value}{release.Groups["month"].Value}{release.Groups["day"].Value}IPR{release.Groups["no"].Value}"
                    : number,
                match.Groups["version"].Value, match.Groups["language"].Value.ToLowerInvariant());
        }

        return ReleaseLink().Match(entry.Link?.AbsolutePath ?? entry.Id ?? "") is { Success: true } link
            ? new ParliamentItem(link.Groups["number"].Value, "", link.Groups["language"] is { Success: true } language ? language.Value : null)
            : null;
    }

    /// <summary>The kind of text that a number stands for.</summary>
    public string Kind => Number switch
    {
        _ when Number.Contains("IPR", StringComparison.Ordinal) => "press-release",
        ['A', '-', ..] => "report",
        ['B' or 'R', .., _] when Number.StartsWith("B-", StringComparison.Ordinal) || Number.StartsWith("RC-", StringComparison.Ordinal) => "motion",
        ['T', 'A', '-', ..] => "decision",
        _ => "news",
    };

    [GeneratedRegex("^(?<kind>[A-Za-z]+(-[A-Za-z]+)*)_(?<number>[A-Za-z]+-[0-9][A-Za-z0-9-]*)(_(?<version>[A-Za-z0-9_-]+))??_(?<language>[A-Za-z]{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Guid();

    [GeneratedRegex("^IPR-(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})-(?<no>[0-9]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Release();

    [GeneratedRegex("/news/((?<language>[a-z]{2})/)?.*?(?<number>[0-9]{8}IPR[0-9]+)", RegexOptions.CultureInvariant)]
    private static partial Regex ReleaseLink();
}
