using System.Globalization;
using System.Text.Json;

namespace Foresight.Sdk.Testing;

/// <summary>What a run of a source gave.</summary>
public sealed class SourceRun
{
    private readonly List<RecordBatch> batches = [];
    private readonly List<(string Key, string Content)> records = [];

    /// <summary>The cursor that it began from.</summary>
    public Cursor? Since { get; init; }

    /// <summary>The batches.</summary>
    public IReadOnlyList<RecordBatch> Batches => batches;

    /// <summary>What it threw; null where it came to its end.</summary>
    public Exception? Error { get; internal set; }

    /// <summary>The cursor that the next run begins from.</summary>
    public Cursor? Cursor => batches.LastOrDefault(batch => batch.Next is not null)?.Next ?? Since;

    /// <summary>The documents.</summary>
    public IEnumerable<Document> Documents => batches.OfType<DocumentBatch>().SelectMany(batch => batch.Documents);

    /// <summary>The number of items that could not be read.</summary>
    public int Rejected => batches.Sum(batch => batch.Rejections.Count);

    /// <summary>Each record's identity and content, in the order in which they came.</summary>
    internal IReadOnlyList<(string Key, string Content)> Records => records;

    internal void Add(RecordBatch batch)
    {
        batches.Add(batch);
        records.AddRange(batch switch
        {
            DocumentBatch documents => documents.Documents.Select(document => (document.Id, JsonSerializer.Serialize(document, document.GetType()))),
            ObservationBatch observations => Rows(observations),
            RegisterBatch register => register.Rows.Select(row => ($"{register.Register} {row.Id}", JsonSerializer.Serialize(row.Fields.OrderBy(field => field.Key, StringComparer.Ordinal)))),
            CodeListBatch codes => codes.Codes.Select(code => ($"{codes.Dataset} {code.Dimension}={code.Code}", code.ToString())),
            _ => [],
        });
    }

    /// <summary>The latest content of each record, as a store would hold it.</summary>
    internal Dictionary<string, string> Latest(SourceRun? before = null)
    {
        var latest = before?.Latest() ?? new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, content) in records)
        {
            latest[key] = content;
        }

        return latest;
    }

    private static IEnumerable<(string Key, string Content)> Rows(ObservationBatch batch)
    {
        var dimensions = batch.Dimensions.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        for (var row = 0; row < batch.Count; row++)
        {
            var codes = dimensions.Where(pair => pair.Value.Codes.Span[row] >= 0)
                .Select(pair => $"{pair.Key}={pair.Value.Values[pair.Value.Codes.Span[row]]}");
            var period = batch.Periods.Codes.Span[row] is >= 0 and var code ? batch.Periods.Values[code] : default;
            yield return (
                $"{batch.Dataset} {string.Join(' ', codes)} {period.Frequency} {period.Text}",
                string.Create(CultureInfo.InvariantCulture, $"{batch.Values.Span[row]:R} {(batch.Presences.IsEmpty ? "" : batch.Presences.Span[row])} {Flag(batch.Status, row)} {Flag(batch.Marks, row)}"));
        }
    }

    private static string? Flag(CodedColumn<string>? column, int row) =>
        column is not null && column.Codes.Span[row] is >= 0 and var code ? column.Values[code] : null;
}
