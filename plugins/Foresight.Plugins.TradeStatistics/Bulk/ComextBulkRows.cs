using System.Globalization;
using Foresight.Formats.Delimited;
using Foresight.Formats.Observations;
using Foresight.Sdk;

namespace Foresight.Plugins.TradeStatistics.Bulk;

/// <summary>Turns lines, each with several measures, into observations, each with one.</summary>
internal sealed class ComextBulkRows
{
    /// <summary>A flow is parted by procedure and kind of trade only; a file filtered to one product has long runs of it.</summary>
    private const int MostOfProduct = 16;

    /// <summary>These tell rows apart and are stored as they are, for every measure of a line.</summary>
    private static readonly string[] Kept =
        [Dimension.RefArea, Dimension.CounterpartArea, Dimension.Product, Dimension.Flow, ComextBulkTable.TradeType, ComextBulkTable.Procedure];

    private readonly DelimitedBlock block;
    private readonly string[] measures;
    private readonly double[][] columns;
    private readonly List<string> units = [];
    private readonly int[] unitOfMeasure;
    private readonly int[]? unitOfStated;
    private readonly CodedTexts? stated;
    private readonly CodedTexts? sitc;
    private readonly bool[]? repeated;
    private readonly Period?[] periods;
    private readonly List<Rejection> rejections;
    private readonly int supplementary;
    private readonly int noUnit;
    private readonly bool isOld;

    private ComextBulkRows(DelimitedBlock block)
    {
        this.block = block;
        rejections = [.. block.Rejections.Select(bad => new Rejection($"line {bad.Line}", bad.Reason) { Item = bad.Text })];
        measures = [.. block.Numbers.Keys];
        columns = [.. measures.Select(measure => block.Numbers[measure])];
        supplementary = Array.IndexOf(measures, ComextBulkTable.SupplementaryQuantity);
        unitOfMeasure = [.. measures.Select(measure => measure == ComextBulkTable.SupplementaryQuantity ? -1 : CodeOf(ComextBulkTable.UnitOf(measure)))];
        stated = block.Codes.GetValueOrDefault(ComextBulkTable.SupplementaryUnit);
        unitOfStated = stated?.Values.Select(CodeOf).ToArray();
        noUnit = units.IndexOf(ComextBulkTable.NoUnit);
        isOld = block.Codes.ContainsKey(ComextBulkTable.OldMark);
        periods = PeriodsOf(block.Codes[ComextBulkTable.Period], rejections);
        sitc = SitcOfHidden(block);
        repeated = AddRepeated(block, sitc);
    }

    public static ObservationBatch ToBatch(DelimitedBlock block, string dataset) => new ComextBulkRows(block).Build(dataset);

    private ObservationBatch Build(string dataset)
    {
        var most = block.Count * measures.Length;
        var (lineOf, measureOf, unitOf, values) = (new int[most], new int[most], new int[most], new double[most]);
        var periodOf = block.Codes[ComextBulkTable.Period].Codes;
        var count = 0;
        for (var line = 0; line < block.Count; line++)
        {
            if (periodOf[line] < 0 || periods[periodOf[line]] is null || repeated?[line] is true)
                continue;
            for (var m = 0; m < columns.Length; m++)
            {
                var value = columns[m][line];
                if (double.IsNaN(value) || (m == supplementary && HasNoUnit(line, value)))
                    continue;
                (lineOf[count], measureOf[count], values[count]) = (line, m, value);
                unitOf[count++] = m == supplementary ? StatedUnit(line) : unitOfMeasure[m];
            }
        }

        var lines = lineOf.AsSpan(0, count);
        var dimensions = new Dictionary<string, CodedColumn<string>>
        {
            [Dimension.Indicator] = new(measures, measureOf.AsMemory(0, count)),
            [Dimension.Unit] = new(units, unitOf.AsMemory(0, count)),
        };
        foreach (var name in Kept)
        {
            if (block.Codes.TryGetValue(name, out var column))
                dimensions.Add(name, new(column.Values, Repeat(column.Codes, lines)));
        }

        if (sitc is not null)
            dimensions.Add(ComextBulkTable.Sitc, new(sitc.Values, Repeat(sitc.Codes, lines)));
        return new ObservationBatch
        {
            Dataset = dataset,
            Periods = new([.. periods.Select(period => period ?? default)], Repeat(periodOf, lines)),
            Values = values.AsMemory(0, count),
            Dimensions = dimensions,
            Rejections = rejections,
            Fields = block.Header,
        };
    }

