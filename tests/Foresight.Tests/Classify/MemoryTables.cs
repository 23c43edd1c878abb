using DuckDB.NET.Data;
using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Tests.Classify;

/// <summary>The views that the steps read, in DuckDB's memory, and the delegate that it writes by.</summary>
internal sealed class MemoryTables : ITables, IDisposable
{
    private readonly DuckDBConnection _connection = new("DataSource=:memory:");

    public MemoryTables(params (string Source, string Id, int Revision, string? Title, string Text)[] documents)
    {
        _connection.Open();
        Execute("CREATE TABLE documents (_source VARCHAR, _item_id VARCHAR, _revision INTEGER, title VARCHAR, text VARCHAR, language VARCHAR, categories VARCHAR[], programme VARCHAR, published TIMESTAMP, _first_seen_at TIMESTAMP)");
        Execute("CREATE VIEW document_stories AS SELECT *, coalesce(nullif(regexp_extract(text, 'as told in (.*)$', 1), ''), _source || '/' || _item_id) AS story_id FROM documents");
        Execute("CREATE TABLE classifications (_source VARCHAR, _item_id VARCHAR, _revision INTEGER, focus_area VARCHAR, probability DOUBLE, threshold DOUBLE, belongs BOOLEAN, terms VARCHAR, model_version VARCHAR, policy_version VARCHAR, classified_at TIMESTAMP, against VARCHAR, decided_by VARCHAR, abstained BOOLEAN, trust DOUBLE, rules_version VARCHAR)");
        Execute("CREATE TABLE tags (_source VARCHAR, _item_id VARCHAR, _revision INTEGER, language_found VARCHAR)");
        Execute("CREATE TABLE verdicts (_source VARCHAR, _item_id VARCHAR, _revision INTEGER, person VARCHAR, decided_at TIMESTAMP, labels VARCHAR[], unsure BOOLEAN)");
        foreach (var document in documents)
            Add(document);
    }

    public int Commits { get; private set; }

    public List<ClassificationRow> Written { get; } = [];

    public List<TagRow> Tags { get; } = [];

    public void Add((string Source, string Id, int Revision, string? Title, string Text) document)
    {
        Execute("DELETE FROM documents WHERE _source = $1 AND _item_id = $2", document.Source, document.Id);
        Execute("INSERT INTO documents VALUES ($1, $2, $3, $4, $5, 'sv', [], NULL, '2026-08-01', '2026-08-01')", document.Source, document.Id, document.Revision, document.Title, document.Text);
    }

    public Task<AppendCounts> Append(IReadOnlyList<ClassificationRow> rows, IReadOnlyList<TagRow> tags, CancellationToken cancellationToken)
    {
        Commits++;
        Written.AddRange(rows);
        Tags.AddRange(tags);
        foreach (var tag in tags)
        {
            Execute("DELETE FROM tags WHERE _source = $1 AND _item_id = $2", tag.Source, tag.ItemId);
            Execute("INSERT INTO tags VALUES ($1, $2, $3, $4)", tag.Source, tag.ItemId, tag.Revision, tag.Language?.Language);
        }

        foreach (var row in rows)
        {
            Execute("DELETE FROM classifications WHERE _source = $1 AND _item_id = $2 AND focus_area = $3", row.Source, row.ItemId, row.FocusArea);
            Execute(
                "INSERT INTO classifications VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
                row.Source, row.ItemId, row.Revision, row.FocusArea, row.Probability, row.Threshold, row.Belongs, string.Join('|', row.Terms), row.ModelVersion, row.PolicyVersion,
                row.ClassifiedAt.UtcDateTime, string.Join('|', row.Against), row.DecidedBy, row.Abstained, row.Trust, row.RulesVersion);
        }

        return Task.FromResult(new AppendCounts(rows.Count, 0, 0));
    }

    public Task<Table> QueryAsync(string sql, params object?[] parameters)
    {
        using var command = Command(sql, parameters);
        using var reader = command.ExecuteReader();
        var columns = Enumerable.Range(0, reader.FieldCount).Select(i => (Name: reader.GetName(i), Type: reader.GetFieldType(i), Values: new List<object?>())).ToArray();
        while (reader.Read())
        {
            for (var i = 0; i < columns.Length; i++)
                columns[i].Values.Add(reader.IsDBNull(i) ? null : reader.GetValue(i));
        }

        return Task.FromResult(new Table([.. columns.Select(column => new TableColumn(column.Name, column.Type, column.Values))]));
    }

    public void Dispose() => _connection.Dispose();

    public void Execute(string sql, params object?[] parameters)
    {
        using var command = Command(sql, parameters);
        command.ExecuteNonQuery();
    }

    private DuckDBCommand Command(string sql, object?[] parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters)
            command.Parameters.Add(new DuckDBParameter(parameter ?? DBNull.Value));
        return command;
    }
}
