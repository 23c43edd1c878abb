using Foresight.Formats.SdmxCsv;
using Foresight.Sdk;

namespace Foresight.Plugins.TradeStatistics;

/// <summary>Turns a block of Comext's columns into a batch; the codes are handed on as they are.</summary>
internal static class ComextRows
{
    private static readonly Dictionary<string, string> StoredAs = new(StringComparer.OrdinalIgnoreCase)
    {
        ["reporter"] = Dimension.RefArea,
        ["partner"] = Dimension.CounterpartArea,
        ["indicators"] = Dimension.Indicator,
    };

    /// <summary>Columns that describe the message or are members of a batch of their own.</summary>
    private static readonly HashSet<string> NoDimensions = new(StringComparer.OrdinalIgnoreCase)
    {
        "DATAFLOW", "STRUCTURE", "STRUCTURE_ID", "STRUCTURE_NAME", "ACTION", "LAST UPDATE", "freq",
        SdmxCsvReader.TimePeriod, SdmxCsvReader.ObsValue, "OBS_FLAG", "CONF_STATUS",
    };

    /// <summary>The measures state their unit in their name only.</summary>
    private static readonly Dictionary<string, string> UnitOf = new() { ["VALUE_IN_EUROS"] = "EUR", ["QUANTITY_IN_100KG"] = "100KG" };

    public static ObservationBatch ToBatch(SdmxCsvBlock block, string dataset)
    {
        var rejections = block.Rejections.Select(bad => new Rejection($"line {bad.Line}", bad.Reason) { Item = bad.Text }).ToList();
        var (periods, kept) = ReadPeriods(block, rejections);
        var dimensions = new Dictionary<string, CodedColumn<string>>();
        foreach (var (name, column) in block.Columns)
        {
            var stored = StoredAs.GetValueOrDefault(name, name.ToLowerInvariant());
            if (!NoDimensions.Contains(name) && !dimensions.TryAdd(stored, Keep(column, kept)))
            {
                throw new SourceException($"Comext's answer has two columns that are {stored}, one of them '{name}'; the next run tries again.", Recovery.Retry)
                {
                    Fault = Fault.SchemaChanged,
                };
            }
        }

        if (dimensions.TryGetValue(Dimension.Indicator, out var indicators) && !dimensions.ContainsKey(Dimension.Unit))
            dimensions.Add(Dimension.Unit, Units(indicators));
        var values = kept is null ? block.Values : [.. kept.Select(row => block.Values[row])];
        var status = Status(block, kept);
        return new ObservationBatch
        {
            Dataset = dataset,
            Periods = periods,
            Values = values,
            Presences = Presences(values, status),
            Status = status,
            Dimensions = dimensions,
            Rejections = rejections,
            Fields = [.. block.Columns.Keys, SdmxCsvReader.ObsValue],
        };
    }

    /// <summary>Reads each distinct period once. The rows to keep are null where all are.</summary>
    private static (CodedColumn<Period> Periods, int[]? Kept) ReadPeriods(SdmxCsvBlock block, List<Rejection> rejections)
    {
        var column = block.Columns[SdmxCsvReader.TimePeriod];
        var periods = new Period[column.Values.Count];
        var faulty = new bool[periods.Length];
        for (var i = 0; i < periods.Length; i++)
            faulty[i] = !Period.TryParse(column.Values[i], out periods[i]);
        if (!faulty.Contains(true) && Array.IndexOf(column.Codes, -1) < 0)
            return (new CodedColumn<Period>(periods, column.Codes), null);

        var kept = new List<int>(block.Count);
        for (var row = 0; row < block.Count; row++)
        {
            var code = column.Codes[row];
            if (code >= 0 && !faulty[code])
                kept.Add(row);
            else
                rejections.Add(new Rejection($"line {block.Lines[row]}", $"Line {block.Lines[row]} has the period '{(code < 0 ? "" : column.Values[code])}', which is none.")
                {
                    Item = string.Join(", ", block.Columns.Select(pair => $"{pair.Key}={At(pair.Value, row)}")),
                });
        }

        return (new CodedColumn<Period>(periods, Pick(column.Codes, kept)), [.. kept]);
    }

    private static CodedColumn<string> Keep(SdmxCsvColumn column, int[]? kept) =>
        new(column.Values, kept is null ? column.Codes : Pick(column.Codes, kept));

    private static int[] Pick(int[] codes, IReadOnlyList<int> rows) => [.. rows.Select(row => codes[row])];

    private static CodedColumn<string> Units(CodedColumn<string> indicators)
    {
        var units = new List<string>();
        var unitOf = indicators.Values.Select(indicator =>
        {
            if (!UnitOf.TryGetValue(indicator, out var unit))
                return -1;
            if (!units.Contains(unit))
                units.Add(unit);
            return units.IndexOf(unit);
        }).ToArray();
        var codes = new int[indicators.Codes.Length];
        var from = indicators.Codes.Span;
        for (var row = 0; row < codes.Length; row++)
            codes[row] = from[row] < 0 ? -1 : unitOf[from[row]];
        return new CodedColumn<string>(units, codes);
    }

    /// <summary>OBS_FLAG, followed by CONF_STATUS where there is one.</summary>
    private static CodedColumn<string>? Status(SdmxCsvBlock block, int[]? kept)
    {
        var flags = block.Columns.GetValueOrDefault("OBS_FLAG");
        var confidential = block.Columns.GetValueOrDefault("CONF_STATUS");
        if (flags is null || confidential is null || confidential.Values.Count == 0)
            return (flags ?? confidential) is { } only ? Keep(only, kept) : null;

        var (index, codes) = (new Dictionary<string, int>(), new int[block.Count]);
        for (var row = 0; row < codes.Length; row++)
        {
            var text = At(flags, row) + At(confidential, row);
            if (text.Length > 0 && !index.TryGetValue(text, out codes[row]))
                index.Add(text, codes[row] = index.Count);
            else if (text.Length == 0)
                codes[row] = -1;
        }

        return new CodedColumn<string>([.. index.Keys], kept is null ? codes : Pick(codes, kept));
    }

    private static string At(SdmxCsvColumn column, int row) => column.Codes[row] is >= 0 and var code ? column.Values[code] : "";

    /// <summary>Empty where all have values: that is what a batch takes it to mean.</summary>
    private static Presence[] Presences(double[] values, CodedColumn<string>? status)
    {
        if (!values.Any(double.IsNaN))
            return [];
        var confidential = status?.Values.Select(flag => flag.Contains('c', StringComparison.OrdinalIgnoreCase)).ToArray();
        var presences = new Presence[values.Length];
        for (var row = 0; row < values.Length; row++)
        {
            if (double.IsNaN(values[row]))
                presences[row] = status is not null && status.Codes.Span[row] is >= 0 and var code && confidential![code] ? Presence.Confidential : Presence.Missing;
        }

        return presences;
    }
}
