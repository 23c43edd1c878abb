using Foresight.Engine.Store.Columns;
using Foresight.Engine.Store.Merge;
using Foresight.Sdk;

namespace Foresight.Engine.Store.Batches;

/// <summary>A batch of observations as columns. Codes are copied: the commit runs while the source fills its next batch.</summary>
internal static class ObservationBlocks
{
    private const string Freq = "freq";
    private static readonly string[] Presences = ["present", "missing", "confidential", "not-applicable"];

    public static KeyedBlock Of(ObservationBatch batch, string loadId, int answer)
    {
        if (string.IsNullOrWhiteSpace(batch.Dataset))
        {
            throw new ArgumentException("A batch of observations names no dataset.");
        }

        var count = batch.Count;
        var periods = Codes(batch, "period", batch.Periods, mayBeMissing: false);
        var (values, presence) = ValuesOf(batch);
        var none = TextColumn.Constant(null, count);
        var others = batch.Dimensions.Keys.Where(name => name != Freq && !Dimension.Columns.Contains(name)).Order(StringComparer.Ordinal).ToArray();
        Column ColumnOf(string name) => name switch
        {
            Freq => batch.Dimensions.TryGetValue(Freq, out var given)
                ? Text(batch, Freq, given, mayBeMissing: false)
                : new TextColumn([.. batch.Periods.Values.Select(period => Sdmx(period.Frequency))], periods),
            "dims" => Maps(batch, others),
            "period" => new TextColumn([.. batch.Periods.Values.Select(period => period.Text ?? throw Fault(batch, "an empty period"))], periods),
            "period_start" => new ValueColumn<DateOnly>(Array.ConvertAll(periods, code => batch.Periods.Values[code].Start)),
            "value" => values,
            "presence" => presence,
            "status" or "marks" => (name == "status" ? batch.Status : batch.Marks) is { } flags
                ? Text(batch, name, flags, mayBeMissing: true) : none,
            ColumnName.RetiredBy => none,
            "_load_id" => TextColumn.Constant(loadId, count),
            "_answer" => ValueColumn<int>.Constant(answer, count),
            ColumnName.Revision => ValueColumn<int>.Constant(1, count),
            _ => batch.Dimensions.TryGetValue(name, out var given) ? Text(batch, name, given, mayBeMissing: true) : none,
        };
        var shapes = StoreShapes.Observations.FileColumns;
        var block = new ColumnBlock(shapes, [.. shapes.Select(shape => ColumnOf(shape.Name))], count);
        return KeyedBlock.Of(ObservationIdentity.Instance, block) with { Dataset = batch.Dataset, Next = batch.Next };
    }

    private static (Column Values, Column Presence) ValuesOf(ObservationBatch batch)
    {
        var values = batch.Values.ToArray();
        var nulls = new bool[values.Length];
        var codes = new int[values.Length];
        if (batch.Presences.Length is var given and not 0 && given != values.Length)
        {
            throw Fault(batch, $"{values.Length} values but {given} presences");
        }

        var presences = batch.Presences.Span;
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsInfinity(values[i]))
            {
                throw Fault(batch, $"an infinite value in row {i + 1}");
            }

            nulls[i] = double.IsNaN(values[i]);
            // A value is present whatever is said of it; where none is, "present" can only mean that none was given.
            var presence = !nulls[i] ? Presence.Present : presences.IsEmpty ? Presence.Missing : presences[i];
            codes[i] = (int)(nulls[i] && presence == Presence.Present ? Presence.Missing : presence);
            values[i] += 0.0; // -0 and 0 are the same figure.
            if (codes[i] >= Presences.Length)
            {
                throw Fault(batch, $"a presence unknown to the store in row {i + 1}");
            }
        }

        return (new ValueColumn<double>(values, nulls.AsSpan().Contains(true) ? nulls : null), new TextColumn(Presences, codes));
    }

    private static TextColumn Text(ObservationBatch batch, string name, CodedColumn<string> column, bool mayBeMissing) =>
        new([.. column.Values.Select(TextColumn.Storable)], Codes(batch, name, column, mayBeMissing));

    private static int[] Codes<T>(ObservationBatch batch, string name, CodedColumn<T> column, bool mayBeMissing)
    {
        var codes = column.Codes.ToArray();
        if (codes.Length != batch.Count)
        {
            throw Fault(batch, $"{batch.Count} values but {codes.Length} codes of {name}");
        }

        for (var i = 0; i < codes.Length; i++)
        {
            if (codes[i] >= column.Values.Count || codes[i] < (mayBeMissing ? -1 : 0))
            {
                throw Fault(batch, codes[i] == -1 ? $"no {name} in row {i + 1}" : $"code {codes[i]} of {name} in row {i + 1}, which has no value");
            }
        }

        return codes;
    }

    /// <summary>The dimensions without a column of their own, one map per combination that occurs.</summary>
    private static MapColumn Maps(ObservationBatch batch, string[] names)
    {
        var codes = new int[batch.Count];
        if (names.Length == 0)
        {
            Array.Fill(codes, -1);
            return new([], codes);
        }

        var columns = names.Select(name => Text(batch, name, batch.Dimensions[name], mayBeMissing: true)).ToArray();
        // Columns are joined one by one into codes of the combinations that occur: few, and most occur often.
        var combined = columns[0].Codes;
        foreach (var column in columns.Skip(1))
        {
            combined = Combine(combined, column.Codes, column.Values.Count);
        }

        var mapOf = new Dictionary<int, int>();
        var maps = new List<KeyValuePair<string, string>[]>();
        for (var row = 0; row < codes.Length; row++)
        {
            if (row > 0 && combined[row] == combined[row - 1])
            {
                codes[row] = codes[row - 1];
            }
            else if (!mapOf.TryGetValue(combined[row], out codes[row]))
            {
                KeyValuePair<string, string>[] map = [.. names.Zip(columns, (name, column) => KeyValuePair.Create(name, column[row]!))
                    .Where(pair => pair.Value is not null)];
                codes[row] = map.Length == 0 ? -1 : maps.Count;
                mapOf.Add(combined[row], codes[row]);
                if (map.Length > 0)
                {
                    maps.Add(map);
                }
            }
        }

        return new(maps, codes);
    }

    /// <summary>One code for each pair of codes that occurs.</summary>
    private static int[] Combine(int[] one, int[] other, int others)
    {
        var index = new Dictionary<long, int>();
        var combined = new int[one.Length];
        for (var row = 0; row < combined.Length; row++)
        {
            if (row > 0 && one[row] == one[row - 1] && other[row] == other[row - 1])
            {
                combined[row] = combined[row - 1];
                continue;
            }

            var pair = ((one[row] + 1L) * (others + 1L)) + other[row] + 1;
            if (!index.TryGetValue(pair, out combined[row]))
            {
                index.Add(pair, combined[row] = index.Count);
            }
        }

        return combined;
    }

    /// <summary>The letter of SDMX's code list CL_FREQ.</summary>
    public static string Sdmx(Frequency frequency) => frequency switch
    {
        Frequency.Annual => "A",
        Frequency.HalfYearly => "S",
        Frequency.Quarterly => "Q",
        Frequency.Monthly => "M",
        Frequency.Weekly => "W",
        _ => "D",
    };

    private static ArgumentException Fault(ObservationBatch batch, string what) => new($"A batch of the dataset {batch.Dataset} has {what}.");
}
