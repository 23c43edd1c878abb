using Foresight.Engine.Briefs;
using Foresight.Engine.Calendar;
using Foresight.Engine.Funds;
using Foresight.Engine.Registers;
using Foresight.Sdk;

namespace Foresight.Engine.Partners;

/// <summary>A call that we and a partner could both use.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">The title.</param>
/// <param name="Link">Its page; null where it has none that is http or https.</param>
/// <param name="Language">The title's language; null where unknown.</param>
/// <param name="Programme">The programme.</param>
/// <param name="Deadline">The next deadline; null where none is stated.</param>
public sealed record SharedCall(string Id, string Title, string? Link, string? Language, string Programme, DateOnly? Deadline);

/// <summary>The open calls for which a country and ours may both apply.</summary>
/// <param name="Calls">Those that say so, the nearest deadline first.</param>
/// <param name="Unstated">How many open calls do not say from where one may apply, nor belong to a programme that does.</param>
/// <param name="Stored">How many calls are stored at all: of none, nothing is measured.</param>
public sealed record SharedCalls(IReadOnlyList<SharedCall> Calls, int Unstated, int Stored)
{
    /// <summary>Reads the open calls once, and tells those of each country: by the call's own word, and where it has none by its programme's (<c>data/funds</c>).</summary>
    internal static async Task<Func<string, SharedCalls>> ReadAsync(ITables tables, Policy policy, RegisterBook registers, MeetingCalendar meetings, DateOnly today)
    {
        var funding = await FundingCalls.ReadAsync(tables, policy, registers, meetings, today).ConfigureAwait(false);
        var told = funding.Calls.Select(ranked => ranked.Call.Id).ToHashSet(StringComparer.Ordinal);
        var table = await tables.QueryAsync(
            """
            SELECT _item_id, title, url, language, coalesce(programme, publisher, _source) AS programme, array_to_string(countries, ';') AS countries,
                   list_min(list_filter(deadlines, day -> day >= CAST($1 AS DATE))) AS deadline, opening,
                   len(coalesce(deadlines, [])) > 0 AS has_deadlines, coalesce(status, '') AS status
            FROM documents WHERE kind = 'call' ORDER BY deadline, _item_id, _source
            """,
            RelevantItems.Sql(today)).ConfigureAwait(false);
        var open = table.Rows.Where(row => row.Day("deadline") is not null || (row["has_deadlines"] is not true && (row.Text("status") is "open" or "forthcoming" || row.Day("opening") > today)))
            .DistinctBy(row => row.Text("_item_id")).Select(row => (Call: CallOf(row), Countries: row.Text("countries").Split(';', StringSplitOptions.RemoveEmptyEntries))).ToList();
        return country =>
        {
            var byProgramme = funding.With(Counted(country)).Select(ranked => ranked.Call.Id).ToHashSet(StringComparer.Ordinal);
            return new(
                [.. open.Where(call => call.Countries.Length == 0 ? byProgramme.Contains(call.Call.Id) : call.Countries.Contains(policy.Home.Country) && call.Countries.Contains(Counted(country))).Select(call => call.Call)],
                open.Count(call => call.Countries.Length == 0 && !told.Contains(call.Call.Id)), table.RowCount);
        };
    }

    // Åland has a code of its own and is Finland's where countries are counted.
    private static string Counted(string country) => country == "AX" ? "FI" : country;

    private static SharedCall CallOf(TableRow row) => new(
        row.Text("_item_id"), OutsideText.Line(row.Text("title")), OutsideText.Link(row["url"] as string), row["language"] as string, OutsideText.Line(row.Text("programme")), row.Day("deadline"));
}
