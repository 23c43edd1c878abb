using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Foresight.Engine.Store.Columns;

namespace Foresight.Engine.Store.Files.Pages;

/// <summary>Columns as the levels and values of Parquet's leaves.</summary>
internal static class ColumnLeaves
{
    private static readonly int FirstDay = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    public static IReadOnlyList<LeafRows> Of(Column column, LentNumbers lent) => column switch
    {
        TextColumn texts => [OfTexts(texts, lent)],
        ValueColumn<int> values => [OfValues(values, value => value, lent)],
        ValueColumn<long> values => [OfValues(values, value => value, lent)],
        ValueColumn<double> values => [OfValues(values, value => value, lent)],
        ValueColumn<bool> values => [OfTruths(values, lent)],
        ValueColumn<DateTime> values => [OfValues(values, Microseconds, lent)],
        ValueColumn<DateOnly> values => [OfValues(values, Days, lent)],
        ListColumn<string> lists => [OfLists(lists, Coded)],
        ListColumn<double> lists => [OfLists(lists, values => new PlainValues(to => to.Bytes(MemoryMarshal.AsBytes<double>(values))))],
        ListColumn<DateOnly> lists => [OfLists(lists, values => new PlainValues(to => to.Bytes(MemoryMarshal.AsBytes<int>(Array.ConvertAll(values, Days)))))],
        MapColumn maps => OfMaps(maps, lent),
        _ => throw new NotSupportedException($"{column.GetType().Name} is not stored."),
    };

    public static long Microseconds(DateTime instant) => (instant.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static int Days(DateOnly day) => day.DayNumber - FirstDay;

    private static LeafRows OfTexts(TextColumn column, LentNumbers lent)
    {
        var nulls = column.Codes.AsSpan().Count(-1);
        if (nulls == 0 || nulls == column.Count)
        {
            return new(new(column.Count, nulls == 0 ? 1 : 0), default, new TextValues(column.Values, nulls == 0 ? column.Codes : default));
        }

        var (levels, codes) = (lent.Take(column.Count), lent.Take(column.Count - nulls));
        var next = 0;
        for (var i = 0; i < column.Count; i++)
        {
            levels.Span[i] = column.Codes[i] < 0 ? 0 : 1;
            if (column.Codes[i] >= 0)
            {
                codes.Span[next++] = column.Codes[i];
            }
        }

        return new(Levels.Of(levels), default, new TextValues(column.Values, codes));
    }

    private static LeafRows OfValues<T, TStored>(ValueColumn<T> column, Func<T, TStored> convert, LentNumbers lent)
        where T : struct, IComparable
        where TStored : unmanaged
    {
        var (levels, present) = LevelsOf(column, lent);
        return new(levels, default, new PlainValues(to =>
        {
            var stored = MemoryMarshal.Cast<byte, TStored>(to.Next(present * Unsafe.SizeOf<TStored>()));
            if (present == column.Count && column.Values is TStored[] same)
            {
                same.CopyTo(stored);
                return;
            }

            var next = 0;
            for (var i = 0; i < column.Count; i++)
            {
                if (!column.IsNull(i))
                {
                    stored[next++] = convert(column.Values[i]);
                }
            }
        }));
    }

    private static LeafRows OfTruths(ValueColumn<bool> column, LentNumbers lent)
    {
        var (levels, present) = LevelsOf(column, lent);
        return new(levels, default, new PlainValues(to =>
        {
            var bits = to.Next((present + 7) / 8);
            bits.Clear();
            var next = 0;
            for (var i = 0; i < column.Count; i++)
            {
                if (!column.IsNull(i))
                {
                    bits[next / 8] |= (byte)((column.Values[i] ? 1 : 0) << (next % 8));
                    next++;
                }
            }
        }));
    }

    private static (Levels Levels, int Present) LevelsOf<T>(ValueColumn<T> column, LentNumbers lent) where T : struct, IComparable
    {
        if (column.Nulls is null)
        {
            return (new(column.Count, 1), column.Count);
        }

        var levels = lent.Take(column.Count);
        for (var i = 0; i < column.Count; i++)
        {
            levels.Span[i] = column.IsNull(i) ? 0 : 1;
        }

        return (Levels.Of(levels), levels.Span.Count(1));
    }

    /// <summary>A value is repeated (1) unless it is its row's first (0).</summary>
    private static LeafRows OfLists<T>(ListColumn<T> column, Func<T[], LeafValues> valuesOf)
    {
        var (definitions, repetitions) = (new List<int>(), new List<int>());
        foreach (var list in column.Rows)
        {
            for (var i = 0; i < Math.Max(1, list?.Length ?? 0); i++)
            {
                definitions.Add(list is null ? 0 : list.Length == 0 ? 1 : 2);
                repetitions.Add(i == 0 ? 0 : 1);
            }
        }

        return new(Levels.Of(definitions.ToArray()), Levels.Of(repetitions.ToArray()), valuesOf([.. column.Rows.SelectMany(list => list ?? [])]));
    }

    private static TextValues Coded(string[] texts)
    {
        var column = TextColumn.Of(texts);
        return new(column.Values, column.Codes);
    }

    /// <summary>A column of maps has few distinct ones: their entries get codes once.</summary>
    private static LeafRows[] OfMaps(MapColumn column, LentNumbers lent)
    {
        var names = TextColumn.Of(column.Values.SelectMany(map => map.Select(pair => pair.Key)));
        var texts = TextColumn.Of(column.Values.SelectMany(map => map.Select(pair => pair.Value)));
        var first = new int[column.Values.Count + 1];
        for (var i = 0; i < column.Values.Count; i++)
        {
            first[i + 1] = first[i] + column.Values[i].Length;
        }

        int LengthOf(int code) => code < 0 ? 0 : first[code + 1] - first[code];
        var (entries, slots) = (0, 0);
        foreach (var code in column.Codes)
        {
            entries += LengthOf(code);
            slots += Math.Max(1, LengthOf(code));
        }

        var (keys, values, definitions, repetitions) = (lent.Take(entries), lent.Take(entries), lent.Take(slots), lent.Take(slots));
        var (entry, slot) = (0, 0);
        foreach (var code in column.Codes)
        {
            var length = LengthOf(code);
            for (var i = 0; i < length; i++)
            {
                (keys.Span[entry], values.Span[entry]) = (names.Codes[first[code] + i], texts.Codes[first[code] + i]);
                entry++;
            }

            for (var i = 0; i < Math.Max(1, length); i++)
            {
                definitions.Span[slot] = code < 0 ? 0 : length == 0 ? 1 : 2;
                repetitions.Span[slot++] = i == 0 ? 0 : 1;
            }
        }

        var (defined, repeated) = (Levels.Of(definitions), Levels.Of(repetitions));
        return [new(defined, repeated, new TextValues(names.Values, keys)), new(defined, repeated, new TextValues(texts.Values, values))];
    }
}
