using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Foresight.Plugins.PartnerIndicators;

/// <summary>A group of municipalities or regions. Those of similar ones say in their title whose they are, in what, and of which year.</summary>
/// <param name="Id">Its id, such as <c>G176453</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Members">Codes and names.</param>
internal sealed partial record KoladaGroup(string Id, string Title, IReadOnlyList<(string Code, string Name)> Members)
{
    /// <summary>In what they are alike, whose peers they are (a name) and whether of a region, and the year; null where the title does not say.</summary>
    public (string Theme, string Owner, bool IsRegion, int Year)? Likeness =>
        Similar().Match(Title) is { Success: true } title
            ? (title.Groups["theme"].Value.Trim(), title.Groups["owner"].Value.Trim(), title.Groups["kind"].Value == "regioner", int.Parse(title.Groups["year"].ValueSpan, CultureInfo.InvariantCulture))
            : null;

    /// <summary>Reads an entry of a page; null where it lacks its id, title or members.</summary>
    public static KoladaGroup? Read(JsonElement entry)
    {
        if (Json.Text(entry, "id") is not { Length: > 0 } id || Json.Text(entry, "title") is not { Length: > 0 } title
            || Json.Member(entry, "members") is not { ValueKind: JsonValueKind.Array } listed)
        {
            return null;
        }

        var members = listed.EnumerateArray().Select(member => (Code: Json.Text(member, "member_id"), Name: Json.Text(member, "member_title"))).ToList();
        return members.TrueForAll(member => member.Code is { Length: > 0 })
            ? new(id, title, [.. members.Select(member => (member.Code!, member.Name ?? member.Code!)).DistinctBy(member => member.Item1)])
            : null;
    }

    [GeneratedRegex(@"^Liknande (?<kind>kommuner|regioner),? (?<theme>.+), (?<owner>[^,]+), (?<year>(19|20)\d\d)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Similar();
}
