using System.Text.Json;
using Foresight.Engine.Store;
using Foresight.Engine.Store.Batches;
using Foresight.Sdk;

namespace Foresight.Engine.Alerts;

/// <summary>Reads what happened to alerts so far.</summary>
internal static class AlertLog
{
    /// <summary>All events in the order of time.</summary>
    public static async Task<IReadOnlyList<AlertRow>> ReadAsync(ITables tables)
    {
        var table = await tables.QueryAsync("SELECT * FROM alerts ORDER BY \"at\", _source, alert_id, event").ConfigureAwait(false);
        return [.. table.Rows.Select(row => new AlertRow(
            row.Text("_source"), row.Text("alert_id"), new DateTimeOffset((DateTime)row["at"]!, TimeSpan.Zero), row.Text("event"), row.Text("level"))
        {
            Period = row["period"] as string,
            Value = row.Number("value"),
            Sentence = row["sentence_sv"] is string sv ? new LocalText(sv, row.Text("sentence_en")) : null,
            Person = row["person"] as string,
            Note = row["note"] as string,
            RuleHash = row["rule_hash"] as string,
            Evidence = row["evidence"] is string evidence ? JsonSerializer.Deserialize<List<Evidence>>(evidence, SignalBlocks.Json) ?? [] : [],
        })];
    }

    /// <summary>Now, but later than all that happened: the order of events is theirs in time, also where a clock stands still.</summary>
    public static DateTimeOffset After(IReadOnlyList<AlertRow> past, DateTimeOffset now)
    {
        var next = past.Count == 0 ? now : past.Max(row => row.At).AddMilliseconds(1);
        return next > now ? next : now;
    }
}
