using System.Text;
using System.Text.Json;
using Foresight.Formats.Delimited;
using Foresight.Sdk;
using Sylvan.Data.Csv;

namespace Foresight.Plugins.FundingCalls.Esif;

/// <summary>The rows of an answer, whether it came as CSV or as JSON.</summary>
/// <param name="Columns">The columns' names as written; a row of JSON leaves out what it has no value for.</param>
/// <param name="Rows">The fields in the order of the columns; null where there is none.</param>
/// <param name="Rejections">Rows that are none.</param>
internal sealed record EsifTable(IReadOnlyList<string> Columns, IReadOnlyList<string?[]> Rows, IReadOnlyList<Rejection> Rejections)
{
    private const int MostRejections = 10_000;

    /// <summary>Reads an answer.</summary>
    /// <exception cref="SourceException">It is no table.</exception>
    public static async Task<EsifTable> ReadAsync(Answer answer, CancellationToken cancellationToken)
    {
        var start = Encoding.UTF8.GetString(answer.Head.Span).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (start is ['[' or '{', ..])
        {
            using var json = await answer.ReadJsonAsync(cancellationToken);
            try
            {
                return OfJson(json.RootElement, answer.Url);
            }
            // System.Text.Json says so of a text with half a surrogate pair or bytes that are no UTF-8.
            catch (InvalidOperationException wrong)
            {
                throw Malformed(answer.Url, "it holds a text that is no Unicode", wrong);
            }
        }

        try
        {
            return await OfCsvAsync(answer, cancellationToken);
        }
        catch (CsvFormatException wrong)
        {
            throw Malformed(answer.Url, $"row {wrong.RowNumber} is no CSV", wrong);
        }
        catch (InvalidDataException wrong)
        {
            throw Malformed(answer.Url, wrong.Message.TrimEnd('.'), wrong);
        }
    }

    private static EsifTable OfJson(JsonElement root, Uri url)
    {
        // The service tells a fault as an object with a message.
        if (root.ValueKind != JsonValueKind.Array)
            throw Malformed(url, $"it is no list{(root.ValueKind == JsonValueKind.Object && root.TryGetProperty("message", out var said) ? $", but says: {said}" : "")}", null);
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var property in root.EnumerateArray().Where(row => row.ValueKind == JsonValueKind.Object).SelectMany(row => row.EnumerateObject()))
            columns.TryAdd(property.Name, columns.Count);
        var rows = new List<string?[]>();
        var rejections = new List<Rejection>();
        foreach (var row in root.EnumerateArray())
        {
            if (row.ValueKind != JsonValueKind.Object)
            {
                rejections.Add(Rejected.Of($"row {rows.Count + rejections.Count + 1} of {url.Shown()}", "It is no object.", row));
                continue;
            }

            var fields = new string?[columns.Count];
            foreach (var property in row.EnumerateObject())
                fields[columns[property.Name]] = property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString() : property.Value.GetRawText();
            rows.Add(fields);
        }

        return new EsifTable([.. columns.Keys], rows, rejections);
    }

    private static async Task<EsifTable> OfCsvAsync(Answer answer, CancellationToken cancellationToken)
    {
        using var text = new StreamReader(new NarrowTableStream(answer.Body), Encoding.UTF8, leaveOpen: true);
        await using var csv = await CsvDataReader.CreateAsync(text, new CsvDataReaderOptions { HasHeaders = false, Delimiter = ',' }, cancellationToken);
        List<string>? columns = null;
        var rows = new List<string?[]>();
        var rejections = new List<Rejection>();
        while (await csv.ReadAsync(cancellationToken))
        {
            // An empty line.
            if (csv.RowFieldCount == 1 && csv.GetString(0).Length == 0)
                continue;
            var fields = Enumerable.Range(0, csv.RowFieldCount).Select(csv.GetString).ToArray();
            if (columns is null)
                columns = [.. fields];
            else if (fields.Length == columns.Count)
                rows.Add(fields);
            else if (rejections.Count == MostRejections)
                throw Malformed(answer.Url, $"more than {MostRejections} of its rows are none", null);
            else
                rejections.Add(new Rejection($"row {csv.RowNumber} of {answer.Url.Shown()}", $"It has {fields.Length} fields, the header has {columns.Count}.") { Item = Rejected.Short(string.Join(',', fields)) });
        }

        return columns is null ? throw Malformed(answer.Url, "it is empty", null) : new EsifTable(columns, rows, rejections);
    }

    private static SourceException Malformed(Uri url, string what, Exception? inner) =>
        new($"The answer to {url.Shown()} is no table of finances: {what}; the next run tries again.", Recovery.Retry, inner) { Fault = Fault.Malformed };
}
