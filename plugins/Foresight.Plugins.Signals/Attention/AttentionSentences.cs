using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals.Attention;

/// <summary>What the chart <c>attention</c> says in words.</summary>
internal sealed class AttentionSentences(string language, AreaBursts bursts, AreaDrifts drifts, AttentionChartOptions options)
{
    public string Title(FocusArea area, UnderWay burst)
    {
        var found = burst.Burst;
        var (stories, expected) = (Wording.Number(found.Relevant, language), BurstSentence.Expected(found.Expected, language));
        return Say(
            $"{area.ShortName.Sv} får ovanligt många nyheter: {stories} på {Weeks(found.Length)}, mot väntade {expected}",
            $"{area.ShortName.En} gets unusually many stories: {stories} in {Weeks(found.Length)}, against {expected} expected");
    }

    public string Title(AreaDrift drift)
    {
        var (before, now) = ((double)drift.Before / drifts.Before, (double)drift.Now / drifts.Now);
        var decimals = Wording.Percent(before, language) == Wording.Percent(now, language) ? 1 : 0;
        var (usual, share) = (Wording.Percent(before, language, decimals), Wording.Percent(now, language, decimals));
        return Say(
            $"{drift.Area.ShortName.Sv} tar större plats i nyheterna: {share}, mot {usual} förut",
            $"{drift.Area.ShortName.En} takes up more room in the news: {share}, against {usual} before");
    }

    /// <summary>Nothing stands out, as far as that can be told.</summary>
    /// <param name="area">The area that was asked for; null for all.</param>
    /// <param name="all">Whether all areas have enough stories to tell.</param>
    public string TitleOfNothing(FocusArea? area, bool all)
    {
        var when = (CanTellOfBursts(area), drifts.CanTell) switch
        {
            (true, true) => Say(", varken just nu eller över tid", ", neither just now nor over time"),
            (true, _) => Say(" just nu", " just now"),
            _ => Say(" över tid", " over time"),
        };
        return area is not null ? Say($"{area.ShortName.Sv} sticker inte ut i nyheterna{when}", $"{area.ShortName.En} does not stand out in the news{when}")
            : all ? Say($"Inget fokusområde sticker ut i nyheterna{when}", $"No focus area stands out in the news{when}")
            : Say($"Inget fokusområde med nog många nyheter sticker ut{when}", $"No focus area with enough stories stands out{when}");
    }

    public string Subtitle(AttentionLines lines)
    {
        var (from, to) = (Wording.Day(lines.FirstDay, language), Wording.Day(bursts.Window.Today, language));
        return lines.Weekly
            ? Say($"Antal nyheter per vecka så som modellen sorterar dem, {from}–{to}; dagen är veckans första", $"Number of stories per week as the model sorts them, {from}–{to}; the day is the week's first")
            : Say($"Antal nyheter per fyra veckor så som modellen sorterar dem, {from}–{to}; dagen är den första av de fyra veckorna", $"Number of stories per four weeks as the model sorts them, {from}–{to}; the day is the first of the four weeks");
    }

    public string UsualName => Say("Vanlig nivå", "Usual level");

    public string Usual(UnderWay burst) => Say(
        $"Vanlig nivå: {Wording.Percent(burst.Before, language, 1)} av veckans nyheter, områdets andel i de lugna av de {BurstWatch.Reference} veckorna före.",
        $"Usual level: {Wording.Percent(burst.Before, language, 1)} of the week's stories, the area's share in the quiet ones of the {BurstWatch.Reference} weeks before.") + " " + Mirrors;

    public string Usual(AreaDrift drift)
    {
        var (share, months) = (Wording.Percent((double)drift.Before / drifts.Before, language, 1), options.Drift.Months);
        var (sv, en) = months == 1 ? ("månaden före den senaste", "month before the last one")
            : ($"{Phrases.Count(months, "sv")} månaderna före de {Phrases.Count(months, "sv")} senaste", $"{Phrases.Count(months, "en")} months before the last {Phrases.Count(months, "en")}");
        return Say($"Vanlig nivå: {share} av alla nyheter, områdets andel {(months == 1 ? "" : "de ")}{sv}.", $"Usual level: {share} of all stories, the area's share in the {en}.") + " " + Mirrors;
    }

    public string Mirrors => Say(
        "Speglar vad de bevakade källorna publicerar och hur modellen sorterar det, inte hur viktigt området är.",
        "Mirrors what the watched sources publish and how the model sorts it, not how important the area is.");

    public string NotDrawn(IReadOnlyList<FocusArea> areas) => areas.Count == 0 ? "" : " " + Say(
        $"Inte ritade, färre än {Wording.Number(options.Bursts.AtLeast, language)} nyheter: {Names(areas)}.", $"Not drawn, fewer than {Wording.Number(options.Bursts.AtLeast, language)} stories: {Names(areas)}.");

