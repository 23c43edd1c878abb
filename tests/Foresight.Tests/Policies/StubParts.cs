using System.ComponentModel.DataAnnotations;
using Foresight.Sdk;

namespace Foresight.Tests.Policies;

/// <summary>
/// Parts as plugins offer them, with the option names that the shipped policy uses: the plugins themselves are loaded elsewhere.
/// Reading a policy makes no instance of a part, so the implementations stand for nothing.
/// </summary>
internal static class StubParts
{
    public static IReadOnlyList<PluginPart> All { get; } =
    [
        Source<FeedOptions>("feed"),
        Source<RiksdagenOptions>("riksdagen"),
        Source<InterregOptions>("interreg"),
        Source<WitsOptions>("wits"),
        Source<EurostatOptions>("eurostat"),
        Source<KoladaOptions>("kolada"),
        Source<KoladaReleasesOptions>("kolada-releases"),
        Source<WorldBankOptions>("worldbank"),
        Source<NoOptions>("registers"),
        Source<LiveOptions>("contact-observations"),
        .. new[] { "ep-press", "cellar", "sedia", "ted", "kolada-groups", "scb-trade", "comext" }.Select(Source<LiveOptions>),
        Part<ITrainableClassifier, NoOptions>("focus"),
        Part<IAnalysis, IndicatorFindingsOptions>("indicator-findings"),
        Part<IAnalysis, ProjectMoneyOptions>("project-money"),
        Part<IAnalysis, IndicatorForecastsOptions>("indicator-forecasts"),
        .. new[] { "attention", "bursts", "emerging-terms", "novelty", "crossing-stories" }.Select(id => Part<IAnalysis, NoOptions>(id)),
        Part<IAnalysis, TradeExposureOptions>("trade-exposure"),
        Part<IAnalysis, NoOptions>("upcoming-dates"),
        Part<IAnalysis, CoverageOptions>("coverage"),
        Part<IChart, CoverageOptions>("coverage"),
        Part<IChart, ProjectMoneyOptions>("project-money-per-inhabitant"),
        Part<IChart, ItemsPerAreaOptions>("items-per-area"),
        Part<IChart, IndicatorPeersOptions>("indicator-peers"),
        Part<IChart, IndicatorPeersOptions>("indicator-forecast"),
        Part<IChart, PeerDistanceOptions>("peer-distance"),
        Part<IChart, TradeByPartnerOptions>("trade-by-partner"),
        Part<IChart, ProductWatchOptions>("product-watch"),
        Part<IChart, UpcomingDatesOptions>("upcoming-dates"),
    ];

    private static PluginPart Source<TOptions>(string id) => Part<ISource, TOptions>(id);

    private static PluginPart Part<TContract, TOptions>(string id) => new(typeof(TContract), id, typeof(object), typeof(TOptions));
}

internal enum FeedForm
{
    Any,
    RssOnly,
}

internal sealed class FeedOptions
{
    [Required]
    public Uri? Url { get; set; }

    public string? TimeZone { get; set; }

    [RegularExpression("^[a-z]{2}$")]
    public string? Language { get; set; }

    public string? Publisher { get; set; }

    public string Kind { get; set; } = "news";

    public FeedForm Form { get; set; }

    public TimeSpan? Overlap { get; set; }

    public DateOnly? From { get; set; }
}

internal sealed class RiksdagenOptions
{
    [MinLength(1)]
    public IReadOnlyList<string> DocumentTypes { get; set; } = [];

    [Range(1, 50)]
    public int MaxPages { get; set; } = 5;
}

/// <summary>What the sources that are only read live take, all together.</summary>
internal sealed class LiveOptions
{
    public IReadOnlyList<string> Feeds { get; init; } = [];

    public string? Language { get; init; }

    public IReadOnlyList<string> Languages { get; init; } = [];

    public IReadOnlyList<string> Types { get; init; } = [];

    public IReadOnlyList<string> Countries { get; init; } = [];

    public IReadOnlyList<string> Places { get; init; } = [];

    public string? Query { get; init; }

    public IReadOnlyList<string> Municipalities { get; init; } = [];

    public string? From { get; init; }

    public IReadOnlyList<string> Reporters { get; init; } = [];

    public IReadOnlyList<string> Partners { get; init; } = [];

    public IReadOnlyList<string> Products { get; init; } = [];
}

internal sealed class InterregOptions
{
    public Uri Url { get; set; } = new("https://example.org/interreg");
}

internal sealed class WitsOptions
{
    [MinLength(1)]
    public IReadOnlyList<string> Reporters { get; init; } = [];
}

internal sealed class EurostatOptions
{
    [Required]
    public string Dataset { get; init; } = "";

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Filters { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}

internal sealed class KoladaOptions
{
    [MinLength(1)]
    public IReadOnlyList<string> Kpis { get; init; } = [];

    [MinLength(1)]
    public IReadOnlyList<string> Municipalities { get; init; } = [];
}

internal sealed class KoladaReleasesOptions
{
    public IReadOnlyList<string> Kpis { get; init; } = [];
}

internal sealed class WorldBankOptions
{
    public List<string> Indicators { get; init; } = [];

    public string[] Countries { get; init; } = [];

    [Range(1960, 2100)]
    public int From { get; init; } = 1990;
}

internal sealed class NoOptions;

internal sealed class IndicatorFindingsOptions
{
    public IReadOnlyList<string> Leave { get; set; } = [];

    public IReadOnlyDictionary<string, string> Charts { get; set; } = new Dictionary<string, string>();

    public string? Municipalities { get; set; }
}

internal sealed class ProjectMoneyOptions
{
    public string Source { get; init; } = "";

    public string PopulationSource { get; init; } = "";

    public string PopulationIndicator { get; init; } = "";

    public string PeerGroup { get; init; } = "";

    /// <summary>Of the analysis only.</summary>
    public string? Chart { get; init; }

    /// <summary>Not of the shipped chart: a map within options.</summary>
    public IndicatorRef Other { get; init; } = new();
}

internal sealed class IndicatorRef
{
    public string Source { get; init; } = "";

    public string Indicator { get; init; } = "";
}

internal sealed class ItemsPerAreaOptions
{
    [Range(1, 120)]
    public int Months { get; init; } = 12;
}

internal sealed class IndicatorForecastsOptions
{
    public IReadOnlyList<string> Leave { get; init; } = [];

    public IReadOnlyDictionary<string, string> Charts { get; init; } = new Dictionary<string, string>();
}

internal sealed class IndicatorPeersOptions
{
    [Required]
    public string Indicator { get; init; } = "";
}

internal sealed class PeerDistanceOptions
{
    public IReadOnlyList<string> Indicators { get; init; } = [];
}

internal sealed class TradeByPartnerOptions
{
    public string Source { get; init; } = "";

    public string Reporter { get; init; } = "";
}

internal sealed class UpcomingDatesOptions
{
    public IReadOnlyList<string> Sources { get; init; } = [];

    [Range(1, 730)]
    public int Days { get; init; } = 90;
}

internal sealed class ProductWatchOptions
{
    [Required]
    public string Product { get; set; } = "";
}

internal sealed class TradeExposureOptions
{
    public IReadOnlyDictionary<string, string> Charts { get; set; } = new Dictionary<string, string>();
}

internal sealed class CoverageOptions
{
    public string By { get; set; } = "source";

    public int Months { get; set; } = 12;

    public string? Chart { get; set; }
}
