using System.Globalization;
using DuckDB.NET.Data;
using Foresight.Sdk;

namespace Foresight.Plugins.Tests;

/// <summary>The store's views (docs/store.md) as tables of an in-memory DuckDB, to be filled by a test.</summary>
internal sealed class InMemoryTables : ITables, IDisposable
{
    private readonly DuckDBConnection _connection = new("DataSource=:memory:");

    public InMemoryTables()
    {
        _connection.Open();
        Execute("""
            CREATE TABLE observations (_source VARCHAR, dataset VARCHAR, freq VARCHAR, ref_area VARCHAR, counterpart_area VARCHAR,
                indicator VARCHAR, product VARCHAR, flow VARCHAR, sex VARCHAR, age VARCHAR, unit VARCHAR, dims MAP(VARCHAR, VARCHAR),
                period VARCHAR, period_start DATE, value DOUBLE, presence VARCHAR, status VARCHAR, _load_id VARCHAR, _answer INTEGER,
                _revision INTEGER, _current BOOLEAN);
            CREATE TABLE superseded AS FROM observations;
            CREATE VIEW observations_history AS FROM observations UNION ALL FROM superseded;
            CREATE TABLE documents (_source VARCHAR, _item_id VARCHAR, _revision INTEGER, _current BOOLEAN, _content_hash VARCHAR,
                _load_id VARCHAR, _fetched_at TIMESTAMP, _first_seen_at TIMESTAMP, _raw_sha256 VARCHAR, kind VARCHAR, title VARCHAR,
                text VARCHAR, language VARCHAR, url VARCHAR, publisher VARCHAR, status VARCHAR, categories VARCHAR[], published TIMESTAMP,
                updated TIMESTAMP, published_is_day BOOLEAN, updated_is_day BOOLEAN, due DATE, programme VARCHAR,
                programming_period VARCHAR, opening DATE, deadlines DATE[], budgets DOUBLE[], applicants VARCHAR[], countries VARCHAR[]);
            CREATE TABLE classifications (_source VARCHAR, _item_id VARCHAR, _revision INTEGER, focus_area VARCHAR, probability DOUBLE,
                threshold DOUBLE, belongs BOOLEAN, terms VARCHAR[], model_version VARCHAR, policy_version VARCHAR,
                classified_at TIMESTAMP, _current BOOLEAN);
            CREATE TABLE models (_source VARCHAR, model_version VARCHAR, label VARCHAR, language VARCHAR, hits INTEGER, misses INTEGER,
                false_alarms INTEGER, right_noes INTEGER, trained_at TIMESTAMP);
            CREATE TABLE tags (_source VARCHAR, _item_id VARCHAR, _revision INTEGER, topics VARCHAR[], steep VARCHAR, language_found VARCHAR);
            CREATE TABLE stories (_source VARCHAR, _item_id VARCHAR, story_id VARCHAR);
            CREATE VIEW document_stories AS SELECT d.*, coalesce(s.story_id, d._source || '/' || d._item_id) AS story_id
                FROM documents d LEFT JOIN stories s ON s._source = d._source AND s._item_id = d._item_id;
            CREATE TABLE loads (_load_id VARCHAR, _source VARCHAR, started_at TIMESTAMP, finished_at TIMESTAMP, health VARCHAR, code VARCHAR);
            """);
    }

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Adds yearly figures of one indicator and place.</summary>
    public InMemoryTables Figures(string indicator, string area, params (int Year, double? Value)[] figures)
    {
        foreach (var (year, value) in figures)
        {
            Figure(indicator, area, year.ToString(CultureInfo.InvariantCulture), value);
        }

        return this;
    }

    public InMemoryTables Figure(string indicator, string area, string period, double? value, string sex = "T", string? status = null, string source = "kolada")
    {
        Execute(
            """
            INSERT INTO observations (_source, dataset, freq, ref_area, indicator, sex, period, period_start, value, presence, status, _load_id, _answer, _revision, _current)
            VALUES ($1, $1, 'A', $2, $3, $4, $5, CAST($6 AS DATE), $7, CASE WHEN $7 IS NULL THEN 'missing' ELSE 'present' END, $8, 'load-1', 3, 1, true)
            """,
            source, area, indicator, sex, period, Day(Period.Parse(period).Start), value, status);
        return this;
    }

    /// <summary>Adds the value that a figure had in an earlier load.</summary>
    public InMemoryTables Superseded(string indicator, string area, int year, double value, string source = "kolada")
    {
        Execute(
            """
            INSERT INTO superseded (_source, dataset, freq, ref_area, indicator, sex, period, period_start, value, presence, _load_id, _answer, _revision, _current)
            VALUES ($1, $1, 'A', $2, $3, 'T', $4, CAST($5 AS DATE), $6, 'present', 'load-0', 2, 1, false)
            """,
            source, area, indicator, year.ToString(CultureInfo.InvariantCulture), Day(new DateOnly(year, 1, 1)), value);
        return this;
    }

