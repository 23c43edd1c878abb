using Foresight.Engine.Analyse;
using Foresight.Engine.Signals;
using Foresight.Sdk;

namespace Foresight.Engine.Briefs;

/// <summary>What a brief says of each focus area's findings and of what cannot be said there, so that every area appears with a finding or a reason.</summary>
internal sealed class AreaSilences(BriefInput input, BriefSentences sentences)
{
    private const int Shown = 3;

    private readonly IReadOnlyList<AreaFindings> _areas = AreaFindings.Of(input.Policy, new Findings(input.Signals, []) { Silences = input.Silences });

    /// <summary>The areas without a finding in the main part, in one sentence; null where each has one.</summary>
    public string? NotInMain()
    {
        var told = input.Signals.Take(input.FindingCount).Select(signal => signal.FocusArea).ToHashSet(StringComparer.Ordinal);
        var others = _areas.Where(area => area.Area is { } known && !told.Contains(known.Id))
            .Select(area => area.Signals.Count == 0 ? $"{Name(area.Area!)} ({Say("ingen iakttagelse", "no finding")})" : $"{Name(area.Area!)} ({Say($"{Count(area.Signals.Count)} i bilagan", $"{Count(area.Signals.Count)} in the annex")})")
            .ToList();
        return others.Count == 0 ? null : Say($"Inte bland det viktigaste: {sentences.Join(others)}.", $"Not among what matters most: {sentences.Join(others)}.");
    }

    /// <summary>Every area: how many findings it has, or why none, and what cannot be said.</summary>
    public IReadOnlyList<PageSilence> All() =>
    [
        .. _areas.Where(area => area.Area is not null || area.Silences.Count > 0).Select(area => new PageSilence(
            area.Area?.ShortName.In(input.Language) is { } name ? BriefSentences.Capital(name) : Say("Flera områden", "Several areas"),
            area.Nothing?.In(input.Language) ?? (area.Signals.Count == 0 ? "" : area.Signals.Count == 1 ? Say("1 iakttagelse.", "1 finding.") : Say($"{Count(area.Signals.Count)} iakttagelser.", $"{Count(area.Signals.Count)} findings.")),
            [.. FirstOfEachKind(area.Silences).Select(silence => silence.Reason.In(input.Language))],
            area.Silences.Count > Shown ? Left(area.Silences.Count - Shown) : null)),
    ];

    // A reader sees more of why by one of each kind than by three of the first.
    private static IEnumerable<Silence> FirstOfEachKind(IReadOnlyList<Silence> silences)
    {
        var kinds = SilenceKind.Group(silences);
        return Enumerable.Range(0, Shown).SelectMany(turn => kinds.Where(kind => kind.Silences.Count > turn).Select(kind => kind.Silences[turn])).Take(Shown);
    }

    private string Left(int count) => count == 1
        ? Say("1 sak till; evidence.json har alla.", "1 more; evidence.json has all.")
        : Say($"{Count(count)} saker till; evidence.json har alla.", $"{Count(count)} more; evidence.json has all.");

    private string Name(FocusArea area) => BriefSentences.Small(area.ShortName.In(input.Language));

    private string Count(int count) => Wording.Number(count, input.Language);

    private string Say(string swedish, string english) => sentences.Say(swedish, english);
}
