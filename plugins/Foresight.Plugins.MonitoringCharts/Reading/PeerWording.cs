using Foresight.Sdk;

namespace Foresight.Plugins.Reading;

/// <summary>What the members of a peer group are called in a sentence, by what they are.</summary>
internal static class PeerWording
{
    /// <summary>"i jämförbara kommuner", "i partnerregionerna", "i partnerländerna"; in English "in comparable municipalities" and so on.</summary>
    public static string Within(IndicatorFigures figures, string language) => (Phrases.IsSwedish(language) ? "i " : "in ") + Name(figures, language);

    /// <summary>"jämförbara kommuner", "partnerregionerna", "partnerländerna".</summary>
    public static string Name(IndicatorFigures figures, string language)
    {
        var sv = Phrases.IsSwedish(language);
        return figures.Peers.All(place => place.Role == PlaceRole.Peer) ? (sv ? "jämförbara kommuner" : "comparable municipalities")
            : figures.Peers.All(place => place.Role == PlaceRole.Country) ? (sv ? "partnerländerna" : "the partner countries")
            : (sv ? "partnerregionerna" : "the partner regions");
    }

    /// <summary>The same as a Swedish possessive: "jämförbara kommuners", "partnerregionernas".</summary>
    public static string SwedishPossessive(IndicatorFigures figures) => Name(figures, "sv") + "s";

    /// <summary>"Median, 7 jämförbara kommuner", "Median of 7 partner regions".</summary>
    public static string Median(IndicatorFigures figures, string language)
    {
        var (sv, count) = (Phrases.IsSwedish(language), figures.Peers.Count);
        return figures.Peers.All(place => place.Role == PlaceRole.Peer) ? (sv ? $"Median, {count} jämförbara kommuner" : $"Median of {count} comparable municipalities")
            : figures.Peers.All(place => place.Role == PlaceRole.Country) ? (sv ? $"Median, {count} partnerländer" : $"Median of {count} partner countries")
            : (sv ? $"Median, {count} partnerregioner" : $"Median of {count} partner regions");
    }
}
