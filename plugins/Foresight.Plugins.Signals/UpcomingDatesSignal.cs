using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals;

/// <summary>The next dates that matter: those of documents in a focus area, and releases of statistics and calls.</summary>
internal sealed class UpcomingDatesSignal(UpcomingDatesSignalOptions options) : IAnalysis
{
    private static readonly string[] AlwaysOfUse = ["release", "call"];

    public async Task<AnalysisOutcome> AnalyseAsync(AnalysisContext context, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(context.Clock.GetUtcNow().UtcDateTime);
        var documents = await DueDocument.ReadAsync(context.Tables, options.Sources, today, options.Days).ConfigureAwait(false);
        var names = documents.GroupBy(document => document.Source, StringComparer.Ordinal).ToDictionary(group => group.Key, DueDocument.NameOf, StringComparer.Ordinal);
        return new AnalysisOutcome(
        [
            .. documents.Where(document => document.FocusAreas.Count > 0 || AlwaysOfUse.Contains(document.Kind))
                .DistinctBy(document => (document.Due, document.Title)).Take(options.Most)
                .Select(document => new Signal
                {
                    Id = $"date/{document.Source}/{document.ItemId}",
                    Kind = "date",
                    FocusArea = document.FocusAreas.Count == 0 ? null : document.FocusAreas[0],
                    Headline = new LocalText(Sentence(document, names, context.Policy, today, "sv"), Sentence(document, names, context.Policy, today, "en")),
                    Weight = Math.Round(0.05 * (1 - ((document.Due.DayNumber - today.DayNumber) / (2.0 * options.Days))), 4),
                    Horizon = Horizons.Of((document.Due.DayNumber - today.DayNumber) / 365.25),
                    Evidence = [document.Evidence],
                }),
        ]);
    }

    private static string Sentence(DueDocument document, Dictionary<string, string> names, Policy policy, DateOnly today, string language)
    {
        var days = document.Due.DayNumber - today.DayNumber;
        var when = (Phrases.IsSwedish(language), days) switch
        {
            (true, 0) => "i dag",
            (true, 1) => "om en dag",
            (true, _) => $"om {Wording.Number(days, language)} dagar",
            (false, 0) => "today",
            (false, 1) => "in one day",
            (false, _) => $"in {Wording.Number(days, language)} days",
        };
        return $"{Wording.Day(document.Due, language)} ({when}): {document.ShortTitle(policy, language)} ({names[document.Source]}).";
    }
}
