using Foresight.Engine.Store.Columns;
using Foresight.Engine.Store.Queries;
using Foresight.Sdk;

namespace Foresight.Engine.Store.Differences;

/// <summary>What sources call the codes of figures.</summary>
internal sealed class CodeLabels(ITables tables)
{
    /// <summary>The rows with the labels of their codes.</summary>
    public async Task<IReadOnlyList<RowDifference>> AddAsync(IReadOnlyList<RowDifference> rows)
    {
        var codes = rows.Where(row => row.Identity.Any(pair => pair.Key == ColumnName.Dataset)).SelectMany(row => row.Identity.Select(pair => pair.Value))
            .Distinct(StringComparer.Ordinal).Select(ViewSql.Literal).ToList();
        if (codes.Count == 0)
        {
            return rows;
        }

        var found = await tables.QueryAsync(
            $"SELECT _source, dataset, dimension, code, coalesce(label_sv, label_en) AS label FROM codes WHERE label IS NOT NULL AND code IN ({string.Join(", ", codes)})");
        var labels = found.Rows.ToDictionary(row => (row.Text("_source"), row.Text("dataset"), row.Text("dimension"), row.Text("code")), row => row.Text("label"));
        return [.. rows.Select(row =>
        {
            var (source, dataset) = (Of(row, ColumnName.Source), Of(row, ColumnName.Dataset));
            return row with
            {
                Labels = row.Identity.Where(pair => labels.ContainsKey((source, dataset, pair.Key, pair.Value)))
                    .ToDictionary(pair => pair.Key, pair => labels[(source, dataset, pair.Key, pair.Value)]),
            };
        })];
    }

    private static string Of(RowDifference row, string column) => row.Identity.FirstOrDefault(pair => pair.Key == column).Value ?? "";
}
