using System.Globalization;
using System.Text.Json;

namespace Foresight.Plugins.FundingCalls.Ted;

/// <summary>TED's expert query and the request that carries it.</summary>
internal static class TedQuery
{
    /// <summary>The query: the options' filters, from a day (included) until another (not included), from old to new.</summary>
    public static string Of(TedOptions options, DateOnly from, DateOnly? until)
    {
        List<string> terms = [];
        if (options.Countries.Count > 0)
            terms.Add($"buyer-country IN ({string.Join(' ', options.Countries)})");
        if (options.Places.Count > 0)
            terms.Add($"place-of-performance IN ({string.Join(' ', options.Places)})");
        if (options.Cpv.Count > 0)
            terms.Add($"classification-cpv IN ({string.Join(' ', options.Cpv.Select(code => code.Length == 8 ? code : code + "*"))})");
        if (!string.IsNullOrWhiteSpace(options.Text))
            terms.Add($"FT ~ \"{options.Text.Trim()}\"");
        if (!string.IsNullOrWhiteSpace(options.Query))
            terms.Add($"({options.Query.Trim()})");
        terms.Add($"publication-date >= {Day(from)}");
        if (until is { } end)
            terms.Add($"publication-date <= {Day(end.AddDays(-1))}");
        return string.Join(" AND ", terms) + " SORT BY publication-date ASC";
    }

    /// <summary>The request's body.</summary>
    public static string Body(TedOptions options, string query, int page, string? token)
    {
        var body = new Dictionary<string, object>
        {
            ["query"] = query,
            ["fields"] = TedSearchNotice.Fields,
            ["limit"] = options.PageSize,
            ["scope"] = options.Scope.ToString().ToUpperInvariant(),
            ["onlyLatestVersions"] = options.OnlyLatestVersions,
        };
        if (options.Paging is TedPaging.PageNumber)
        {
            body["paginationMode"] = "PAGE_NUMBER";
            body["page"] = page;
        }
        else
        {
            body["paginationMode"] = "ITERATION";
            if (token is not null)
                body["iterationNextToken"] = token;
        }

        return JsonSerializer.Serialize(body);
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
