using System.Text;
using System.Text.Json;
using Foresight.Formats.Delimited;
using Foresight.Sdk;
using Sylvan.Data.Csv;

namespace Foresight.Plugins.TradeStatistics.CodeLists;

/// <summary>Reads a list of codes and labels: CSV or TSV, or JSON as <c>{"SE232":{"label":"Västsverige"}}</c> or <c>{"SE232":"Västsverige"}</c>.</summary>
internal static class CodeListReader
{
    private const int MostRejections = 10_000;

    /// <exception cref="InvalidDataException">It is none of these, or its columns cannot be told.</exception>
    public static async Task<CodeListBatch> ReadAsync(Stream body, string head, CodeListOptions options, CancellationToken cancellationToken)
    {
        var rows = head.StartsWith('{')
            ? await ReadJsonAsync(body, cancellationToken).ConfigureAwait(false)
            : await ReadTableAsync(body, head, options, cancellationToken).ConfigureAwait(false);
        var first = new Dictionary<string, (string Label, string? Parent)>(StringComparer.Ordinal);
        var rejections = new List<Rejection>();
        foreach (var (where, code, label, parent) in rows)
        {
            if (rejections.Count == MostRejections)
                throw new InvalidDataException($"more than {MostRejections} of its rows are no codes with labels");
            if (code.Length == 0 || label.Length == 0)
                rejections.Add(new Rejection(where, code.Length == 0 ? "The row has no code." : $"The code '{code}' has no label.") { Item = Rejected.Short($"{code}, {label}") });
            else if (!first.TryAdd(code, (label, parent)) && first[code].Label != label)
                rejections.Add(new Rejection(where, $"The code '{code}' is given a second time with another label: the first is kept.") { Item = Rejected.Short($"{code}, {label}") });
        }

        return new CodeListBatch { Dataset = options.Dataset, Codes = [.. Labels(first, options)], Rejections = rejections };
    }

    private static IEnumerable<CodeLabel> Labels(Dictionary<string, (string Label, string? Parent)> list, CodeListOptions options)
    {
        var isProduct = options.Dimension.StartsWith(Dimension.Product, StringComparison.Ordinal);
        var isArea = options.Dimension is Dimension.RefArea or Dimension.CounterpartArea;
        var sums = list.Values.Select(one => one.Parent).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (isProduct)
            sums.UnionWith(list.Keys.SelectMany(TradeCodes.AncestorsOf));
        foreach (var (code, (label, parent)) in list)
        {
            var kind = sums.Contains(code) || (isProduct && TradeCodes.IsNamedSum(code)) ? CodeKind.Aggregate
                : isProduct && !code.All(char.IsAsciiDigit) ? CodeKind.Pseudo
                : isArea ? TradeCodes.KindOfArea(code)
                : CodeKind.Item;
            var above = parent ?? (isProduct && !TradeCodes.IsNamedSum(code) ? TradeCodes.AncestorsOf(code).FirstOrDefault(list.ContainsKey) : null);
            yield return new CodeLabel(
                options.Dimension, code, options.Language == "sv" ? label : null, options.Language == "en" ? label : null, kind, above);
        }
    }

    private static async Task<List<(string Where, string Code, string Label, string? Parent)>> ReadTableAsync(
        Stream body, string head, CodeListOptions options, CancellationToken cancellationToken)
    {
        var firstLine = head.AsSpan()[..(head.IndexOf('\n') is >= 0 and var end ? end : head.Length)];
        var delimiter = firstLine.Contains('\t') ? '\t' : firstLine.Contains(';') && !firstLine.Contains(',') ? ';' : ',';
        using var text = new StreamReader(new NarrowTableStream(body), Encoding.UTF8, leaveOpen: true);
        var rows = new List<(string, string, string, string?)>();
        try
        {
            var csv = await CsvDataReader.CreateAsync(
                text, new CsvDataReaderOptions { HasHeaders = false, Delimiter = delimiter, BufferSize = 64 * 1024 }, cancellationToken).ConfigureAwait(false);
            await using var _ = csv.ConfigureAwait(false);
            CodeListColumns? columns = null;
            while (await csv.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                if (csv.RowFieldCount == 1 && csv.GetString(0).Length == 0)
                    continue;
                var fields = new List<string>(csv.RowFieldCount);
                for (var i = 0; i < csv.RowFieldCount; i++)
                    fields.Add(csv.GetString(i).Trim());
                if (columns is null)
                {
                    columns = CodeListColumns.Of(fields, delimiter, options)
                        ?? throw new InvalidDataException($"its columns cannot be told from '{string.Join(delimiter, fields.Take(8))}': name codeColumn and labelColumn");
                    if (columns.HasHeader)
                        continue;
                }

                rows.Add(($"row {csv.RowNumber}", At(fields, columns.Code), At(fields, columns.Label), At(fields, columns.Parent) is { Length: > 0 } parent and not "#" ? parent : null));
            }
        }
        catch (CsvFormatException e)
        {
            throw new InvalidDataException(e.Message, e);
        }

        return rows.Count == 0 ? throw new InvalidDataException("it is empty") : rows;
    }

    private static string At(List<string> fields, int at) => at >= 0 && at < fields.Count ? fields[at].TrimStart('\uFEFF') : "";

    private static async Task<List<(string, string, string, string?)>> ReadJsonAsync(Stream body, CancellationToken cancellationToken)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken).ConfigureAwait(false);
            return [.. document.RootElement.EnumerateObject().Select(one => ($"code {one.Name}", one.Name, LabelOf(one.Value).Trim(), (string?)null))];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"it is no JSON of codes and labels ({e.Message.TrimEnd('.')})", e);
        }
    }

    private static string LabelOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Object when value.TryGetProperty("label", out var label) && label.ValueKind == JsonValueKind.String => label.GetString()!,
        _ => "",
    };
}
