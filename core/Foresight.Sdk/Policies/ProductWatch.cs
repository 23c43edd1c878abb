namespace Foresight.Sdk;

/// <summary>The direction of trade, seen from the country that reports it.</summary>
public enum TradeFlow
{
    /// <summary>Into the country.</summary>
    Import,

    /// <summary>Out of the country.</summary>
    Export,
}

/// <summary>
/// The goods that the policy watches, and where their figures are. Trade statistics are a country's; what ties them to us is how many of our labour
/// market's jobs make such goods.
/// </summary>
public sealed record ProductWatch
{
    /// <summary>The place whose trade it is: our country, with its codes in the lists <c>comext</c> and <c>wits</c>.</summary>
    public required string Reporter { get; init; }

    /// <summary>The source entry with monthly trade by product and partner, as the country itself reports it; null for none.</summary>
    public string? Source { get; init; }

    /// <summary>The source entry with the same trade as partners report it; null for none.</summary>
    public string? MirrorSource { get; init; }

    /// <summary>The partners (codes of that source) whose figures stand in where the country's own are confidential.</summary>
    public IReadOnlyList<string> Mirrors { get; init; } = [];

    /// <summary>A source entry with yearly sums that names each year's largest partners only; null for none.</summary>
    public string? SummarySource { get; init; }

    /// <summary>The municipalities, ours among them, whose jobs are taken together as the labour market.</summary>
    public IReadOnlyList<string> LabourMarket { get; init; } = [];

    /// <summary>The indicator with the number of jobs by place of work; null for none.</summary>
    public string? JobsIndicator { get; init; }

    /// <summary>The indicator with the per cent of these jobs that make goods; null for none.</summary>
    public string? GoodsShareIndicator { get; init; }

    /// <summary>The indicator with the per cent of our employed who work elsewhere; null for none.</summary>
    public string? CommutingIndicator { get; init; }

    /// <summary>The products, most important first.</summary>
    public required IReadOnlyList<WatchedProduct> Products { get; init; }
}

/// <summary>A kind of goods that is watched.</summary>
public sealed record WatchedProduct
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>Its codes in the Harmonised System or the Combined Nomenclature, 2 to 10 digits; none is a part of another.</summary>
    public required IReadOnlyList<string> Codes { get; init; }

    /// <summary>The edition that the codes are of, such as <c>CN 2022</c>; null where they hold in all.</summary>
    public string? Vintage { get; init; }

    /// <summary>The name for sentences, beginning in lower case: "ferrokrom".</summary>
    public required LocalText Name { get; init; }

    /// <summary>The direction that matters.</summary>
    public required TradeFlow Flow { get; init; }

    /// <summary>The focus areas it informs.</summary>
    public required IReadOnlyList<string> FocusAreas { get; init; }

    /// <summary>Why it is watched.</summary>
    public required LocalText Why { get; init; }

    /// <summary>Whether a single firm makes it here, so that the country's own figures may be confidential.</summary>
    public bool OneProducer { get; init; }

    /// <summary>About how many jobs here make it, where known.</summary>
    public double? LocalJobs { get; init; }

    /// <summary>The share of what is made here that is exported, 0 to 1, where known.</summary>
    public double? ExportedShare { get; init; }

    /// <summary>What a reader must know before judging it.</summary>
    public LocalText? Note { get; init; }
}
