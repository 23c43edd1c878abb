using System.Text.RegularExpressions;

namespace Foresight.Sdk;

/// <summary>The countries of a policy's places, and by what names and codes texts and sources call them.</summary>
internal sealed class PolicyCountries
{
    private static readonly string[] CodeLists = ["worldbank", "wits", "eurostat"];

    public PolicyCountries(Policy policy)
    {
        var countries = policy.Places.GroupBy(place => place.Country, StringComparer.Ordinal)
            .Select(group => (Code: group.Key, Named: group.Where(place => place.Role == PlaceRole.Country).ToArray(), All: group.ToArray())).ToArray();
        Names = countries.ToDictionary(
            country => country.Code,
            country => country.Named.Length > 0 ? country.Named[0].Name : new LocalText(Joined(country.All, "sv"), Joined(country.All, "en")), StringComparer.Ordinal);
        Home = policy.Home.Country;
        Partners = [.. policy.Places.Where(place => place.Role is PlaceRole.TwinTown or PlaceRole.Partner).Select(place => place.Country).Distinct(StringComparer.Ordinal).Where(code => code != Home)];
        var called = countries
            .SelectMany(country => (country.Named.Length > 0 ? country.Named : country.All).SelectMany(place => new[] { place.Name.Sv, place.Name.En })
                .Select(name => (Name: name, country.Code, Word: true))
                .Concat(country.Named.SelectMany(place => CodeLists.SelectMany(place.CodesOf)).Append(country.Code).Where(code => code.Length is 2 or 3).Select(code => (Name: code, country.Code, Word: false))))
            .DistinctBy(item => item.Name).ToArray();
        Called = string.Join('|', called.Select(item => item.Name));
        Codes = string.Join('|', called.Select(item => item.Code));
        var words = string.Join('|', called.Where(item => item.Word).Select(item => item.Name).OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).Select(Regex.Escape));
        // Names of several words stand in the text with two spaces as well (CoverageQuery).
        words = words.Replace("\\ ", "  ", StringComparison.Ordinal);
        Pattern = $@"[^\pL\pN]({words})(?:['’]?s)?[^\pL\pN]";
    }

    /// <summary>The country's name: the policy's own, else those of its places.</summary>
    public IReadOnlyDictionary<string, LocalText> Names { get; }

    public string Home { get; }

    /// <summary>Countries of twin towns and partners.</summary>
    public IReadOnlyList<string> Partners { get; }

    /// <summary>What finds a name in a text.</summary>
    public string Pattern { get; }

    /// <summary>Names and codes, parted by bars.</summary>
    public string Called { get; }

    /// <summary>The country of each of them.</summary>
    public string Codes { get; }

    private static string Joined(IReadOnlyList<Place> places, string language) => string.Join(", ", places.Select(place => place.Name.In(language)));
}
