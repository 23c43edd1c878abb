using Foresight.Engine.Briefs;
using Foresight.Sdk;

namespace Foresight.Engine;

/// <summary>How each source of the policy stands: its newest load, and its newest record.</summary>
public static class SourceStates
{
    /// <summary>Reads the states, in the policy's order, with texts in one language.</summary>
    public static async Task<IReadOnlyList<SourceState>> ReadAsync(Session session, string language, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var tables = session.Store.Tables;
        var loads = await tables.QueryAsync("""
            SELECT _source, health, message FROM loads
            QUALIFY row_number() OVER (PARTITION BY _source ORDER BY _load_id DESC) = 1
            """);
        var days = await tables.QueryAsync("SELECT _source, max(published)::DATE::VARCHAR AS newest FROM documents WHERE published IS NOT NULL GROUP BY _source");
        var periods = await tables.QueryAsync(
            "SELECT _source, arg_max(period, period_start) AS newest FROM observations WHERE value IS NOT NULL GROUP BY _source");
        // One entry yields documents or observations, never both.
        var newest = days.Rows.Concat(periods.Rows).ToDictionary(row => row.Text("_source"), row => Period.Parse(row.Text("newest")));
        var byHealth = loads.Rows.ToDictionary(row => row.Text("_source"));
        return [.. session.Policy.Sources.Select(entry => new SourceState
        {
            Id = entry.Id,
            Title = entry.Title?.In(language) ?? entry.Id,
            Producer = entry.Producer ?? "",
            Licence = entry.Licence ?? "",
            Url = entry.Url,
            Health = byHealth.TryGetValue(entry.Id, out var load) ? Health(load.Text("health")) : SourceHealth.Silent,
            Sentence = load.Table is null ? "" : load.Text("message"),
            Newest = newest.TryGetValue(entry.Id, out var period) ? period.Text : null,
            NewestText = newest.ContainsKey(entry.Id) ? Wording.Of(period, language) : null,
        })];
    }

    private static SourceHealth Health(string text) => text switch
    {
        "ok" => SourceHealth.Ok,
        "empty" => SourceHealth.Empty,
        _ => SourceHealth.Failed,
    };
}
