using System.Globalization;
using Foresight.Sdk;

namespace Foresight.Engine.Classify.Drift;

/// <summary>
/// Measures how documents and verdicts change. A month is measured by the months before it, and one after the model was trained by those before that,
/// so that what changes slowly is seen too.
/// </summary>
public sealed class DriftStep(ClassifySetup setup, ITables tables, TimeProvider clock)
{
    /// <summary>The months that are read: a year to tell of, and a year to measure it by.</summary>
    private const int Months = 24;

    /// <summary>How often as many documents are drawn from those of before, to know what chance does.</summary>
    private const int Draws = 5;

    private const int Seed = 20261123;

    /// <summary>Measures.</summary>
    /// <param name="model">The model that judges.</param>
    /// <param name="cancellationToken">Stops between months.</param>
    public async Task<DriftReport> ReadAsync(ModelRecord model, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var all = await MonthTexts.ReadAsync(tables, model.Version, setup.Policy.Version, new DateOnly(today.Year, today.Month, 1).AddMonths(1 - Months), today).ConfigureAwait(false);
        var vocabulary = LabelFiles.Read(LabelFiles.In(setup.LabelsFolder), AreaLabels.Known(setup)).SelectMany(row => WordCounts.Of(row.Text)).ToHashSet(StringComparer.Ordinal);
        var trained = NameOf(DateOnly.FromDateTime(model.TrainedAt.UtcDateTime));
        var months = new List<DriftMonth>();
        foreach (var (name, month) in all.Where(pair => pair.Value.Documents >= DriftBounds.LeastDocuments))
        {
            cancellationToken.ThrowIfCancellationRequested();
            months.Add(Measure(name, month, Before(all, string.CompareOrdinal(name, trained) > 0 ? Next(trained) : name), vocabulary));
        }

        var parity = model.Test?.Parity;
        return new DriftReport(
            model.Version, months, [.. all.Where(pair => pair.Value.Documents < DriftBounds.LeastDocuments).Select(pair => pair.Key)], parity,
            [.. DriftAlarms.Of(months.LastOrDefault(), setup.Policy), .. DriftAlarms.Of(parity)]);
    }

    private static MonthTexts[] Before(SortedDictionary<string, MonthTexts> all, string month) =>
        [.. all.Where(pair => string.CompareOrdinal(pair.Key, month) < 0 && string.CompareOrdinal(pair.Key, Earlier(month)) >= 0).Select(pair => pair.Value)];

    private static DriftMonth Measure(string name, MonthTexts month, MonthTexts[] before, IReadOnlySet<string> vocabulary)
    {
        var reference = before.Sum(part => part.Documents);
        var measured = reference >= DriftBounds.LeastReference;
        return new DriftMonth(
            name,
            month.Documents,
            reference,
            Unknown([month], vocabulary),
            measured ? Unknown(before, vocabulary) : null,
            measured ? Divergence(month, before) : null,
            (double)month.Areas.Values.Sum(area => area.Open) / month.Areas.Values.Sum(area => area.Documents),
            month.Areas.OrderBy(area => area.Key, StringComparer.Ordinal)
                .ToDictionary(area => area.Key, area => AreaOf(area.Value, measured ? before.Select(part => part.Areas.GetValueOrDefault(area.Key)) : []), StringComparer.Ordinal));
    }

    private static DriftArea AreaOf(ScoreBins month, IEnumerable<ScoreBins?> before)
    {
        var reference = new ScoreBins();
        foreach (var part in before.OfType<ScoreBins>())
            reference.Add(part);
        var known = reference.Documents >= DriftBounds.LeastReference;
        return new DriftArea(
            (double)month.Belong / month.Documents, month.Probability / month.Documents, known ? month.IndexAgainst(reference) : null, known ? month.ChanceAgainst(reference) : null);
    }

    private static double Unknown(MonthTexts[] months, IReadOnlySet<string> vocabulary)
    {
        var words = new WordCounts(months.SelectMany(month => month.Words.Values).SelectMany(documents => documents));
        return words.All == 0 ? 0 : (double)words.Without(vocabulary) / words.All;
    }

    /// <summary>Language by language, so that more documents in one of them are no other words; the mean by documents.</summary>
    private static double? Divergence(MonthTexts month, MonthTexts[] before)
    {
        var (sum, documents) = (0.0, 0);
        foreach (var (language, texts) in month.Words.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var others = before.SelectMany(part => part.Words.GetValueOrDefault(language) ?? []).ToArray();
            if (texts.Count < DriftBounds.LeastDocuments || others.Length < DriftBounds.LeastReference)
                continue;
            var reference = new WordCounts(others);
            var chance = Enumerable.Range(0, Draws).Average(draw => Drawn(others, texts.Count, draw).DivergenceFrom(reference));
            sum += texts.Count * Math.Max(0, new WordCounts(texts).DivergenceFrom(reference) - chance);
            documents += texts.Count;
        }

        return documents == 0 ? null : sum / documents;
    }

    private static WordCounts Drawn(string[][] texts, int count, int draw)
    {
        // Chance, not secrecy.
        var random = new Random(Seed + draw);
        var some = texts.ToArray();
        random.Shuffle(some);
        return new WordCounts(some.Take(count));
    }

    private static string Next(string month) => NameOf(DayOf(month).AddMonths(1));

    private static string Earlier(string month) => NameOf(DayOf(month).AddMonths(-DriftBounds.ReferenceMonths));

    private static DateOnly DayOf(string month) => DateOnly.ParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string NameOf(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
