using System.Collections;
using Foresight.Engine.Briefs;
using Foresight.Engine.Ingest;
using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Engine;

/// <summary>How each source of the policy stands, by its loads and its records.</summary>
public static class SourceStates
{
    /// <summary>Reads the states, in the policy's order, with texts in one language.</summary>
    public static async Task<IReadOnlyList<SourceState>> ReadAsync(Session session, string language, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var tables = session.Store.Tables;
        var loads = (await LoadsAsync(tables)).ToLookup(pair => pair.Source, pair => pair.Load);
        var records = await RecordsAsync(tables);
        var quarantined = (await tables.QueryAsync("SELECT _source, sum(rows_quarantined) AS n FROM loads GROUP BY 1 HAVING n > 0"))
            .Rows.ToDictionary(row => row.Text("_source"), row => (long)row.Number("n")!.Value);
        var now = session.Input.Clock.GetUtcNow();
        return [.. session.Policy.Sources.Select(entry =>
        {
            var (past, known) = (loads[entry.Id].ToList(), records.GetValueOrDefault(entry.Id));
            var verdict = HealthRule.Judge(past, known?.CameAt, entry.ExpectEvery, now);
            return new SourceState
            {
                Id = entry.Id,
                Title = entry.Title?.In(language) ?? entry.Id,
                Producer = entry.Producer ?? "",
                Licence = entry.Licence ?? "",
                Url = entry.Url,
                Health = verdict.Health,
                Since = verdict.Since,
                Code = verdict.Code,
                Sentence = verdict.Sentence,
                Notes = past.LastOrDefault(load => load.Code != HealthRule.Cancelled)?.Notes ?? [],
                Newest = known?.Newest?.Text,
                NewestText = known?.Newest is { } newest ? Wording.Of(newest, language) : null,
                NextExpected = verdict.NextExpected,
                LastLoad = past.Count > 0 ? past[^1].StartedAt : null,
                Rows = known?.Rows ?? 0,
                Quarantined = quarantined.GetValueOrDefault(entry.Id),
            };
        })];
    }

    // Long enough to see how trouble began; a source is read some thousand times a year.
    private static async Task<IEnumerable<(string Source, PastLoad Load)>> LoadsAsync(ITables tables)
    {
        var loads = await tables.QueryAsync("""
            SELECT _source, started_at, health, code, message, rows_added, notes FROM loads
            QUALIFY row_number() OVER (PARTITION BY _source ORDER BY _load_id DESC) <= 1000
            ORDER BY _load_id
            """);
        return loads.Rows.Select(row => (row.Text("_source"), new PastLoad(
            Instant(row["started_at"])!.Value,
            row.Text("health") switch { "ok" => LoadHealth.Ok, "empty" => LoadHealth.Empty, "not-modified" => LoadHealth.NotModified, _ => LoadHealth.Failed },
            row["code"] as string,
            row.Text("message"),
            (long)row.Number("rows_added")!.Value)
        { Notes = [.. (row["notes"] as IEnumerable ?? Array.Empty<string>()).Cast<string>()] }));
    }

    // One entry yields documents or observations, never both. A document came when it was published, or seen where that is earlier:
    // a feed that died years ago is silent on the day that it is first read.
    private static async Task<Dictionary<string, Records>> RecordsAsync(ITables tables)
    {
        var documents = await tables.QueryAsync("""
            SELECT _source, count(*) AS n, max(published)::DATE::VARCHAR AS newest, max(least(_first_seen_at, coalesce(published, _first_seen_at))) AS came
            FROM documents GROUP BY _source
            """);
        var figures = await tables.QueryAsync(
            "SELECT _source, count(*) AS n, arg_max(period, period_start) FILTER (value IS NOT NULL) AS newest, NULL::TIMESTAMP AS came FROM observations GROUP BY _source");
        return documents.Rows.Concat(figures.Rows).ToDictionary(row => row.Text("_source"), row => new Records(
            (long)row.Number("n")!.Value, row["newest"] is string newest ? Period.Parse(newest) : null, Instant(row["came"])));
    }

    private static DateTimeOffset? Instant(object? value) => value is DateTime time ? new DateTimeOffset(time, TimeSpan.Zero) : null;

    private sealed record Records(long Rows, Period? Newest, DateTimeOffset? CameAt);
}
