using Foresight.Engine.Store.Columns;
using Foresight.Engine.Store.Log;
using Foresight.Engine.Store.Queries;
using Foresight.Sdk;

namespace Foresight.Engine.Store.Contracts;

/// <summary>The shape of the rows that are stored, where the file of shapes does not know it: it was lost, or is younger than the rows.</summary>
internal static class SchemaOfRows
{
    /// <summary>The shape; null where there are no rows.</summary>
    public static async Task<PartSchema?> ReadAsync(StoreLog log, string source, string? dataset)
    {
        log.Refresh();
        var shape = dataset is null ? StoreShapes.Documents : StoreShapes.Observations;
        var files = log[shape].Latest.Files.Where(file => file.Partition[ColumnName.Source] == source
            && (dataset is null || file.Partition[ColumnName.Dataset] == dataset) && file.Partition[ColumnName.Current] == "true").ToList();
        if (files.Count == 0)
        {
            return null;
        }

        // A column that older files lack cannot be said to have been always empty.
        var names = (dataset is null ? DocumentShape.Columns : Dimension.Columns).ToList();
        var young = names.Where(name => files.Exists(file => !file.Columns.Any(column => column.Name == name))).ToHashSet(StringComparer.Ordinal);
        using var tables = new StoreTables(log, storeVersion: null);
        var where = dataset is null ? "documents WHERE _source = $1" : "observations WHERE _source = $1 AND dataset = $2";
        object?[] parameters = dataset is null ? [source] : [source, dataset];
        var counted = (await tables.QueryAsync($"SELECT count(*) AS n, {string.Join(", ", names.Select(Filled))} FROM {where}", parameters)).Rows.Single();
        var schema = new PartSchema { Rows = (long)counted["n"]! };
        foreach (var name in names)
        {
            PartSchema.Count(schema.Columns, name, young.Contains(name) ? Math.Max(1, (long)counted[name]! - 1) : (long)counted[name]!);
        }

        var kinds = await tables.QueryAsync($"SELECT {(dataset is null ? "kind" : "freq")} AS name, count(*) AS n FROM {where} GROUP BY 1", parameters);
        foreach (var row in kinds.Rows)
        {
            PartSchema.Count(schema.Kinds, row.Text("name"), (long)row["n"]!);
        }

        if (dataset is not null)
        {
            var others = await tables.QueryAsync($"SELECT name, count(*) AS n FROM (SELECT unnest(map_keys(dims)) AS name FROM {where}) GROUP BY 1", parameters);
            foreach (var row in others.Rows)
            {
                PartSchema.Count(schema.Columns, row.Text("name"), (long)row["n"]!);
            }
        }

        return schema;
    }

    private static string Filled(string name) => name switch
    {
        "text" => "count(*) FILTER (text <> '') AS \"text\"",
        "categories" or "deadlines" or "budgets" or "applicants" or "countries" => $"count(*) FILTER (len({name}) > 0) AS {name}",
        _ => $"count({name}) AS {name}",
    };
}
