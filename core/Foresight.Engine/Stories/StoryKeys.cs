using System.Text.RegularExpressions;

namespace Foresight.Engine.Stories;

/// <summary>What names one publication for sure: a press release's number, and an address without what only serves tracking.</summary>
internal static partial class StoryKeys
{
    /// <summary>Numbers of press releases, from the address and the id: <c>ip/26/1769</c>, <c>20260903ipr12345</c>. A number within a text only points to one.</summary>
    public static IReadOnlyList<string> NumbersOf(StoryDocument document) =>
    [
        .. new[] { document.Url, document.Id }.OfType<string>()
            .SelectMany(text => Commission().Matches(text).Select(match => $"{match.Groups[1].Value}/{match.Groups[2].Value}/{match.Groups[3].Value}")
                .Concat(Parliament().Matches(text).Select(match => match.Value)))
            .Select(key => key.ToLowerInvariant()).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The address to compare; null where it is none, or the front page of a site.</summary>
    public static string? AddressOf(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            return null;
        }

        var host = address.Host.StartsWith("www.", StringComparison.Ordinal) ? address.Host[4..] : address.Host;
        var path = address.AbsolutePath.TrimEnd('/');
        var query = string.Join('&', address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(part => !Tracking().IsMatch(part)).Order(StringComparer.Ordinal));
        return path.Length == 0 && query.Length == 0 ? null : $"{host}{path}{(query.Length == 0 ? "" : "?" + query)}";
    }

    [GeneratedRegex(@"(?<![a-z])(ip|mex|speech|statement|qanda|ac|daily|inf)[_/](\d{2})[_/](\d{1,5})(?!\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Commission();

    [GeneratedRegex(@"(?<!\d)20\d{6}IPR\d{5}(?!\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Parliament();

    [GeneratedRegex(@"^(?:utm_\w*|fbclid|gclid|mc_cid|mc_eid|ref|source|src|pk_\w*|at_\w*|cmpid)(?:=|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tracking();
}
