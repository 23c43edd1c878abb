using System.Globalization;
using System.Text;
using Foresight.Formats.Delimited;
using Foresight.Sdk;
using Sylvan.Data.Csv;

namespace Foresight.Plugins.TradeStatistics;

/// <summary>
/// Reads a summary: five columns that name a series, then one column per year, newest first, values padded with blanks. A blank is
/// no zero: for partners it means "not among the year's five largest".
/// </summary>
internal static class WitsSummary
{
    public const string Dataset = "wits-summary";
    public const string HeaderStart = "Reporter,Partner,Product categories,Indicator Type,Indicator,";
    private const int FirstYear = 5;
    private const int MostRejections = 10_000;

    public static async ValueTask<ObservationBatch> ReadAsync(Stream body, string reporter, CancellationToken cancellationToken)
    {
        using var text = new StreamReader(new NarrowTableStream(body), Encoding.UTF8, leaveOpen: true);
        try
        {
            // Ragged rows and a header without names are told below, in the file's own words.
            var reader = await CsvDataReader.CreateAsync(text, new CsvDataReaderOptions { HasHeaders = false, BufferSize = 64 * 1024 }, cancellationToken)
                .ConfigureAwait(false);
            await using var _ = reader.ConfigureAwait(false);
            return await ReadAsync(reader, reporter, cancellationToken).ConfigureAwait(false);
        }
        catch (CsvFormatException exception)
        {
            throw new InvalidDataException(exception.Message, exception);
        }
    }

    private static async Task<ObservationBatch> ReadAsync(CsvDataReader reader, string reporter, CancellationToken cancellationToken)
    {
        var header = await reader.ReadAsync(cancellationToken).ConfigureAwait(false) ? Fields(reader) : throw NoSummary("nothing");
        var years = Years(header);
        var builder = new ObservationBatchBuilder(
            Dataset, Dimension.RefArea, Dimension.CounterpartArea, Dimension.Product, Dimension.Flow, Dimension.Indicator, "indicator_type")
        {
            // Each year has a column of its own: a new one is no new field.
            Fields = header[..FirstYear],
        };
        var rejections = new List<Rejection>();
        var series = new Dictionary<(string?, string?, string, string), string[]>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (reader.RowFieldCount == 1 && reader.GetString(0).Length == 0)
                continue;
            var where = $"row {reader.RowNumber.ToString(CultureInfo.InvariantCulture)}";
            var fields = Fields(reader);
            if (fields.Length != FirstYear + years.Length)
            {
                rejections.Add(Bad(where, fields, $"The row has {fields.Length} fields where the header names {FirstYear + years.Length}."));
                if (rejections.Count > MostRejections)
                    throw new InvalidDataException($"More than {MostRejections} of its rows cannot be read: it is no summary, or damaged.");
                continue;
            }

            if (fields[3].Length == 0 || fields[4].Length == 0)
            {
                rejections.Add(Bad(where, fields, "The row names no indicator."));
                continue;
            }

            var key = (Named(fields[1]), Named(fields[2]), fields[3], fields[4]);
            if (series.TryGetValue(key, out var first))
            {
                if (!first.AsSpan().SequenceEqual(fields.AsSpan(FirstYear)))
                    rejections.Add(Bad(where, fields, $"'{fields[4]}' of {fields[1]}, {fields[2]} is given a second time with other values: the first is kept."));
                continue;
            }

            series.Add(key, fields[FirstYear..]);
            for (var i = 0; i < years.Length; i++)
            {
                var value = fields[FirstYear + i];
                if (value.Length == 0)
                    continue;
                if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
                    builder.Add(years[i], number, null, Presence.Present, reporter, key.Item1, key.Item2, Flow(fields[3]), fields[4], fields[3]);
                else
                    rejections.Add(Bad(where, fields, $"'{value}' in {years[i]} is no number."));
            }
        }

        return builder.Build(rejections: rejections);
    }

    private static Rejection Bad(string where, string[] fields, string reason) => new(where, reason) { Item = Rejected.Short(string.Join(',', fields)) };

    private static string[] Fields(CsvDataReader reader)
    {
        var fields = new string[reader.RowFieldCount];
        for (var i = 0; i < fields.Length; i++)
            fields[i] = reader.GetString(i).Trim();
        return fields;
    }

    private static Period[] Years(string[] header)
    {
        header[0] = header[0].TrimStart('\uFEFF');
        var line = string.Join(',', header);
        return line.StartsWith(HeaderStart, StringComparison.Ordinal)
            ? [.. header.Skip(FirstYear).Select(year => Period.TryParse(year, out var period) ? period : throw NoSummary($"'{year}' among its years"))]
            : throw NoSummary($"'{line[..Math.Min(line.Length, 80)]}' for a header");
    }

    private static InvalidDataException NoSummary(string has) => new($"A trade summary of WITS begins '{HeaderStart}' and goes on with years; this one has {has}.");

    /// <summary>"..." is WITS's "does not apply".</summary>
    private static string? Named(string name) => name is "..." or "" ? null : name;

    private static string? Flow(string indicatorType) => indicatorType switch { "Import" => "1", "Export" => "2", _ => null };
}
