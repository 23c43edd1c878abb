using Foresight.Methods.Attention;
using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals.Attention;

/// <summary>
/// New documents that are unlike anything of the last two years, ranked among those of their own focus area and language in the last year: by itself the
/// measure says more of the archive than of the document.
/// </summary>
internal sealed class NoveltySignal(NoveltyOptions options) : IAnalysis
{
    private const int RankedMonths = 12;

    public async Task<AnalysisOutcome> AnalyseAsync(AnalysisContext context, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(context.Clock.GetUtcNow().UtcDateTime);
        var days = today.DayNumber - today.AddMonths(-options.Months - RankedMonths).DayNumber;
        var window = new NewsWindow(today, (days / 7) + 1);
        var byLanguage = await ReadAsync(context, window, cancellationToken).ConfigureAwait(false);
        var areas = await AreasAsync(context.Tables, today).ConfigureAwait(false);
        var (found, most) = (new List<(FocusArea Area, NewsDocument Document, double Novelty, int Below, int Among)>(), 0);
        foreach (var documents in byLanguage)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var novelty = Novelty.Of(
                [.. documents.Select(document => document.Compared)], today.DayNumber - today.AddMonths(-options.Months).DayNumber,
                i => documents[i].Document.BeginsStory && documents[i].Document.Day > today.AddMonths(-RankedMonths));
            foreach (var area in context.Policy.FocusAreas)
            {
                var ranked = Enumerable.Range(0, documents.Count).Where(i => novelty[i] is not null && areas.Contains((documents[i].Compared.Story, area.Id))).ToArray();
                most = Math.Max(most, ranked.Length - 1);
                if (ranked.Length - 1 < options.AtLeast)
                {
                    continue;
                }

                foreach (var i in ranked.Where(i => documents[i].Document.Day > today.AddDays(-7 * options.Weeks)))
                {
                    var below = ranked.Count(other => novelty[other] < novelty[i]);
                    if (below >= options.Rank * (ranked.Length - 1))
                    {
                        found.Add((area, documents[i].Document, novelty[i]!.Value, below, ranked.Length - 1));
                    }
                }
            }
        }

        if (most < options.AtLeast)
        {
            return new AnalysisOutcome([]) { Silences = [new Silence("novelty", null, TooFew(Math.Max(0, most)))] };
        }

        return new AnalysisOutcome(
        [
            .. found.OrderByDescending(document => (double)document.Below / document.Among).ThenByDescending(document => document.Novelty)
                .ThenBy(document => document.Document.Story, StringComparer.Ordinal).DistinctBy(document => document.Document.Story).Take(options.Most)
                .Select(document => SignalOf(document.Area, document.Document, document.Novelty, document.Below, document.Among, today)),
        ]);
    }

    private async Task<IReadOnlyList<List<(NewsDocument Document, NoveltyDocument Compared)>>> ReadAsync(AnalysisContext context, NewsWindow window, CancellationToken cancellationToken)
    {
        var terms = await NewsTerms.ReaderAsync(context).ConfigureAwait(false);
        var documents = NewsTerms.Languages.ToDictionary(language => language, _ => new List<(NewsDocument, NoveltyDocument)>(), StringComparer.Ordinal);
        var shared = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var document in NewsStream.NewestFirstAsync(context.Tables, window, cancellationToken).ConfigureAwait(false))
        {
            var list = documents[document.Language];
            if (list.Count < options.MostDocuments)
            {
                string[] words = [.. terms.Of(document).Keys.Select(term => shared.TryAdd(term, term) ? term : shared[term])];
                // The text has said what it has to say.
                list.Add((document with { Text = "" }, new NoveltyDocument(document.Story, document.Day.DayNumber, words)));
            }
        }

        foreach (var list in documents.Values)
        {
            list.Reverse();
        }

        return [.. documents.Values];
    }

    private static async Task<HashSet<(string Story, string Area)>> AreasAsync(ITables tables, DateOnly today)
    {
        var table = await tables.QueryAsync(
            """
            SELECT DISTINCT d.story_id, c.focus_area FROM document_stories d
            JOIN classifications c ON c._source = d._source AND c._item_id = d._item_id AND c._revision = d._revision AND c.belongs
            WHERE d.published >= CAST($1 AS DATE) + 1 AND d.published < CAST($2 AS DATE) + 1
            """,
            Days.Iso(today.AddMonths(-RankedMonths)), Days.Iso(today)).ConfigureAwait(false);
        return [.. table.Rows.Select(row => (row.Text("story_id"), row.Text("focus_area")))];
    }

    private static Signal SignalOf(FocusArea area, NewsDocument document, double novelty, int below, int among, DateOnly today)
    {
        var title = Titles.Short(document.Title);
        var record = $"focus_area={area.Id} language={document.Language} published={Days.Iso(today.AddMonths(-RankedMonths).AddDays(1))}..{Days.Iso(today)}";
        return new Signal
        {
            Id = $"novelty/{document.Story}",
            Kind = "attention",
            FocusArea = area.Id,
            Level = SignalLevel.Signal,
            Steep = NewsProof.SteepOf(document.Report.Steep),
            Publishers = 1,
            Method = BurstSignal.Method,
            Headline = new LocalText(
                $"Något nytt i {Phrases.Small(area.ShortName.Sv)}: ”{title}” ({document.Report.Publisher}) är mer olik tidigare texter än {Wording.Number(below, "sv")} av {Wording.Number(among, "sv")} andra det senaste året.",
                $"Something new in {Phrases.Small(area.ShortName.En)}: “{title}” ({document.Report.Publisher}) is less like earlier texts than {Wording.Number(below, "en")} of {Wording.Number(among, "en")} others of the last year."),
            Caveat = new LocalText(
                "Jämför ord, inte betydelse: ett nytt ämne, men också ett ovanligt språk, är olikt det som var.",
                "Compares words, not meaning: a new subject, but also unusual language, is unlike what was."),
            Weight = Math.Round(0.1 + (0.1 * novelty), 4),
            Figures = [new SignalFigure("novelty", novelty) { Method = "1 − the greatest cosine of idf-weighted terms" }, new SignalFigure("rank", (double)below / among)],
            Evidence =
            [
                document.Report.Evidence,
                NewsEvidence.Count("documents", below, record, "count of stories of the area that are less novel"),
                NewsEvidence.Count("documents", among, record, "count of other stories of the area"),
            ],
        };
    }

    private LocalText TooFew(int most) => new(
        $"Hur nya texterna är kan inte bedömas: inget fokusområde har fler än {Wording.Number(most, "sv")} att jämföra med på ett språk det senaste året, och det behövs {Wording.Number(options.AtLeast, "sv")}.",
        $"How novel the texts are cannot be judged: no focus area has more than {Wording.Number(most, "en")} to compare with in one language in the last year, and it takes {Wording.Number(options.AtLeast, "en")}.");
}
