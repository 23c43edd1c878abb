using System.Globalization;

namespace Foresight.Exposure;

/// <summary>Twelve months and the twelve before them: a year against a year, so that no season is taken for a change.</summary>
/// <param name="Last">The first day of the last month.</param>
internal readonly record struct TradeWindow(DateOnly Last)
{
    public const int Length = 12;

    // Comext's sources read as many months again with each load.
    private const int MostLate = 3;

    /// <summary>The first of all 24 months.</summary>
    public DateOnly First => Last.AddMonths(1 - (2 * Length));

    /// <summary>The first of the latter twelve.</summary>
    public DateOnly Middle => Last.AddMonths(1 - Length);

    public IEnumerable<DateOnly> Months
    {
        get
        {
            for (var month = First; month <= Last; month = month.AddMonths(1))
            {
                yield return month;
            }
        }
    }

    /// <summary>The last month of every twelve months within it, oldest first.</summary>
    public IEnumerable<DateOnly> Ends
    {
        get
        {
            var middle = Middle;
            return Months.Where(month => month >= middle.AddMonths(-1));
        }
    }

    /// <summary>
    /// The window that ends with the newest month that tells of some goods. A month beyond it is not measured as long as it may be a load that was not
    /// whole or a figure that is late; when the goods are missing for longer than that, their trade has stopped, and that is told as a fall to nought.
    /// </summary>
    public TradeWindow EndingWith(DateOnly? lastTold) =>
        lastTold is { } told && told < Last && told.AddMonths(MostLate) >= Last ? new TradeWindow(told) : this;

    public string Now => $"{Text(Middle)}..{Text(Last)}";

    public string Before => $"{Text(First)}..{Text(Middle.AddMonths(-1))}";

    public static string Text(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