    /// <summary>Without a unit there is no such quantity. Older files have no code for that: there a quantity of 0 says it.</summary>
    private bool HasNoUnit(int line, double value) => isOld ? value == 0 : StatedUnit(line) == noUnit;

    private int StatedUnit(int line) => stated is not null && stated.Codes[line] is >= 0 and var code ? unitOfStated![code] : -1;

    private int CodeOf(string unit)
    {
        var known = units.IndexOf(unit);
        if (known < 0)
        {
            known = units.Count;
            units.Add(unit);
        }

        return known;
    }

    /// <summary>
    /// A line that repeats the codes of one shortly before it is a part of the same flow: its figures are added to the first's. Null
    /// where there is none, as in every file seen so far.
    /// </summary>
    private static bool[]? AddRepeated(DelimitedBlock block, CodedTexts? sitc)
    {
        var product = block.Codes[Dimension.Product].Codes;
        int[][] others = [.. block.Codes.Where(column => column.Key is not (Dimension.Product or ComextBulkTable.Sitc)).Select(column => column.Value.Codes), .. sitc is null ? [] : new[] { sitc.Codes }];
        bool[]? repeated = null;
        for (var line = 1; line < block.Count; line++)
        {
            // The lines of a product of two countries lie together, one per procedure.
            for (var before = line - 1; before >= Math.Max(0, line - MostOfProduct) && product[before] == product[line]; before--)
            {
                if (!AreSame(others, before, line))
                    continue;
                (repeated ??= new bool[block.Count])[line] = true;
                foreach (var numbers in block.Numbers.Values)
                    numbers[before] = double.IsNaN(numbers[before]) ? numbers[line] : numbers[before] + (double.IsNaN(numbers[line]) ? 0 : numbers[line]);
                break;
            }
        }

        return repeated;
    }

    /// <summary>A month; the year's file writes <c>202252</c> for 2022. Null for what is neither.</summary>
    private static Period?[] PeriodsOf(CodedTexts column, List<Rejection> rejections)
    {
        var periods = new Period?[column.Values.Count];
        for (var i = 0; i < periods.Length; i++)
        {
            var text = column.Values[i];
            if (text is [_, _, _, _, '5', '2'] && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0)
                periods[i] = Period.Year(year);
            else if (Period.TryParse(text, out var period))
                periods[i] = period;
            else
                rejections.Add(new Rejection($"PERIOD {text}", $"Lines with the period '{text}' were left out, for it is none."));
        }

        return periods;
    }

    /// <summary>A hidden product (<c>39XXXXXX</c>) may come several times for one flow: only its SITC then tells the lines apart.</summary>
    private static CodedTexts? SitcOfHidden(DelimitedBlock block)
    {
        if (!block.Codes.TryGetValue(ComextBulkTable.Sitc, out var sitc))
            return null;
        var product = block.Codes[Dimension.Product];
        var hidden = product.Values.Select(TradeCodes.IsHiddenProduct).ToArray();
        if (!hidden.Contains(true))
            return null;
        var codes = new int[block.Count];
        for (var line = 0; line < codes.Length; line++)
            codes[line] = product.Codes[line] is >= 0 and var code && hidden[code] ? sitc.Codes[line] : -1;
        return sitc with { Codes = codes };
    }

    private static bool AreSame(int[][] columns, int one, int other)
    {
        foreach (var codes in columns)
        {
            if (codes[one] != codes[other])
                return false;
        }

        return true;
    }

    private static int[] Repeat(int[] codes, ReadOnlySpan<int> lines)
    {
        var repeated = new int[lines.Length];
        for (var i = 0; i < repeated.Length; i++)
            repeated[i] = codes[lines[i]];
        return repeated;
    }
}
