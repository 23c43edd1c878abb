using Foresight.Sdk;

namespace Foresight.Plugins.Signals.Attention;

/// <summary>Which focus areas are in a burst now, and which have too few stories to tell: what <c>bursts</c> tells and the chart draws.</summary>
internal sealed class AreaBursts
{
    private readonly BurstsOptions _options;

    private AreaBursts(Policy policy, NewsWindow window, NewsCounts counts, BurstsOptions options)
    {
        (_options, Window, Counts) = (options, window, counts);
        Watched = [.. policy.FocusAreas.Where(area => BurstWatch.Usual(counts.Of(area.Id)) >= options.AtLeast)];
        TooFew = [.. policy.FocusAreas.Except(Watched)];
        UnderWay = BurstWatch.Find(Watched.Select(area => (area.Id, counts.Of(area.Id))), counts.All.Stories, options.FalseDiscovery);
    }

    public NewsWindow Window { get; }

    public NewsCounts Counts { get; }

    /// <summary>The areas with enough stories, in the policy's order.</summary>
    public IReadOnlyList<FocusArea> Watched { get; }

    /// <summary>The others.</summary>
    public IReadOnlyList<FocusArea> TooFew { get; }

    /// <summary>The bursts, the surest first, each labelled by its area.</summary>
    public IReadOnlyList<UnderWay> UnderWay { get; }

    /// <summary>All classified stories in the weeks that say what is usual.</summary>
    public int Usual => BurstWatch.Usual(Counts.All);

    public static async Task<AreaBursts> FindAsync(ITables tables, Policy policy, DateOnly today, BurstsOptions options)
    {
        var window = new NewsWindow(today, options.Weeks);
        return new AreaBursts(policy, window, await NewsCounts.OfAreasAsync(tables, window).ConfigureAwait(false), options);
    }

    /// <summary>Why no area can be judged.</summary>
    public LocalText WhyNone() => new(
        $"Vågor av uppmärksamhet kan inte bedömas: {BurstSentence.Stories(Usual, "sv")} på {BurstSentence.Weeks(BurstWatch.Reference, "sv")}, och inget fokusområde har de {Wording.Number(_options.AtLeast, "sv")} som behövs.",
        $"Bursts of attention cannot be judged: {BurstSentence.Stories(Usual, "en")} in {BurstSentence.Weeks(BurstWatch.Reference, "en")}, and no focus area has the {Wording.Number(_options.AtLeast, "en")} that it takes.");

    /// <summary>Why an area cannot be judged.</summary>
    public LocalText WhyNot(FocusArea area)
    {
        var stories = BurstWatch.Usual(Counts.Of(area.Id));
        return new LocalText(
            $"Om {area.ShortName.Sv} får mer uppmärksamhet än vanligt kan inte bedömas: {BurstSentence.Stories(stories, "sv")} på {BurstSentence.Weeks(BurstWatch.Reference, "sv")}, och det behövs {Wording.Number(_options.AtLeast, "sv")}.",
            $"Whether {area.ShortName.En} gets more attention than usual cannot be judged: {BurstSentence.Stories(stories, "en")} in {BurstSentence.Weeks(BurstWatch.Reference, "en")}, and it takes {Wording.Number(_options.AtLeast, "en")}.");
    }
}
