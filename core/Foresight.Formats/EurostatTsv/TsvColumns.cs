using Foresight.Formats.Observations;

namespace Foresight.Formats.EurostatTsv;

/// <summary>The dimension columns of a block, with time and frequency told apart.</summary>
internal sealed class TsvColumns
{
    public TsvColumns(TsvHeader header, CodedBytes[] keys, List<int> cellsOfLine, int[] across)
    {
        var dimensions = new Dictionary<string, CodedTexts>();
        var time = new CodedTexts(header.Columns, across);
        CodedTexts? frequency = null;
        if (!header.TimeIsAcross)
            dimensions.Add(header.Across, time);
        for (var i = 0; i < keys.Length; i++)
        {
            var column = WriteOut(keys[i].Build(cellsOfLine.Count), cellsOfLine, across.Length);
            if (!header.TimeIsAcross && TsvHeader.IsTime(header.Key[i]))
                time = column;
            else if (header.Key[i].Equals("freq", StringComparison.OrdinalIgnoreCase))
                frequency = column;
            else
                dimensions.Add(header.Key[i], column);
        }

        Dimensions = dimensions;
        var periods = new string[time.Values.Count];
        var found = new string?[periods.Length];
        for (var i = 0; i < periods.Length; i++)
            PeriodText.TryRead(time.Values[i], null, out periods[i], out found[i]);
        Periods = new CodedTexts(periods, time.Codes);
        Frequencies = frequency ?? Of(time, found);
    }

    public IReadOnlyDictionary<string, CodedTexts> Dimensions { get; }

    public CodedTexts Periods { get; }

    public CodedTexts Frequencies { get; }

    /// <summary>From one code a line to one a cell.</summary>
    private static CodedTexts WriteOut(CodedTexts lines, List<int> cellsOfLine, int cells)
    {
        var codes = GC.AllocateUninitializedArray<int>(cells);
        var start = 0;
        for (var line = 0; line < cellsOfLine.Count; line++)
        {
            codes.AsSpan(start, cellsOfLine[line]).Fill(lines.Codes[line]);
            start += cellsOfLine[line];
        }

        return new CodedTexts(lines.Values, codes);
    }

    private static CodedTexts Of(CodedTexts time, string?[] found)
    {
        var values = found.OfType<string>().Distinct().ToList();
        var codeOf = Array.ConvertAll(found, one => one is null ? -1 : values.IndexOf(one));
        return new CodedTexts(values, Array.ConvertAll(time.Codes, code => code < 0 ? -1 : codeOf[code]));
    }
}
