using System.Text.Json.Nodes;
using Foresight.Engine.Policies;
using Foresight.Engine.Store.Batches;
using Foresight.Engine.Store.Quarantine;
using Foresight.Sdk;

namespace Foresight.Engine.Store.Contracts;

/// <summary>
/// The shape of a dataset's observations: its dimensions and frequencies. Both are part of what a row is: a dimension more or less makes
/// every figure another one, which is why this must never pass in silence.
/// </summary>
internal static class ObservationShape
{
    private const string Freq = "freq";

    public static ShapeCheck Check(ObservationBatch batch, PartSchema? known, SchemaContract contract)
    {
        if (known is null || IsFaulty(batch))
        {
            return new(batch, Tally(batch), [], []);
        }

        var differences = new ObservationDifferences(batch, known);
        if (differences.Changes.Count == 0 || contract is not (SchemaContract.DiscardRow or SchemaContract.DiscardValue))
        {
            return new(batch, Tally(batch), differences.Changes, []);
        }

        _ = ObservationBlocks.Of(batch, "", 0); // What breaks a rule of batches is refused whole, also the rows that would be kept out.
        IReadOnlySet<string> stripped = contract == SchemaContract.DiscardValue ? differences.NewDimensions : new HashSet<string>();
        var dimensions = batch.Dimensions.Where(pair => !stripped.Contains(pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value);
        var discarded = new List<QuarantineItem>();
        discarded.AddRange(stripped.SelectMany(name => Values(batch, name)));
        var rows = new List<int>(batch.Count);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var row = 0; row < batch.Count; row++)
        {
            var reason = differences.Of(row, withNewDimensions: contract == SchemaContract.DiscardRow)
                ?? (stripped.Count > 0 && !taken.Add(Key(batch, dimensions, row))
                    ? $"Without {string.Join(" and ", stripped.Order(StringComparer.Ordinal))} the row is the same as an earlier one of the batch." : null);
            if (reason is null)
            {
                rows.Add(row);
            }
            else
            {
                discarded.Add(new("row", batch.Dataset, reason, Json(batch, row)));
            }
        }

        var rest = Select(batch, dimensions, rows);
        return new(rest, Tally(rest), differences.Changes, discarded);
    }

    // It is refused when it is stored, with a sentence that says why.
    private static bool IsFaulty(ObservationBatch batch) =>
        batch.Dimensions.Values.Any(column => column.Codes.Length != batch.Count) || batch.Periods.Codes.Length != batch.Count;

    private static PartSchema Tally(ObservationBatch batch)
    {
        var tally = new PartSchema { Rows = batch.Count };
        foreach (var (name, column) in batch.Dimensions.Where(pair => pair.Key != Freq))
        {
            var codes = column.Codes.Span;
            PartSchema.Count(tally.Columns, name, codes.Length - codes.Count(-1));
        }

        foreach (var (frequency, count) in ObservationDifferences.Frequencies(batch))
        {
            PartSchema.Count(tally.Kinds, frequency, count);
        }

        return tally;
    }

    /// <summary>A line for each value of a dimension that is taken away, not for each row that had it.</summary>
    private static IEnumerable<QuarantineItem> Values(ObservationBatch batch, string name)
    {
        var column = batch.Dimensions[name];
        var counts = new long[column.Values.Count];
        foreach (var code in column.Codes.Span)
        {
            if (code >= 0)
            {
                counts[code]++;
            }
        }

        return counts.Select((count, code) => (count, code)).Where(pair => pair.count > 0).Select(pair => new QuarantineItem(
            "value", batch.Dataset, ObservationDifferences.New(name), new JsonObject { ["dimension"] = name, ["value"] = column.Values[pair.code], ["rows"] = pair.count }));
    }

    private static string Key(ObservationBatch batch, Dictionary<string, CodedColumn<string>> dimensions, int row) =>
        string.Join('\u001f', dimensions.Values.Select(column => column.Codes.Span[row] is var code and >= 0 ? column.Values[code] : "\u001e")
            .Append(batch.Periods.Codes.Span[row] is var period and >= 0 ? batch.Periods.Values[period].Text : ""));

    private static JsonObject Json(ObservationBatch batch, int row)
    {
        var json = new JsonObject { ["dataset"] = batch.Dataset };
        foreach (var (name, column) in batch.Dimensions)
        {
            if (column.Codes.Span[row] is var code and >= 0)
            {
                json[name] = column.Values[code];
            }
        }

        json["period"] = batch.Periods.Codes.Span[row] is var period and >= 0 ? batch.Periods.Values[period].Text : null;
        json["value"] = double.IsFinite(batch.Values.Span[row]) ? batch.Values.Span[row] : null;
        if (batch.Status is { } status && status.Codes.Span[row] is var flag and >= 0)
        {
            json["status"] = status.Values[flag];
        }

        return json;
    }

    private static ObservationBatch Select(ObservationBatch batch, Dictionary<string, CodedColumn<string>> dimensions, List<int> rows)
    {
        ReadOnlyMemory<T> Of<T>(ReadOnlyMemory<T> all) => all.IsEmpty ? all : rows.Select(row => all.Span[row]).ToArray();
        return new()
        {
            Dataset = batch.Dataset,
            Periods = new(batch.Periods.Values, Of(batch.Periods.Codes)),
            Values = Of(batch.Values),
            Presences = Of(batch.Presences),
            Status = batch.Status is { } status ? new(status.Values, Of(status.Codes)) : null,
            Marks = batch.Marks is { } marks ? new(marks.Values, Of(marks.Codes)) : null,
            Dimensions = dimensions.ToDictionary(pair => pair.Key, pair => new CodedColumn<string>(pair.Value.Values, Of(pair.Value.Codes))),
            Next = batch.Next,
            Rejections = batch.Rejections,
            About = batch.About,
            EndsSnapshot = batch.EndsSnapshot,
            Fields = batch.Fields,
        };
    }
}
