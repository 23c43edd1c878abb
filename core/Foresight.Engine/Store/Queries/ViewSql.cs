using System.Text;
using Foresight.Engine.Store.Columns;
using Foresight.Engine.Store.Log;
using Foresight.Sdk;

namespace Foresight.Engine.Store.Queries;

/// <summary>The views as SQL over lists of files: the contract in docs/store.md.</summary>
internal static class ViewSql
{
    /// <summary>A table's views: the latest rows under its name and all of them as <c>…_history</c>; one view where nothing is revised.</summary>
    public static IEnumerable<string> Create(TableLog table, TableState state)
    {
        var files = state.Files.ToLookup(file => file.Partition.GetValueOrDefault(ColumnName.Current) != "false");
        yield return Create(table, table.Shape.Name, [.. files[true]]);
        if (table.Shape.HasHistory)
        {
            yield return Create(table, table.Shape.Name + "_history", state.Files);
        }
    }

    /// <summary>Documents with their stories; one that was not compared yet is a story of its own.</summary>
    public const string DocumentStories = """
        CREATE VIEW document_stories AS
        SELECT d.*, coalesce(s.story_id, d._source || '/' || d._item_id) AS story_id, s.joined_by, s.similarity
        FROM documents d LEFT JOIN stories s ON s._source = d._source AND s._item_id = d._item_id
        """;

    /// <summary>
    /// The latest observations none of whose codes is a sum of others, as their own source marked them: a list from elsewhere may mark
    /// a group of which this dataset has no parts.
    /// </summary>
    public static string ObservationsWithoutSums { get; } = "CREATE VIEW observations_without_sums AS SELECT * FROM observations o WHERE " + string.Join(
        " AND ",
        Dimension.Columns.Select(dimension => Lacks($"c.dimension = {Literal(dimension)} AND c.code = o.{dimension}"))
            .Append(Lacks($"c.dimension NOT IN ({string.Join(", ", Dimension.Columns.Select(Literal))}) AND c.code = o.dims[c.dimension]")));

    private static string Lacks(string sum) =>
        $"NOT EXISTS (SELECT 1 FROM codes c WHERE c.kind = 'aggregate' AND c._source = o._source AND c.dataset = o.dataset AND {sum})";

    public static string Literal(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";

    private static string Create(TableLog table, string view, IReadOnlyList<AddFile> files) => $"CREATE VIEW {view} AS {Select(table, files)}";

    /// <summary>The rows of these files, with all columns of the table. Files of one age are read together: older ones lack columns.</summary>
    public static string Select(TableLog table, IReadOnlyList<AddFile> files) => files.Count == 0
        ? "SELECT " + string.Join(", ", table.Shape.Columns.Select(Null)) + " WHERE false"
        : string.Join(" UNION ALL ", files.GroupBy(file => file.Columns).Select(age => SelectOfOneAge(table, [.. age])));

    private static string SelectOfOneAge(TableLog table, IReadOnlyList<AddFile> files)
    {
        var has = files[0].Columns;
        return new StringBuilder("SELECT ")
            .AppendJoin(", ", table.Shape.Columns.Select(column => column.IsPartition || has.Contains(column) ? Read(column) : Null(column)))
            .Append(" FROM read_parquet([")
            .AppendJoin(", ", files.Select(file => Literal(Path.Combine(table.Folder, file.Path).Replace('\\', '/'))))
            .Append("], hive_partitioning = true, hive_types = {")
            .AppendJoin(", ", table.Shape.PartitionColumns.Select(column => $"{Literal(column.Name)}: {Type(column.Kind)}"))
            .Append("})").ToString();
    }

    private static string Null(ColumnShape column) => $"NULL::{Type(column.Kind)} AS {Name(column)}";

    /// <summary>Files keep instants with their zone, UTC; the views show them without one (the session's zone is UTC).</summary>
    private static string Read(ColumnShape column) =>
        column.Kind == ColumnKind.Timestamp ? $"CAST({Name(column)} AS TIMESTAMP) AS {Name(column)}" : Name(column);

    private static string Name(ColumnShape column) => $"\"{column.Name}\"";

    private static string Type(ColumnKind kind) => kind switch
    {
        ColumnKind.Text => "VARCHAR",
        ColumnKind.Integer => "INTEGER",
        ColumnKind.Long => "BIGINT",
        ColumnKind.Number => "DOUBLE",
        ColumnKind.Boolean => "BOOLEAN",
        ColumnKind.Timestamp => "TIMESTAMP",
        ColumnKind.Date => "DATE",
        ColumnKind.TextList => "VARCHAR[]",
        ColumnKind.NumberList => "DOUBLE[]",
        ColumnKind.DateList => "DATE[]",
        ColumnKind.TextMap => "MAP(VARCHAR, VARCHAR)",
        _ => throw new NotSupportedException($"{kind} is not stored."),
    };
}
