using System.Text.RegularExpressions;
using Foresight.Formats.Feeds;
using Foresight.Sdk;

namespace Foresight.Plugins.PolicyFeeds.Feeds;

/// <summary>How a feed's items are taken: by options, by a preset, or by a source of their publisher's own.</summary>
internal sealed partial record FeedProfile
{
    /// <summary>The feed's address.</summary>
    public required Uri Url { get; init; }

    /// <summary>The feed's zone.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>The language where the feed names none.</summary>
    public string? Language { get; init; }

    /// <summary>The publisher as printed; null for the feed's title.</summary>
    public string? Publisher { get; init; }

    /// <summary>The kind where <see cref="KindOf"/> says none.</summary>
    public string Kind { get; init; } = "news";

    /// <summary>The publisher's own number of an item; null where it has none, and then the feed's id, link or text tell it apart.</summary>
    public Func<FeedEntry, ItemKey?> KeyOf { get; init; } = _ => null;

    /// <summary>The kind of one item.</summary>
    public Func<FeedEntry, string?> KindOf { get; init; } = _ => null;

    /// <summary>The language of one item, where its publisher says so outside the text.</summary>
    public Func<FeedEntry, string?> LanguageOf { get; init; } = _ => null;

    /// <summary>The categories of one item; null for all that the feed gives.</summary>
    public Func<FeedEntry, IReadOnlyList<string>?> CategoriesOf { get; init; } = _ => null;

    /// <exception cref="SourceException">There is no address, or the machine does not know the zone.</exception>
    public static FeedProfile Of(FeedOptions options)
    {
        var known = Known(options);
        var kind = options.Kind ?? known.Kind;
        return new FeedProfile
        {
            Url = (options.Url ?? (known.Url is { } url ? new Uri(url) : null)) is { IsAbsoluteUri: true } address
                ? address
                : throw new SourceException("The feed has no absolute address: set url.", Recovery.Stop) { Fault = Fault.Options },
            Zone = ZoneOf(options.TimeZone ?? known.Zone),
            Language = options.Language ?? known.Language,
            Publisher = options.Publisher ?? known.Publisher,
            Kind = kind,
            KeyOf = kind == "dataset-update" ? DatasetOf : _ => null,
        };
    }

    /// <exception cref="SourceException">The machine does not know the zone.</exception>
    public static TimeZoneInfo ZoneOf(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
        ? zone
        : throw new SourceException($"This machine knows no time zone '{name}': set timeZone to an IANA name such as Europe/Brussels.", Recovery.Stop)
        {
            Fault = Fault.Options,
        };

    private static (string? Url, string Zone, string? Language, string? Publisher, string Kind) Known(FeedOptions options) => options.Preset switch
    {
        FeedPreset.Council => (
            $"https://www.consilium.europa.eu/{options.Language ?? "en"}/rss/pressreleases.ashx", "Europe/Brussels", "en", "Council of the European Union", "press-release"),
        FeedPreset.EurostatUpdates => (
            $"https://ec.europa.eu/eurostat/api/dissemination/catalogue/rss/{options.Language ?? "en"}/statistics-update.rss",
            "Europe/Brussels", "en", "Eurostat", "dataset-update"),
        FeedPreset.Statskontoret => (
            "https://www.statskontoret.se/specialsidor/rss/esv--regleringsbrev/", "Europe/Stockholm", "sv", "Statskontoret", "decision"),
        _ => (null, "UTC", null, null, "news"),
    };

    /// <summary>Eurostat's items have no GUID: <c>LFSI_JHH_A - "Dataset: updated data"</c>. Of one dataset's updates the newest holds.</summary>
    private static ItemKey? DatasetOf(FeedEntry entry) => DatasetTitle().Match(entry.Title) is { Success: true } match
        ? new ItemKey(match.Groups["code"].Value.ToUpperInvariant(), (entry.Published ?? entry.Updated)?.Start.UtcDateTime.ToString("s", System.Globalization.CultureInfo.InvariantCulture) ?? "")
        : null;

    [GeneratedRegex("""^(?<code>[A-Za-z][A-Za-z0-9_$]{2,}) - ["“]""", RegexOptions.CultureInvariant)]
    private static partial Regex DatasetTitle();
}
