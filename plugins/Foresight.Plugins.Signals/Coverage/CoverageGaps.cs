using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals.Coverage;

/// <summary>
/// What we are not seeing: focus areas with too little evidence, partner countries and sources that were not heard, and what changed in that: a source that fell
/// silent, an area that hangs on one publisher. See <c>docs/methods/coverage.md</c>.
/// </summary>
internal sealed class CoverageGaps(CoverageGapsOptions options) : IAnalysis
{
    public async Task<AnalysisOutcome> AnalyseAsync(AnalysisContext context, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(context.Clock.GetUtcNow().UtcDateTime);
        var sources = context.Sources.Where(source => options.Sources.Count == 0 || options.Sources.Contains(source.Id)).ToArray();
        var now = await WatchCoverage.ReadAsync(context.Tables, context.Policy, sources, today, options.Months).ConfigureAwait(false);
        var before = await WatchCoverage.ReadAsync(context.Tables, context.Policy, sources, now.Months[0].Start.AddDays(-1), options.Months).ConfigureAwait(false);
        var corrected = await CorrectedAreas.ReadAsync(context.Tables, context.Policy.FocusAreas, now.Months[0].Start, today).ConfigureAwait(false);
        var evidence = await AreaEvidence.ReadAsync(now, context.Policy.FocusAreas).ConfigureAwait(false);
        var earlier = await AreaEvidence.ReadAsync(before, context.Policy.FocusAreas).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return new AnalysisOutcome(
        [
            .. await FallenSilent.FindAsync(context, now.Sources, today, options).ConfigureAwait(false),
            .. SinglePublisher.Find(evidence, earlier, now, options),
        ])
        {
            Silences =
            [
                .. evidence.Select(area => ThinEvidence.Of(area, corrected, options)).OfType<Silence>(),
                .. await UnheardCountriesAsync(now).ConfigureAwait(false),
                .. UnheardSources(now),
            ],
        };
    }

    private async Task<IReadOnlyList<Silence>> UnheardCountriesAsync(WatchCoverage now)
    {
        var counts = await now.CountAsync(CoverageAxis.Region).ConfigureAwait(false);
        var named = counts.Select(count => count.Region).ToHashSet();
        var unheard = now.PartnerCountries.Where(code => !named.Contains(code)).Select(now.CountryName).ToArray();
        string List(string language) => Phrases.Listed([.. unheard.Select(name => name.In(language))], language == "sv" ? "eller" : "or");
        return unheard.Length == 0 ? [] :
        [
            new Silence("coverage/partner-countries", null, new LocalText(
                $"Ingen text under {Phrases.LastMonths(options.Months, "sv")} nämner {List("sv")}, där vi har vänorter eller partner; vad som händer där syns inte här.",
                $"No text of {Phrases.LastMonths(options.Months, "en")} names {List("en")}, where we have twin towns or partners; what happens there does not show here.")),
        ];
    }

    private IEnumerable<Silence> UnheardSources(WatchCoverage now) => now.Sources.Where(source => source.Whole != CoverageState.Heard).Select(source =>
    {
        var (sv, en) = source.Whole switch
        {
            CoverageState.Silent => ("läses, men gav ingenting", "is read but gave nothing"),
            CoverageState.Failed => ("gick inte att läsa", "could not be read"),
            _ => ("lästes inte", "was not read"),
        };
        return new Silence("coverage/source/" + source.Id, null, new LocalText(
            $"{source.Title.Sv} {sv} under {Phrases.LastMonths(options.Months, "sv")}; vad den skulle ha sagt syns inte här.",
            $"{source.Title.En} {en} during {Phrases.LastMonths(options.Months, "en")}; what it would have told does not show here."));
    });
}
