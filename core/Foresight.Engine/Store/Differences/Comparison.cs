using System.Collections;
using Foresight.Engine.Store.Columns;
using Foresight.Engine.Store.Log;
using Foresight.Engine.Store.Queries;
using Foresight.Sdk;

namespace Foresight.Engine.Store.Differences;

/// <summary>
/// Compares the latest rows of two states. A file that both have cannot differ: only the others are read, and joined by DuckDB, some
/// partitions at a time, so that memory does not grow with the table.
/// </summary>
internal sealed class Comparison(StoreLog log, DifferenceShape shape, ITables tables)
{
    private const long RowsAtATime = 4_000_000;

    private readonly TableLog table = log[shape.Table];
    private readonly List<RowDifference> rows = [];
    private long added;
    private long revised;
    private long retired;

    public async Task<TableDifferences> RunAsync(long from, long to, string? source, int limit, CancellationToken cancellationToken)
    {
        var (earlier, later) = (table.At(from), table.At(to));
        RefuseUnknown(source, [.. earlier.Files, .. later.Files]);
        foreach (var (before, after) in Parts(earlier, later, source))
        {
            cancellationToken.ThrowIfCancellationRequested();
            MissingFiles.Refuse([(table, before)], from);
            MissingFiles.Refuse([(table, after)], to);
            await CompareAsync(before, after, limit);
        }

        return new(
            shape.Table.Name, new(from, log.TimeOf(from)), new(to, log.TimeOf(to)), added, revised, retired,
            await new CodeLabels(tables).AddAsync([.. rows.OrderBy(row => row.Kind switch { RowChange.Revised => 0, RowChange.Added => 1, _ => 2 })]));
    }

    private void RefuseUnknown(string? source, IReadOnlyList<AddFile> files)
    {
        var sources = files.Select(file => file.Partition[ColumnName.Source]).ToHashSet(StringComparer.Ordinal);
        if (source is not null && !sources.Contains(source))
        {
            throw new ArgumentException(sources.Count == 0
                ? $"In neither state {shape.Table.Name} has any rows."
                : $"In neither state {shape.Table.Name} has rows of '{source}'; it has those of {string.Join(", ", sources.Order(StringComparer.Ordinal))}.");
        }
    }

    /// <summary>The files that only one state has, whole partitions together.</summary>
    private static IEnumerable<(List<AddFile> Before, List<AddFile> After)> Parts(TableState from, TableState to, string? source)
    {
        var (earlier, later) = (Latest(from, source), Latest(to, source));
        var same = earlier.Select(file => file.Path).Intersect(later.Select(file => file.Path)).ToHashSet(StringComparer.Ordinal);
        var (before, after) = (new List<AddFile>(), new List<AddFile>());
        foreach (var partition in earlier.Select(file => (file, IsLater: false)).Concat(later.Select(file => (file, IsLater: true)))
            .Where(pair => !same.Contains(pair.file.Path)).GroupBy(pair => string.Join('/', pair.file.Partition.Values)).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            before.AddRange(partition.Where(pair => !pair.IsLater).Select(pair => pair.file));
            after.AddRange(partition.Where(pair => pair.IsLater).Select(pair => pair.file));
            if (before.Sum(file => file.Rows) + after.Sum(file => file.Rows) >= RowsAtATime)
            {
                yield return (before, after);
                (before, after) = ([], []);
            }
        }

        if (before.Count + after.Count > 0)
        {
            yield return (before, after);
        }
    }

    private static List<AddFile> Latest(TableState state, string? source) => [.. state.Files.Where(file =>
        file.Partition[ColumnName.Current] == "true" && (source is null || file.Partition[ColumnName.Source] == source))];

    private async Task CompareAsync(List<AddFile> before, List<AddFile> after, int limit)
    {
        var joined = $"""
            FROM (SELECT *, true AS here FROM ({ViewSql.Select(table, before)})) a
            FULL OUTER JOIN (SELECT *, true AS here FROM ({ViewSql.Select(table, after)})) b
            ON {string.Join(" AND ", shape.Identity.Select(name => $"{Compared("a", name)} IS NOT DISTINCT FROM {Compared("b", name)}"))}
            """;
        var differs = string.Join(" OR ", shape.Decides.Select(name => $"a.{name} IS DISTINCT FROM b.{name}"));
        var counts = (await tables.QueryAsync($"""
            SELECT count(*) FILTER (a.here IS NULL) AS added, count(*) FILTER (b.here IS NULL) AS retired,
                   count(*) FILTER (a.here AND b.here AND ({differs})) AS revised {joined}
            """)).Rows.Single();
        added += (long)counts["added"]!;
        retired += (long)counts["retired"]!;
        revised += (long)counts["revised"]!;
        await TakeAsync(RowChange.Revised, "b", (long)counts["revised"]!, $"{joined} WHERE a.here AND b.here AND ({differs})", limit);
        await TakeAsync(RowChange.Added, "b", (long)counts["added"]!, $"{joined} WHERE a.here IS NULL", limit);
        await TakeAsync(RowChange.Retired, "a", (long)counts["retired"]!, $"{joined} WHERE b.here IS NULL", limit);
    }

    private async Task TakeAsync(RowChange kind, string side, long count, string joined, int limit)
    {
        var room = limit - rows.Count(row => row.Kind == kind);
        if (count == 0 || room <= 0)
        {
            return;
        }

        var columns = kind == RowChange.Revised ? shape.Content : shape.Shown;
        var found = await tables.QueryAsync($"""
            SELECT a._load_id AS "old load", b._load_id AS "new load", {(shape.Title is null ? "NULL" : $"{side}.{shape.Title}")} AS "title",
                   {string.Join(", ", shape.Identity.Select(name => $"{side}.{name} AS \"id {name}\""))},
                   {string.Join(", ", columns.SelectMany(name => new[] { $"a.{name} AS \"old {name}\"", $"b.{name} AS \"new {name}\"" }))}
            {joined} ORDER BY {string.Join(", ", shape.Identity.Select(name => Compared(side, name)))} LIMIT {room}
            """);
        rows.AddRange(found.Rows.Select(row => new RowDifference(
            kind,
            [.. shape.Identity.SelectMany(name => Parts(name, row["id " + name]))],
            [.. columns.Select(name => new ValueDifference(name, row["old " + name], row["new " + name])).Where(value => !Same(value.Old, value.New))])
        {
            Title = row["title"] as string,
            OldLoadedAt = row["old load"] is string old ? LoadNumbers.TimeOf(old) : null,
            NewLoadedAt = row["new load"] is string now ? LoadNumbers.TimeOf(now) : null,
        }));
    }

    private static IEnumerable<KeyValuePair<string, string>> Parts(string name, object? value) => value switch
    {
        null => [],
        IReadOnlyDictionary<string, string> dimensions => dimensions.OrderBy(pair => pair.Key, StringComparer.Ordinal),
        _ => [KeyValuePair.Create(name, (string)value)],
    };

    // Maps are compared by their text: their keys are always in the same order.
    private static string Compared(string side, string name) => name == "dims" ? $"{side}.dims::VARCHAR" : $"{side}.{name}";

    private static bool Same(object? left, object? right) => left is IList a && right is IList b ? a.Cast<object?>().SequenceEqual(b.Cast<object?>()) : Equals(left, right);
}
