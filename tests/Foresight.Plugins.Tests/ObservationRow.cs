using Foresight.Sdk;

namespace Foresight.Plugins.Tests;

/// <summary>One row of a batch, written out.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Period">The period.</param>
/// <param name="Value">The value; null where there is none.</param>
/// <param name="Presence">Why there is none.</param>
/// <param name="Status">The source's flags.</param>
/// <param name="Dimensions">The codes by dimension, only those that apply.</param>
internal sealed record ObservationRow(
    string Dataset, Period Period, double? Value, Presence Presence, string? Status, IReadOnlyDictionary<string, string> Dimensions)
{
    /// <summary>The code of a dimension; null where it does not apply.</summary>
    public string? this[string dimension] => Dimensions.GetValueOrDefault(dimension);

    /// <summary>What no two rows may share.</summary>
    public string Identity => string.Join('|', [Dataset, Period.Text, .. Dimensions.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => $"{d.Key}={d.Value}")]);

    /// <summary>The rows of a batch, in its order.</summary>
    public static IEnumerable<ObservationRow> RowsOf(ObservationBatch batch)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            var value = batch.Values.Span[i];
            var presence = batch.Presences.IsEmpty ? (double.IsNaN(value) ? Presence.Missing : Presence.Present) : batch.Presences.Span[i];
            var dimensions = new Dictionary<string, string>();
            foreach (var (name, column) in batch.Dimensions)
            {
                if (CodeAt(column, i) is { } code)
                    dimensions.Add(name, code);
            }

            yield return new(
                batch.Dataset, batch.Periods.Values[batch.Periods.Codes.Span[i]], double.IsNaN(value) ? null : value, presence,
                batch.Status is null ? null : CodeAt(batch.Status, i), dimensions);
        }
    }

    private static string? CodeAt(CodedColumn<string> column, int row) => column.Codes.Span[row] is >= 0 and var code ? column.Values[code] : null;
}
