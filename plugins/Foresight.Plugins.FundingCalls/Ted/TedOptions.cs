using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Foresight.Plugins.FundingCalls.Ted;

/// <summary>How the search is read to its end.</summary>
public enum TedPaging
{
    /// <summary>From page to page by a token; no limit.</summary>
    Iteration,

    /// <summary>By page number; TED serves the first 15,000 notices only.</summary>
    PageNumber,
}

/// <summary>Which notices the search covers.</summary>
public enum TedScope
{
    /// <summary>All.</summary>
    All,

    /// <summary>Those on which one can still tender.</summary>
    Active,

    /// <summary>Those of the newest issue.</summary>
    Latest,
}

/// <summary>Options of the source <c>ted</c>.</summary>
public sealed partial class TedOptions : IValidatableObject
{
    /// <summary>The buyers' countries, three letters each, such as <c>SWE</c>; all by default.</summary>
    public IReadOnlyList<string> Countries { get; set; } = [];

    /// <summary>Where the contract is carried out: NUTS codes such as <c>SE232</c>, or countries such as <c>SWE</c>; everywhere by default.</summary>
    public IReadOnlyList<string> Places { get; set; } = [];

    /// <summary>CPV codes of eight digits, or their first two to seven for a whole branch, such as <c>45</c>; all by default.</summary>
    public IReadOnlyList<string> Cpv { get; set; } = [];

    /// <summary>Words that a notice must hold.</summary>
    public string? Text { get; set; }

    /// <summary>More of TED's expert query, joined to the rest by AND, such as <c>form-type = competition</c>.</summary>
    public string? Query { get; set; }

    /// <summary>Notices to read as XML instead of searching: publication numbers such as <c>543796-2026</c>, or addresses.</summary>
    public IReadOnlyList<string> Notices { get; set; } = [];

    /// <summary>Whether each notice that is found is read as XML too, for its full text and places: one request each. No by default.</summary>
    public bool FullText { get; set; }

    /// <summary>The languages wanted for title and text, best first. Swedish, then English, by default.</summary>
    public IReadOnlyList<string> Languages { get; set; } = ["sv", "en"];

    /// <summary>Which notices the search covers. All by default.</summary>
    public TedScope Scope { get; set; }

    /// <summary>How the search is read to its end. By token by default.</summary>
    public TedPaging Paging { get; set; }

    /// <summary>Only the newest version of each notice. No by default.</summary>
    public bool OnlyLatestVersions { get; set; }

    /// <summary>Notices per page. 100 by default.</summary>
    [Range(1, 250)]
    public int PageSize { get; set; } = 100;

    /// <summary>How many days before the first run its reading begins. 30 by default.</summary>
    [Range(1, 10_000)]
    public int InitialDays { get; set; } = 30;

    /// <summary>How many days behind the newest notice a run reads again. 3 by default.</summary>
    [Range(0, 365)]
    public int LagDays { get; set; } = 3;

    /// <summary>The search's server. <c>https://api.ted.europa.eu/</c> by default.</summary>
    public Uri ApiUrl { get; set; } = new("https://api.ted.europa.eu/");

    /// <summary>The notices' server. <c>https://ted.europa.eu/</c> by default.</summary>
    public Uri SiteUrl { get; set; } = new("https://ted.europa.eu/");

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Notices.Count == 0 && Countries.Count + Places.Count + Cpv.Count == 0 && string.IsNullOrWhiteSpace(Text) && string.IsNullOrWhiteSpace(Query))
            yield return new ValidationResult("nothing narrows the search, and TED publishes 3,000 notices a day: set countries, places, cpv, text or query.");
        foreach (var country in Countries.Where(country => !Country().IsMatch(country)))
            yield return new ValidationResult($"countries: '{country}' is no country of three capital letters, such as SWE.");
        foreach (var place in Places.Where(place => !Place().IsMatch(place)))
            yield return new ValidationResult($"places: '{place}' is neither a NUTS code such as SE232 nor a country such as SWE.");
        foreach (var code in Cpv.Where(code => !CpvCode().IsMatch(code)))
            yield return new ValidationResult($"cpv: '{code}' is no CPV code: two to eight digits, without the check digit.");
        foreach (var language in Languages.Where(language => !TedCodes.IsLanguage(language)))
            yield return new ValidationResult($"languages: '{language}' is no official language of the EU, such as sv.");
        if (Text?.AsSpan().IndexOfAny('"', '\\') >= 0)
            yield return new ValidationResult("text must not hold quotation marks or backslashes.");
        foreach (var notice in Notices.Where(notice => !Number().IsMatch(notice) && !Uri.TryCreate(notice, UriKind.Absolute, out _)))
            yield return new ValidationResult($"notices: '{notice}' is neither a publication number such as 543796-2026 nor an address.");
        if (Query is { } query)
        {
            // TED answers a malformed date as if nothing were wrong.
            foreach (Match date in DateTerm().Matches(query))
            {
                var written = date.Groups["date"].Value.Trim('"', '\'');
                if (!written.StartsWith("today(", StringComparison.Ordinal)
                    && !DateOnly.TryParseExact(written, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                {
                    yield return new ValidationResult($"query: '{written}' is no date as TED writes it, such as 20260831: it would be passed over in silence.");
                }
            }
        }
    }

    [GeneratedRegex("^[A-Z]{3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Country();

    [GeneratedRegex("^([A-Z]{3}|[A-Z]{2}[0-9A-Z]{1,3})$", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    [GeneratedRegex("^[0-9]{2,8}$", RegexOptions.CultureInvariant)]
    private static partial Regex CpvCode();

    [GeneratedRegex("^[0-9]{1,8}-(19|20)[0-9]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"\b[a-z-]*date[a-z-]*\s*(>=|<=|!=|=|<|>)\s*(?<date>[^\s()]+(\([^)]*\))?)", RegexOptions.CultureInvariant)]
    private static partial Regex DateTerm();
}
