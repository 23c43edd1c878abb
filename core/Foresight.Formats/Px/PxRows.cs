using Foresight.Formats.Observations;

namespace Foresight.Formats.Px;

/// <summary>Gathers cells as columns.</summary>
internal sealed class PxRows(PxLayout layout, int blockRows)
{
    private const int FirstRows = 256;

    private readonly List<string> flagTexts = [];
    private readonly Dictionary<string, int> flagCodes = [];
    private readonly int[][] positions = [.. layout.Variables.Select(_ => new int[FirstRows])];
    private double[] values = new double[FirstRows];
    private int[] flags = new int[FirstRows];
    private bool hasGaps;
    private bool hasFlags;

    public int Count { get; private set; }

    public bool IsFull => Count >= blockRows;

    public void Add(int[] at, double value, string? symbol)
    {
        if (Count == values.Length)
            Widen();
        var note = layout.Notes.IsEmpty ? null : layout.Notes.Of(Cell(at), at);
        for (var i = 0; i < positions.Length; i++)
            positions[i][Count] = at[i];
        values[Count] = value;
        hasGaps |= symbol is not null;
        flags[Count++] = (symbol ?? note) is { } flag ? Code(flag) : -1;
    }

    public ObservationBlock Build()
    {
        var dimensions = new Dictionary<string, CodedTexts>();
        var (periods, frequencies) = (new CodedTexts([], []), new CodedTexts([], []));
        for (var i = 0; i < positions.Length; i++)
        {
            var codes = positions[i].AsSpan(0, Count).ToArray();
            if (i == layout.Periods?.Variable)
                (periods, frequencies) = Times(layout.Periods, codes);
            else
                dimensions.Add(layout.Variables[i].Code, new CodedTexts(layout.Variables[i].Codes, codes));
        }

        if (layout.Periods is null)
            periods = frequencies = new CodedTexts([], [.. Enumerable.Repeat(-1, Count)]);
        var given = hasFlags ? flags.AsSpan(0, Count).ToArray() : null;
        var own = values.AsSpan(0, Count).ToArray();
        var (presences, marks) = Meanings(own, given);
        (Count, hasGaps, hasFlags) = (0, false, false);
        return new ObservationBlock(dimensions, periods, frequencies, own, presences, given is null ? null : new CodedTexts([.. flagTexts], given), marks, [])
        {
            Fields = [.. layout.Variables.Select(variable => variable.Code)],
        };
    }

    private static (CodedTexts Periods, CodedTexts Frequencies) Times(PxPeriods periods, int[] codes)
    {
        var distinct = periods.Frequencies.OfType<string>().Distinct().ToList();
        var codeOf = Array.ConvertAll(periods.Frequencies, one => one is null ? -1 : distinct.IndexOf(one));
        return (new CodedTexts(periods.Texts, codes), new CodedTexts(distinct, Array.ConvertAll(codes, code => codeOf[code])));
    }

    private (ObservationPresence[] Presences, CodedTexts? Marks) Meanings(double[] own, int[]? given)
    {
        if (given is null)
            return ([], null);
        var presences = hasGaps ? new ObservationPresence[own.Length] : [];
        var letters = new List<string>();
        var beside = flagTexts.ConvertAll(flag => CodeOf(letters, ObservationFlags.OfPx(flag, true)));
        var instead = flagTexts.ConvertAll(flag => (Code: CodeOf(letters, ObservationFlags.OfPx(flag, false)), ObservationFlags.OfPx(flag, false).Presence));
        var codes = new int[own.Length];
        for (var row = 0; row < codes.Length; row++)
        {
            var isGap = double.IsNaN(own[row]);
            codes[row] = given[row] < 0 ? -1 : isGap ? instead[given[row]].Code : beside[given[row]];
            if (isGap)
                presences[row] = instead[given[row]].Presence;
        }

        return (presences, codes.AsSpan().ContainsAnyExcept(-1) ? new CodedTexts(letters, codes) : null);
    }

    private static int CodeOf(List<string> letters, ObservationMarks marks)
    {
        if (marks.Letters.Length == 0)
            return -1;
        if (!letters.Contains(marks.Letters))
            letters.Add(marks.Letters);
        return letters.IndexOf(marks.Letters);
    }

    private int Code(string flag)
    {
        hasFlags = true;
        if (!flagCodes.TryGetValue(flag, out var code))
        {
            flagCodes.Add(flag, code = flagTexts.Count);
            flagTexts.Add(flag);
        }

        return code;
    }

    private long Cell(int[] at)
    {
        var cell = 0L;
        for (var i = 0; i < at.Length; i++)
            cell = (cell * layout.Sizes[i]) + at[i];
        return cell;
    }

    private void Widen()
    {
        var size = Math.Max(Math.Min(Count * 2, blockRows), Count + 1);
        Array.Resize(ref values, size);
        Array.Resize(ref flags, size);
        for (var i = 0; i < positions.Length; i++)
            Array.Resize(ref positions[i], size);
    }
}
