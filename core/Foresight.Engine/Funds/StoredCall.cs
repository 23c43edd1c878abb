using System.Globalization;
using Foresight.Sdk;

namespace Foresight.Engine.Funds;

/// <summary>A call as its source gives it, and what the classification says of it.</summary>
public sealed record StoredCall
{
    /// <summary>The source entry.</summary>
    public required string Source { get; init; }

    /// <summary>The call's identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The load that brought it.</summary>
    public required string LoadId { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>The title's language; null where unknown.</summary>
    public string? Language { get; init; }

    /// <summary>Its page.</summary>
    public string? Url { get; init; }

    /// <summary>The programme as the source names it.</summary>
    public required string Programme { get; init; }

    /// <summary>The source's state: forthcoming, open, closed.</summary>
    public string? Status { get; init; }

    /// <summary>When it opens; null where nobody says.</summary>
    public DateOnly? Opening { get; init; }

    /// <summary>The deadlines, earliest first.</summary>
    public IReadOnlyList<DateOnly> Deadlines { get; init; } = [];

    /// <summary>The sum of its budgets in EUR; null where none is stated.</summary>
    public double? Budget { get; init; }

    /// <summary>Kinds of applicants, where stated.</summary>
    public IReadOnlyList<string> Applicants { get; init; } = [];

    /// <summary>Countries, where stated.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>The focus areas that the classification puts it to; none where it is not judged or belongs to none.</summary>
    public IReadOnlyList<string> FocusAreas { get; init; } = [];

    /// <summary>Whether one may still apply, or will be able to. Dates count before the source's own word, which goes stale.</summary>
    public bool IsCurrent(DateOnly today) => Deadlines.Count > 0 ? Deadlines[^1] >= today : Opening > today || Status is "open" or "forthcoming";

    /// <summary>Reads all calls, the same one from two sources once.</summary>
    public static async Task<IReadOnlyList<StoredCall>> ReadAsync(ITables tables)
    {
        // The latest verdict per area counts, and only on this revision.
        var table = await tables.QueryAsync("""
            WITH latest AS (
              SELECT _source, _item_id, _revision, focus_area, belongs AND NOT coalesce(abstained, false) AS yes, row_number() OVER (
                PARTITION BY _source, _item_id, focus_area ORDER BY classified_at DESC, model_version DESC, policy_version DESC) AS nth
              FROM classifications),
            areas AS (SELECT _source, _item_id, _revision, string_agg(focus_area, ';' ORDER BY focus_area) AS areas FROM latest WHERE nth = 1 AND yes GROUP BY ALL)
            SELECT d._source, d._item_id, d._load_id, d.title, d.language, d.url, d.programme, d.status, d.opening, list_sum(d.budgets) AS budget,
                   array_to_string(CAST(list_sort(d.deadlines) AS VARCHAR[]), ';') AS deadlines, array_to_string(d.applicants, ';') AS applicants,
                   array_to_string(d.countries, ';') AS countries, a.areas
            FROM documents d LEFT JOIN areas a ON a._source = d._source AND a._item_id = d._item_id AND a._revision = d._revision
            WHERE d.programme IS NOT NULL ORDER BY d._item_id, d._source
            """).ConfigureAwait(false);
        return [.. table.Rows.Select(Read).DistinctBy(call => call.Id, StringComparer.Ordinal)];
    }

    private static StoredCall Read(TableRow row) => new()
    {
        Source = row.Text("_source"),
        Id = row.Text("_item_id"),
        LoadId = row.Text("_load_id"),
        Title = row.Text("title"),
        Language = row["language"] as string,
        Url = row["url"] as string,
        Programme = row.Text("programme"),
        Status = row["status"] as string,
        Opening = row.Day("opening"),
        Deadlines = [.. Many(row, "deadlines").Select(day => DateOnly.ParseExact(day[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture))],
        Budget = row.Number("budget"),
        Applicants = Many(row, "applicants"),
        Countries = Many(row, "countries"),
        FocusAreas = Many(row, "areas"),
    };

    private static string[] Many(TableRow row, string name) => row.Text(name).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
