using System.Globalization;
using Foresight.Sdk;

namespace Foresight.Plugins.TradeStatistics;

/// <summary>
/// Parts what the options ask for into questions that Eurostat answers at once: it counts the positions of every dimension, also those
/// without a value, and the address must not grow too long.
/// </summary>
internal static class ComextQuestions
{
    /// <summary>Above this the answer is prepared first.</summary>
    public const long MostCells = 500_000;

    private const string Root = "https://ec.europa.eu/eurostat/api/comext/dissemination/sdmx/2.1/data/";

    /// <summary>About as many partners as there are when all are asked for.</summary>
    private const int AllPartners = 250;

    /// <summary>Codes of one dimension in one address: it stays under 2,000 characters.</summary>
    private const int MostCodes = 60;

    private static readonly Period First = Period.Month(1988, 1);

    public static IEnumerable<Uri> Of(ComextOptions options, DateOnly today)
    {
        var from = options.From is { } given ? Period.Parse(given) : First;
        var months = Math.Max(1, ((today.Year - from.Start.Year) * 12) + today.Month - from.Start.Month + 1);
        var periods = options.Frequency == "A" ? (months + 11) / 12 : months;
        foreach (var reporters in options.Reporters.Chunk(MostCodes))
        {
            foreach (var partners in options.Partners.Count == 0 ? [[]] : options.Partners.Chunk(MostCodes))
            {
                var perProduct = (long)reporters.Length * (partners.Length == 0 ? AllPartners : partners.Length)
                    * Math.Max(1, options.Flows.Count) * Math.Max(1, options.Indicators.Count);
                // Whole products where they fit; one by one and in stretches of years where even one does not.
                var together = (int)Math.Clamp(MostCells / (perProduct * periods), 1, MostCodes);
                var stretch = (int)Math.Clamp(MostCells / perProduct, 1, int.MaxValue);
                foreach (var products in options.Products.Chunk(together))
                {
                    for (var done = 0; done < periods; done += stretch)
                        yield return Question(options, reporters, partners, products, Range(options, from, done, stretch, periods));
                }
            }
        }
    }

    private static string Range(ComextOptions options, Period from, int done, int stretch, int periods)
    {
        var start = done > 0 || options.From is not null ? "&startPeriod=" + Uri.EscapeDataString(done == 0 ? options.From! : At(options, from, done)) : "";
        return done + stretch < periods ? $"{start}&endPeriod={At(options, from, done + stretch - 1)}" : start;
    }

    private static string At(ComextOptions options, Period from, int later) => options.Frequency == "A"
        ? (from.Start.Year + later).ToString(CultureInfo.InvariantCulture)
        : from.Start.AddMonths(later).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static Uri Question(ComextOptions options, string[] reporters, string[] partners, string[] products, string range)
    {
        var key = string.Join('.', new IReadOnlyList<string>[] { [options.Frequency], reporters, partners, products, options.Flows, options.Indicators }
            .Select(codes => string.Join('+', codes.Select(Uri.EscapeDataString))));
        return new Uri($"{Root}{options.Dataset}/{key}?format=SDMX-CSV{range}");
    }
}
