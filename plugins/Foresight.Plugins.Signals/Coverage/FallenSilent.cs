using System.Globalization;
using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals.Coverage;

/// <summary>Sources whose present pause is far longer than any that they made before, although they were looked at, and the focus areas that lose by it.</summary>
internal static class FallenSilent
{
    private const int LeastReports = 5;
    private const int LeastDays = 21;
    private const int TimesLongest = 2;
    private const double LeastWeight = 0.3;
    private const double MostWeight = 0.45;

    public static async Task<IReadOnlyList<Signal>> FindAsync(AnalysisContext context, IReadOnlyList<SourceCoverage> sources, DateOnly today, CoverageGapsOptions options)
    {
        var from = new DateOnly(today.Year, today.Month, 1).AddMonths(1 - (2 * options.Months));
        var pauses = await SourcePause.ReadAsync(context.Tables, from, today).ConfigureAwait(false);
        var areas = await AreasAsync(context, from, today).ConfigureAwait(false);
        return
        [
            .. sources.Join(pauses, source => source.Id, pause => pause.Source, (source, pause) => (Source: source, Pause: pause))
                .Where(found => found.Pause.Reports >= LeastReports && found.Pause.Length > LeastDays && found.Pause.Length > TimesLongest * found.Pause.Longest)
                .Select(found => SignalOf(found.Source, found.Pause, context.Policy, areas, from, options)),
        ];
    }

    // A source's part of each area's stories, while it still spoke.
    private static async Task<Dictionary<(string Source, string Area), (int Own, int All)>> AreasAsync(AnalysisContext context, DateOnly from, DateOnly today)
    {
        var months = ((today.Year - from.Year) * 12) + today.Month - from.Month + 1;
        var coverage = await WatchCoverage.ReadAsync(context.Tables, context.Policy, [], today, months).ConfigureAwait(false);
        var all = (await coverage.CountAsync().ConfigureAwait(false)).Where(count => count.FocusArea is not null).ToDictionary(count => count.FocusArea!, count => count.Stories, StringComparer.Ordinal);
        return (await coverage.CountAsync(CoverageAxis.Source).ConfigureAwait(false)).Where(count => count.FocusArea is not null)
            .ToDictionary(count => (count.Source!, count.FocusArea!), count => (count.Stories, all[count.FocusArea!]));
    }

    private static Signal SignalOf(
        SourceCoverage source, SourcePause pause, Policy policy, Dictionary<(string Source, string Area), (int Own, int All)> areas, DateOnly from, CoverageGapsOptions options)
    {
        var losing = policy.FocusAreas.Select(area => (Area: area, Count: areas.GetValueOrDefault((source.Id, area.Id)))).Where(found => found.Count.Own > 0)
            .OrderByDescending(found => (double)found.Count.Own / found.Count.All).ThenByDescending(found => found.Count.Own).Take(2).ToArray();
        string Lost(string language) => losing.Length == 0 ? "" : (language == "sv" ? " Mest förlorar " : " Most is lost by ")
            + Phrases.Listed([.. losing.Select(found => string.Create(CultureInfo.InvariantCulture, $"{Phrases.Small(found.Area.ShortName.In(language))} ({Wording.Number(found.Count.Own, language)} {(language == "sv" ? "av" : "of")} {Wording.Number(found.Count.All, language)} {(language == "sv" ? "nyheter" : "stories")})"))], language == "sv" ? "och" : "and")
            + ".";
        var period = $"published={Days.Iso(from)}..{Days.Iso(pause.LookedAt)}";
        return new Signal
        {
            Id = "coverage/silent/" + source.Id,
            Kind = "coverage",
            FocusArea = losing.Length == 1 ? losing[0].Area.Id : null,
            Headline = new LocalText(
                $"{source.Title.Sv} har tystnat: inget nytt på {Wording.Number(pause.Length, "sv")} dagar, där den längsta pausen förut var {Wording.Number(pause.Longest, "sv")}.{Lost("sv")}",
                $"{source.Title.En} fell silent: nothing new for {Wording.Number(pause.Length, "en")} days, where its longest pause had been {Wording.Number(pause.Longest, "en")}.{Lost("en")}"),
            Caveat = pause.Works
                ? new LocalText("Källan svarar när den läses: den kan ha flyttat, eller tiga av sig själv.", "The source answers when it is read: it may have moved, or be quiet by itself.")
                : new LocalText("Källan har inte kunnat läsas på sistone: vad den säger syns inte.", "The source could not be read of late: what it says does not show."),
            Weight = Math.Round(Math.Min(MostWeight, LeastWeight + losing.Select(found => 0.15 * found.Count.Own / found.Count.All).DefaultIfEmpty().Max()), 4),
            Chart = options.Chart,
            Method = "coverage",
            Figures = [new SignalFigure("days-silent", pause.Length) { Unit = "days" }, new SignalFigure("longest-pause-before", pause.Longest) { Unit = "days" }, new SignalFigure("reports", pause.Reports)],
            Evidence =
            [
                Of(pause.Length, "documents", source.Id, period, $"days from the newest report ({Days.Iso(pause.Newest)}) to the last load ({Days.Iso(pause.LookedAt)})"),
                Of(pause.Longest, "documents", source.Id, period, "longest pause between two days with reports before"),
                .. losing.SelectMany(found => new[]
                {
                    Of(found.Count.Own, "classifications", source.Id, $"focus_area={found.Area.Id} {period}", "count of stories that belong"),
                    Of(found.Count.All, "classifications", "*", $"focus_area={found.Area.Id} {period}", "count of stories that belong, of all sources"),
                }),
            ],
        };
    }

    private static Evidence Of(double value, string view, string source, string record, string formula) => new() { Value = value, View = view, Source = source, Record = record, Formula = formula };
}
