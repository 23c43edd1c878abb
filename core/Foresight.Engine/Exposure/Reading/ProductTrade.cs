using Foresight.Methods.Trade;
using Foresight.Sdk;

namespace Foresight.Exposure;

/// <summary>Why partners' figures stand in for the country's own.</summary>
internal enum MirrorReason
{
    /// <summary>The source marks the country's own as confidential.</summary>
    Confidential,

    /// <summary>The source has them under a code that hides the product.</summary>
    HiddenCode,

    /// <summary>A single firm makes it, and months are missing or all are.</summary>
    OneProducer,

    /// <summary>The country's own are not there.</summary>
    NotThere,
}

/// <summary>A partner of whose trade both ends' figures are stored.</summary>
internal sealed record MirrorPair(string Partner, MirrorDifference Difference);

/// <summary>A watched product's trade in twelve months and in the twelve before.</summary>
internal sealed record ProductTrade
{
    // Half a percentage point.
    private const double LeastContribution = 0.005;

    public required WatchedProduct Product { get; init; }

    public required TradeWindow Window { get; init; }

    public required TradeSums Now { get; init; }

    public required TradeSums Before { get; init; }

    /// <summary>The source entry.</summary>
    public required string Source { get; init; }

    public required string Dataset { get; init; }

    public required string Reporter { get; init; }

    public string? LoadId { get; init; }

    public int? Answer { get; init; }

    /// <summary>Why the figures are those of partners; null where they are the country's own.</summary>
    public MirrorReason? Mirror { get; init; }

    /// <summary>The partners whose figures stand in.</summary>
    public IReadOnlyList<string> Mirrors { get; init; } = [];

    /// <summary>Month by month, oldest first; one that the source tells nothing of is nought, since months after it are told.</summary>
    public IReadOnlyList<(DateOnly Month, double Value, bool IsTold)> Months { get; init; } = [];

    /// <summary>Every twelve months within the window by their last month, oldest first; empty for a mirror, whose partners are never all.</summary>
    public IReadOnlyList<(DateOnly Last, TradeSums Sums)> Years { get; init; } = [];

    /// <summary>Partners of whose trade both ends' figures are stored.</summary>
    public IReadOnlyList<MirrorPair> Pairs { get; init; } = [];

    /// <summary>Whether the figures are of all partners, or only of those that are stored.</summary>
    public bool IsWhole => Now.Stated is not null && Before.Stated is not null;

    /// <summary>The growth over a year; null where there was nothing before.</summary>
    public double? Growth => Before.Total > 0 && (Now.Stated is null) == (Before.Stated is null) ? (Now.Total - Before.Total) / Before.Total : null;

    /// <summary>The partners, the largest first.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Partners =>
        [.. Now.ByPartner.Where(partner => partner.Value > 0).OrderByDescending(partner => partner.Value).ThenBy(partner => partner.Key, StringComparer.Ordinal)];

    /// <summary>How far the trade lies with few partners; null where the total over all partners is not known, or too much of it has no known partner.</summary>
    public Concentration? ConcentrationNow => Now.Concentration;

    public Concentration? ConcentrationBefore => Before.Concentration;

    /// <summary>What each partner adds to the growth; null where there is no growth to part.</summary>
    public GrowthContributions? Contributions =>
        Growth is null ? null : GrowthContributions.Between(Before.ByPartner, Now.ByPartner, (Before.Total, Now.Total));

    /// <summary>The partners that made most of the change; none where what has no known partner made more of it.</summary>
    public IReadOnlyList<GrowthContribution> Contributors =>
        [.. (Contributions?.Parts ?? []).TakeWhile(part => part.Part != GrowthContributions.Rest && Math.Abs(part.Contribution) >= LeastContribution)];

    /// <summary>How the partners' shares moved; null where too much has no known partner.</summary>
    public ShareDrift? Drift => ConcentrationNow is null || ConcentrationBefore is null ? null : ShareDrift.Between(WithRest(Before), WithRest(Now));

    /// <summary>Where a number stands: the rows of a partner (<c>*</c> for all) in some months, and how it was reckoned from them.</summary>
    public Evidence EvidenceOf(double? value, string partner, string period, string formula)
    {
        var (reporter, other) = Mirror is null ? (Reporter, partner) : (partner == "*" ? string.Join('|', Mirrors) : partner, "us");
        var flow = ReportedTrade.FlowCode(Mirror is null ? Product.Flow : Product.Flow == TradeFlow.Export ? TradeFlow.Import : TradeFlow.Export);
        return new Evidence
        {
            Value = value,
            View = "observations",
            Source = Source,
            Record = $"dataset={Dataset} ref_area={reporter} counterpart_area={other} product={string.Join('+', Product.Codes)} flow={flow} unit=EUR period={period}",
            LoadId = LoadId,
            Answer = Answer,
            Formula = formula,
        };
    }

    private static Dictionary<string, double> WithRest(TradeSums sums) =>
        new(sums.ByPartner, StringComparer.Ordinal) { [GrowthContributions.Rest] = Math.Max(0, sums.Total - sums.ByPartner.Values.Sum()) };
}