    /// <summary>What else stands out, and what cannot be told.</summary>
    /// <param name="drawn">The area that is drawn; null for all.</param>
    /// <param name="fixedArea">Whether only that one was asked for.</param>
    public IEnumerable<string> Rest(FocusArea? drawn, bool fixedArea)
    {
        var inBurst = fixedArea ? [] : bursts.Watched.Where(area => area != drawn && bursts.UnderWay.Any(burst => burst.Label == area.Id)).ToArray();
        var drifting = fixedArea ? [] : drifts.Found.Select(drift => drift.Area).Where(area => area != drawn && !inBurst.Contains(area)).ToArray();
        var silent = fixedArea ? bursts.TooFew.Where(area => area == drawn).ToArray() : [.. bursts.TooFew];
        string[] said =
        [
            inBurst.Length == 0 ? "" : Say($"Ovanligt många nyheter får även {Names(inBurst)}.", $"{Names(inBurst)} also {(inBurst.Length == 1 ? "gets" : "get")} unusually many stories."),
            drifting.Length == 0 ? "" : Say($"Större plats än förut tar även {Names(drifting)}.", $"{Names(drifting)} also {(drifting.Length == 1 ? "takes" : "take")} up more room than before."),
            bursts.Watched.Count == 0 ? bursts.WhyNone().In(language)
                : silent.Length == 0 ? "" : Say($"För få nyheter för att bedöma om de är ovanligt många: {Names(silent)}.", $"Too few stories to tell whether they are unusually many: {Names(silent)}."),
            drifts.CanTell ? "" : drifts.WhyNone().In(language),
        ];
        var rest = string.Join(' ', said.Where(sentence => sentence.Length > 0));
        return rest.Length == 0 ? [] : [rest];
    }

    /// <summary>Why nothing can be drawn: no area that was asked for has enough stories over the weeks that would be drawn.</summary>
    public string TooFew(FocusArea? area, AttentionLines lines)
    {
        var (stories, weeks, least) = (BurstSentence.Stories(lines.Stories(area), language), BurstSentence.Weeks(lines.Weeks, language), Wording.Number(options.Bursts.AtLeast, language));
        return area is null
            ? Say(
                $"För få nyheter för att bedöma uppmärksamheten: {stories} på {weeks}, och inget fokusområde har de {least} som behövs.",
                $"Too few stories to judge attention: {stories} in {weeks}, and no focus area has the {least} that it takes.")
            : Say(
                $"För få nyheter för att bedöma uppmärksamheten för {area.ShortName.Sv}: {stories} på {weeks}, och det behövs {least}.",
                $"Too few stories to judge the attention to {area.ShortName.En}: {stories} in {weeks}, and it takes {least}.");
    }

    /// <summary>Why nothing can be told: too few stories lately for bursts, and too few on one side for drifts.</summary>
    public string TooFew(FocusArea? area)
    {
        var (stories, weeks) = (BurstSentence.Stories(area is null ? bursts.Usual : BurstWatch.Usual(bursts.Counts.Of(area.Id)), language), BurstSentence.Weeks(BurstWatch.Reference, language));
        var (before, now, each) = (Wording.Number(drifts.Before, language), Wording.Number(drifts.Now, language), Wording.Number(options.Drift.AtLeast, language));
        var least = Wording.Number(options.Bursts.AtLeast, language);
        return Say(
            $"För få nyheter för att bedöma uppmärksamheten: {stories}{(area is null ? "" : " om " + area.ShortName.Sv)} på {weeks}, där {(area is null ? "ett fokusområde" : "det")} behöver {least}, och {before} och {now} i de två halvor som jämförs, som behöver {each} var.",
            $"Too few stories to judge attention: {stories}{(area is null ? "" : " on " + area.ShortName.En)} in {weeks}, where {(area is null ? "a focus area" : "it")} needs {least}, and {before} and {now} in the two halves that are compared, which need {each} each.");
    }

    /// <summary>Whether a burst of the area, or of any area, would be told.</summary>
    public bool CanTellOfBursts(FocusArea? area) => area is null ? bursts.Watched.Count > 0 : bursts.Watched.Contains(area);

    private string Weeks(int weeks) => $"{Phrases.Count(weeks, language)} " + Say(weeks == 1 ? "vecka" : "veckor", weeks == 1 ? "week" : "weeks");

    private string Names(IEnumerable<FocusArea> areas) => Phrases.AndList([.. areas.Select(area => area.ShortName.In(language))], language);

    private string Say(string sv, string en) => Phrases.IsSwedish(language) ? sv : en;
}
