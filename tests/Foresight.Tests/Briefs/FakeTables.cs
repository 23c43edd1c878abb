using DuckDB.NET.Data;
using Foresight.Sdk;

namespace Foresight.Tests.Briefs;

/// <summary>The views of docs/store.md as tables of an in-memory database.</summary>
public sealed class FakeTables : ITables, IDisposable
{
    private readonly DuckDBConnection _connection = new("DataSource=:memory:");

    public FakeTables()
    {
        _connection.Open();
        Run("""
            CREATE TABLE documents (_source VARCHAR, _item_id VARCHAR, _revision INTEGER, _current BOOLEAN, _content_hash VARCHAR, _load_id VARCHAR,
              _fetched_at TIMESTAMP, _first_seen_at TIMESTAMP, _raw_sha256 VARCHAR, kind VARCHAR, title VARCHAR, text VARCHAR, language VARCHAR,
              url VARCHAR, publisher VARCHAR, status VARCHAR, categories VARCHAR[], published TIMESTAMP, updated TIMESTAMP,
              published_is_day BOOLEAN, updated_is_day BOOLEAN, due DATE, programme VARCHAR, programming_period VARCHAR, opening DATE,
              deadlines DATE[], budgets DOUBLE[], applicants VARCHAR[], countries VARCHAR[]);
            CREATE TABLE classifications (_source VARCHAR, _item_id VARCHAR, _revision INTEGER, focus_area VARCHAR, probability DOUBLE,
              threshold DOUBLE, belongs BOOLEAN, terms VARCHAR[], model_version VARCHAR, policy_version VARCHAR, classified_at TIMESTAMP, _current BOOLEAN,
              decided_by VARCHAR, abstained BOOLEAN, trust DOUBLE);
            CREATE TABLE tags (_source VARCHAR, _item_id VARCHAR, _revision INTEGER, topics VARCHAR[], language_found VARCHAR);
            CREATE TABLE answers (_load_id VARCHAR, _answer INTEGER, _source VARCHAR, url VARCHAR, status INTEGER, content_type VARCHAR,
              fetched_at TIMESTAMP, bytes BIGINT, sha256 VARCHAR, path VARCHAR);
            CREATE TABLE observations (_source VARCHAR, dataset VARCHAR, indicator VARCHAR, ref_area VARCHAR, period VARCHAR, period_start DATE, value DOUBLE);
            CREATE TABLE stories (_source VARCHAR, _item_id VARCHAR, story_id VARCHAR, joined_by VARCHAR, similarity DOUBLE);
            """);
        Run(Foresight.Engine.Store.Queries.ViewSql.DocumentStories);
    }

    public void Dispose() => _connection.Dispose();

    public FakeTables Document(
        string source, string id, string title, string? published, string? due = null, string? language = "sv", string? url = null,
        string? publisher = null, string? deadlines = null)
    {
        Run("""
            INSERT INTO documents (_source, _item_id, _revision, _current, _load_id, _fetched_at, _first_seen_at, _raw_sha256, kind, title, text,
              language, url, publisher, published, published_is_day, due, deadlines)
            VALUES ($1, $2, 1, true, 'load-' || $1, '2026-09-05 05:00:00', '2026-09-05 05:00:00', $3, 'news', $4, '', $5, $6, $7,
              CAST($8 AS TIMESTAMP), true, CAST($9 AS DATE), CAST(string_split($10, ';') AS DATE[]))
            """, source, id, Sha(source), title, language, url ?? "https://example.org/" + id, publisher, published, due, deadlines);
        return this;
    }

    /// <summary>A yearly figure.</summary>
    public FakeTables Figure(string source, string indicator, string area, int year, double? value)
    {
        Run("INSERT INTO observations VALUES ($1, $1, $2, $3, CAST($4 AS VARCHAR), make_date($4, 1, 1), $5)", source, indicator, area, year, value);
        return this;
    }

    /// <summary>A release of an indicator's figures; without a day of publication it is still due.</summary>
    public FakeTables Release(string indicator, string period, string? published)
    {
        Run("""
            INSERT INTO documents (_source, _item_id, _revision, kind, title, categories, published)
            VALUES ('releases', $1 || $2, 1, 'release', $1, [$1, $2], CAST($3 AS TIMESTAMP))
            """, indicator, period, published);
        return this;
    }

    /// <summary>Says that a document tells a story that another one told first.</summary>
    public FakeTables Story(string source, string id, string story)
    {
        Run("INSERT INTO stories VALUES ($1, $2, $3, 'text', 0.9)", source, id, story);
        return this;
    }

    public FakeTables Verdict(
        string source, string id, string area, double probability, string model = "m1", int revision = 1, string? rule = null, bool abstained = false, double? trust = null)
    {
        Run("""
            INSERT INTO classifications VALUES ($1, $2, $3, $4, $5, 0.5, $5 >= 0.5 OR $7 IS NOT NULL, ['term'], $6, '1', CAST('2026-09-05 05:00:00' AS TIMESTAMP)
              + to_seconds(CAST(substr($6, 2) AS INTEGER)), true, 'rule:' || $7, $8, $9)
            """, source, id, revision, area, probability, model, rule, abstained, trust);
        return this;
    }

    /// <summary>What a document is about, and in which language it was found to be.</summary>
    public FakeTables Tags(string source, string id, string? language, params string[] topics)
    {
        Run("INSERT INTO tags VALUES ($1, $2, 1, string_split($3, ';'), $4)", source, id, string.Join(';', topics), language);
        return this;
    }

    public FakeTables Answer(string source, int number = 0)
    {
        Run("INSERT INTO answers VALUES ('load-' || $1, $2, $1, 'https://example.org/answers/' || $1, 200, 'text/plain', '2026-09-05 05:00:00', 10, $3, 'raw/' || $1 || '/2026/09/05/' || $3 || '.txt')",
            source, number, Sha(source));
        return this;
    }

    /// <summary>The hash of a source's one raw file.</summary>
    public static string Sha(string source) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(source)));

    public Task<Table> QueryAsync(string sql, params object?[] parameters)
    {
        using var command = Command(sql, parameters);
        using var reader = command.ExecuteReader();
        var values = Enumerable.Range(0, reader.FieldCount).Select(_ => new List<object?>()).ToList();
        while (reader.Read())
        {
            for (var i = 0; i < values.Count; i++)
            {
                values[i].Add(reader.IsDBNull(i) ? null : reader.GetValue(i));
            }
        }

        return Task.FromResult(new Table([.. values.Select((column, i) => new TableColumn(reader.GetName(i), reader.GetFieldType(i), column))]));
    }

    private void Run(string sql, params object?[] parameters)
    {
        using var command = Command(sql, parameters);
        command.ExecuteNonQuery();
    }

    private DuckDBCommand Command(string sql, object?[] parameters)
    {
        var command = _connection.CreateCommand();
        // The tests' own statements and the brief's; values are parameters.
#pragma warning disable CA2100 // no text from outside is in the statement
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 0; i < parameters.Length; i++)
        {
            command.Parameters.Add(new DuckDBParameter((i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), parameters[i] ?? DBNull.Value));
        }

        return command;
    }
}