    /// <summary>Adds a partner of an EU project.</summary>
    public InMemoryTables Partner(string organisation, double budget, string project)
    {
        Execute(
            """
            INSERT INTO observations (_source, dataset, freq, dims, period, period_start, value, presence, _load_id, _answer, _revision, _current)
            VALUES ('interreg', 'interreg-partners', 'A', MAP {'organisation': $1, 'project': $2}, '2024', DATE '2024-01-01', $3, 'present', 'load-2', 1, 1, true)
            """,
            organisation, project, budget);
        return this;
    }

    /// <summary>Adds a flow of trade with a partner.</summary>
    public InMemoryTables Trade(string partner, string flow, string indicator, int year, double? value, string type)
    {
        Execute(
            """
            INSERT INTO observations (_source, dataset, freq, ref_area, counterpart_area, indicator, product, flow, dims, period, period_start, value, presence, _load_id, _answer, _revision, _current)
            VALUES ('wits', 'wits-summary', 'A', 'SWE', $1, $2, 'All Products', $3, MAP {'indicator_type': $4}, $5, CAST($6 AS DATE), $7, 'present', 'load-3', 1, 1, true)
            """,
            partner, indicator, flow, type, year.ToString(CultureInfo.InvariantCulture), Day(new DateOnly(year, 1, 1)), value);
        return this;
    }

    /// <summary>Adds a document and the focus areas that it belongs to.</summary>
    public InMemoryTables Document(string source, string id, DateOnly? published = null, DateOnly? due = null, string? title = null, string kind = "news", params string[] belongs)
    {
        Execute(
            """
            INSERT INTO documents (_source, _item_id, _revision, _current, kind, title, text, url, published, published_is_day, due, _load_id, categories)
            VALUES ($1, $2, 1, true, $3, $4, '', 'https://example.org/' || $2, CAST($5 AS TIMESTAMP), true, CAST($6 AS DATE), 'load-4', [])
            """,
            source, id, kind, title ?? "Exempel " + id, published is { } day ? Day(day) : null, due is { } then ? Day(then) : null);
        foreach (var area in belongs)
        {
            Execute(
                """
                INSERT INTO classifications (_source, _item_id, _revision, focus_area, probability, threshold, belongs, model_version, policy_version, _current)
                VALUES ($1, $2, 1, $3, 0.9, 0.5, true, 'm1', '1', true)
                """,
                source, id, area);
        }

        return this;
    }

    /// <summary>Gives documents a language, publisher and text.</summary>
    public InMemoryTables Written(string source, string id, string? language = null, string? publisher = null, string? text = null)
    {
        Execute(
            "UPDATE documents SET language = coalesce($3, language), publisher = coalesce($4, publisher), text = coalesce($5, text) WHERE _source = $1 AND _item_id = $2",
            source, id, language, publisher, text);
        return this;
    }

    /// <summary>Adds how the model of all verdicts errs on a label.</summary>
    public InMemoryTables Errors(string label, ErrorCounts errors, string language = ErrorRates.All)
    {
        Execute("INSERT INTO models VALUES ('focus', 'm1', $1, $2, $3, $4, $5, $6, NULL)", label, language, errors.Hits, errors.Misses, errors.FalseAlarms, errors.RightNoes);
        return this;
    }

    public InMemoryTables Load(string source, DateTime finished, string health = "ok", string? code = null)
    {
        Execute(
            "INSERT INTO loads (_load_id, _source, started_at, finished_at, health, code) VALUES ('load-1', $1, CAST($2 AS TIMESTAMP), CAST($2 AS TIMESTAMP), $3, $4)",
            source, finished.ToString("s", CultureInfo.InvariantCulture), health, code);
        return this;
    }

    public Task<Table> QueryAsync(string sql, params object?[] parameters)
    {
        using var command = Command(sql, parameters);
        using var reader = command.ExecuteReader();
        var values = Enumerable.Range(0, reader.FieldCount).Select(_ => new List<object?>()).ToArray();
        while (reader.Read())
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i].Add(reader.IsDBNull(i) ? null : reader.GetValue(i));
            }
        }

        return Task.FromResult(new Table([.. values.Select((column, i) => new TableColumn(reader.GetName(i), reader.GetFieldType(i), column))]));
    }

    /// <summary>Runs any statement, such as a <c>COPY</c> from a capture.</summary>
    public void Execute(string sql, params object?[] parameters)
    {
        using var command = Command(sql, parameters);
        command.ExecuteNonQuery();
    }

    public void Dispose() => _connection.Dispose();

    private DuckDBCommand Command(string sql, object?[] parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new DuckDBParameter(parameter ?? DBNull.Value));
        }

        return command;
    }
}
