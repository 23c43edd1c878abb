using System.Globalization;

namespace Foresight.Exposure;

/// <summary>Twelve months and the twelve before them: a year against a year, so that no season is taken for a change.</summary>
/// <param name="Last">The first day of the last month.</param>
internal readonly record struct TradeWindow(DateOnly Last)
{
    public const int Length = 12;

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

    public string Now => $"{Text(Middle)}..{Text(Last)}";

    public string Before => $"{Text(First)}..{Text(Middle.AddMonths(-1))}";

    public static string Text(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
