using System.Globalization;
using Foresight.Sdk;

namespace Foresight.Engine.Charts;

/// <summary>Periods as places on an axis of years, and their labels.</summary>
internal static class TimeAxis
{
    private const float LabelRoom = 14;

    /// <summary>The period's first day as a fraction of years, months evenly spaced.</summary>
    public static double Position(Period period) =>
        period.Start.Year + ((period.Start.Month - 1) / 12.0) + ((period.Start.Day - 1) / 372.0);

    /// <summary>Labels the periods below the axes: each of them where there is room, else every so many years or months.</summary>
    /// <summary>How much room it takes below: under months stands the year, on a line of its own.</summary>
    public static float Room(ChartSpec spec) => spec.Series.SelectMany(series => series.Points).All(point => point.Period!.Value.Frequency == Frequency.Annual) ? 30 : 48;

    public static void Draw(Sheet sheet, ChartRequest request, IReadOnlyList<Period> periods)
    {
        var labels = Choose(sheet, request.Language, Named(periods));
        var y = sheet.Data.Bottom + 16;
        foreach (var (period, lines) in labels)
        {
            var x = sheet.X(Position(period));
            sheet.Rule(x, sheet.Data.Bottom, x, sheet.Data.Bottom + 4, HouseStyle.ZeroLine);
            for (var i = 0; i < lines.Length; i++)
            {
                sheet.Text(lines[i], x, y + (i * HouseStyle.LabelSize * HouseStyle.LineHeight), Anchor.Middle, HouseStyle.MutedText);
            }
        }
    }

    /// <summary>What is named: weeks and days by the months that begin among them.</summary>
    private static IReadOnlyList<Period> Named(IReadOnlyList<Period> periods)
    {
        if (!periods.All(period => period.Frequency is Frequency.Weekly or Frequency.Daily))
        {
            return periods;
        }

        var (first, last) = (periods[0].Start, periods[^1].Start);
        var months = Enumerable.Range(0, ((last.Year - first.Year) * 12) + last.Month - first.Month + 1).Select(i => first.AddMonths(i))
            .Select(day => Period.Month(day.Year, day.Month)).Where(month => month.Start >= first).ToArray();
        return months.Length == 0 ? periods : months;
    }

    private static IReadOnlyList<(Period Period, string[] Lines)> Choose(Sheet sheet, string language, IReadOnlyList<Period> periods)
    {
        var annual = periods.All(period => period.Frequency == Frequency.Annual);
        if (annual)
        {
            var each = periods.Select(period => (period, new[] { period.Text })).ToArray();
            if (Fits(sheet, each))
            {
                return each;
            }

            foreach (var step in new[] { 2, 5, 10, 20, 50 })
            {
                var some = Enumerable.Range(periods[0].Start.Year, periods[^1].Start.Year - periods[0].Start.Year + 1)
                    .Where(year => year % step == 0)
                    .Select(year => (Period.Year(year), new[] { year.ToString(CultureInfo.InvariantCulture) })).ToArray();
                if (Fits(sheet, some))
                {
                    return some;
                }
            }
        }

        foreach (var step in new[] { 1, 2, 3, 6, 12, 24, 60 })
        {
            var some = periods.Where(period => ((period.Start.Year * 12) + period.Start.Month - 1) % step == 0).ToArray();
            var labelled = some.Select((period, i) => (period, Lines(period, language, i == 0 || some[i - 1].Start.Year != period.Start.Year))).ToArray();
            if (labelled.Length > 0 && Fits(sheet, labelled))
            {
                return labelled;
            }
        }

        return [];
    }

    private static string[] Lines(Period period, string language, bool withYear)
    {
        var name = period.Frequency == Frequency.Quarterly
            ? (language == "sv" ? "kv " : "Q") + (((period.Start.Month - 1) / 3) + 1).ToString(CultureInfo.InvariantCulture)
            : Wording.ShortMonth(period.Start.Month, language);
        return withYear ? [name, period.Start.Year.ToString(CultureInfo.InvariantCulture)] : [name];
    }

    private static bool Fits(Sheet sheet, IReadOnlyList<(Period Period, string[] Lines)> labels)
    {
        var end = float.NegativeInfinity;
        foreach (var (period, lines) in labels)
        {
            var half = lines.Max(line => HouseFont.Measure(line, HouseStyle.LabelSize)) / 2;
            var x = sheet.X(Position(period));
            if (x - half < end + LabelRoom)
            {
                return false;
            }

            end = x + half;
        }

        return true;
    }
}
