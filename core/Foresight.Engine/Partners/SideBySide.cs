using System.Text.RegularExpressions;
using Foresight.Methods;
using Foresight.Sdk;

namespace Foresight.Engine.Partners;

/// <summary>Sets the policy's indicators of a partner beside ours: for the same kind of area, in the same period where both have one.</summary>
internal sealed class SideBySide(Policy policy, StoredFigures figures)
{
    // Fewer say nothing of a group (docs/methods/indicators.md).
    private const int LeastPeers = 3;

    /// <summary>The code lists of figures, the narrowest areas first.</summary>
    private static readonly (string List, AreaLevel Level)[] Lists =
        [("kolada", AreaLevel.Municipality), ("nuts3", AreaLevel.Nuts3), ("nuts2", AreaLevel.Nuts2), ("eurostat", AreaLevel.Country), ("worldbank", AreaLevel.Country)];

    private readonly Place? ourCountry = policy.Places.FirstOrDefault(place => place.Role == PlaceRole.Country && place.Country == policy.Home.Country);

    /// <summary>The codes whose figures may be needed: the policy's places' and the partners'.</summary>
    public static IEnumerable<string> AreasOf(Policy policy, IEnumerable<PartnerOnRecord> partners) => policy.Places.SelectMany(place => Lists.SelectMany(list => place.CodesOf(list.List)))
        .Concat(partners.SelectMany(partner => partner.Codes).Where(code => Lists.Any(list => list.List == code.List)).Select(code => code.Code));

    public (IReadOnlyList<ComparedIndicator> Compared, IReadOnlyList<MissingFigures> Missing) Of(PartnerOnRecord partner)
    {
        // In our own place, or somewhere in our own country without a place, there is nobody else to compare with.
        if (partner.Place == policy.Home || (partner.Country == policy.Home.Country && partner.Codes.Count == 0))
        {
            return ([], []);
        }

        if (partner.Codes.Count == 0 && CountryOf(partner) is null)
        {
            return ([], [new MissingFigures(MissingReason.NoPlace, null, [.. policy.Indicators.Select(indicator => indicator.Id)])]);
        }

        var compared = new List<ComparedIndicator>();
        var missing = new List<(MissingReason Reason, string? List, string Indicator)>();
        foreach (var indicator in policy.Indicators)
        {
            if (Theirs(partner, indicator) is { } found)
            {
                compared.Add(Compare(indicator, found));
            }
            else
            {
                var (reason, list) = WhyNot(partner, indicator);
                missing.Add((reason, list, indicator.Id));
            }
        }

        return (compared, [.. missing.GroupBy(one => (one.Reason, one.List)).Select(group => new MissingFigures(group.Key.Reason, group.Key.List, [.. group.Select(one => one.Indicator)]))]);
    }

    private (string List, AreaLevel Level, AreaFigure Figure)? Theirs(PartnerOnRecord partner, Indicator indicator)
    {
        foreach (var (list, level) in Lists.Where(list => list.Level != AreaLevel.Country || partner.Country != policy.Home.Country))
        {
            var newest = CodesOf(partner, list, level).Select(code => figures.Newest(indicator, code, NameOf(code, level, partner.Name, partner.Country))).OfType<AreaFigure>().ToList();
            if (newest.Count > 0)
            {
                return (list, level, newest.MaxBy(figure => figure.When)!);
            }
        }

        return null;
    }

    private ComparedIndicator Compare(Indicator indicator, (string List, AreaLevel Level, AreaFigure Figure) theirs)
    {
        var (list, level, figure) = theirs;
        var ours = OurCodes(list, level).FirstOrDefault(code => figures.Newest(indicator, code, new("", "")) is not null);
        AreaFigure? mine = null;
        if (ours is not null)
        {
            var name = NameOf(ours, level, policy.Home.Name, policy.Home.Country);
            if (figures.Common(indicator, figure.Code, ours) is { } period)
            {
                (figure, mine) = (figures.At(indicator, figure.Code, figure.Area, period)!, figures.At(indicator, ours, name, period));
            }
            else
            {
                mine = figures.Newest(indicator, ours, name);
            }
        }

        return new ComparedIndicator
        {
            Id = indicator.Id,
            Name = new LocalText(Neutral(indicator.Name.Sv, policy.Home.Name.Sv), Neutral(indicator.Name.En, policy.Home.Name.En)),
            Unit = indicator.Unit,
            Decimals = indicator.Decimals,
            Level = level,
            Theirs = figure,
            Ours = mine,
            Peers = PeersAt(indicator, list, figure.When),
            IsCurrentPrices = indicator.Kinds.HasFlag(SeriesKinds.CurrentPrices),
            Producer = indicator.Producer,
        };
    }

    /// <summary>The indicator's own group, with the partner where it belongs to it and without us, as in charts.</summary>
    private PeerFigure? PeersAt(Indicator indicator, string list, Period period)
    {
        if (policy.PeerGroups.FirstOrDefault(group => group.Id == indicator.Peers) is not { } group)
        {
            return null;
        }

        var members = policy.Places.Where(place => place != policy.Home && place != ourCountry && group.Members.Contains(place.Id)).ToList();
        double[] values =
        [
            .. members.Select(place => place.CodesOf(list).Select(code => figures.At(indicator, code, place.Name, period)).FirstOrDefault(figure => figure is not null)?.Value).OfType<double>(),
        ];
        return values.Length < LeastPeers || values.Length * 2 < members.Count ? null : new PeerFigure(group.Name, group.Year, Median.Of(values), values.Length, members.Count);
    }

    /// <summary>The name without our own place: "the share of pupils in Lillstad with …" is of theirs as well.</summary>
    private static string Neutral(string name, string home) => Regex.Replace(
        name.Replace($" {home}s ", " ", StringComparison.Ordinal).Replace($" {home}'s ", " the ", StringComparison.Ordinal), $@" (?:i|in)(?: (?!i |in )\S+){{0,3}} {Regex.Escape(home)}(?!\w)", "", RegexOptions.CultureInvariant);

    private (MissingReason Reason, string? List) WhyNot(PartnerOnRecord partner, Indicator indicator)
    {
        var stored = figures.CodesOf(indicator).ToHashSet(StringComparer.Ordinal);
        if (stored.Count == 0)
        {
            return (MissingReason.NotStored, null);
        }

        var lists = Lists.Where(list => policy.Places.Any(place => place.CodesOf(list.List).Any(stored.Contains))).ToList();
        if (lists.Find(list => CodesOf(partner, list.List, list.Level).Any(code => figures.AreSeveral(indicator, code))) is { List: not null } several)
        {
            return (MissingReason.SeveralSeries, several.List);
        }

        if (lists.Find(list => CodesOf(partner, list.List, list.Level).Any()) is { List: not null } coded)
        {
            return (MissingReason.NoFigures, coded.List);
        }

        return lists.Find(list => NoData(partner).Contains(list.List)) is { List: not null } known ? (MissingReason.KnownToHaveNone, known.List) : (MissingReason.NoCode, lists is [var first, ..] ? first.List : null);
    }

    private IEnumerable<string> NoData(PartnerOnRecord partner) => (partner.Place?.NoData ?? []).Concat(CountryOf(partner)?.NoData ?? []);

    private IEnumerable<string> CodesOf(PartnerOnRecord partner, string list, AreaLevel level) =>
        (level == AreaLevel.Country ? CountryOf(partner)?.CodesOf(list) ?? [] : []).Concat(partner.Codes.Where(code => code.List == list).Select(code => code.Code));

    private IEnumerable<string> OurCodes(string list, AreaLevel level) => level == AreaLevel.Country ? ourCountry?.CodesOf(list) ?? [] : policy.Home.CodesOf(list);

    private Place? CountryOf(PartnerOnRecord partner) => policy.Places.FirstOrDefault(place => place.Role == PlaceRole.Country && place.Country == partner.Country);

    /// <summary>A municipality and a country by our own names, a region by its source's: it is more than the place.</summary>
    private LocalText NameOf(string code, AreaLevel level, LocalText place, string country) => level switch
    {
        AreaLevel.Municipality => place,
        AreaLevel.Country => PartnerOnRecord.CountryName(policy, country),
        _ => figures.NameOf(code) is { } name ? new LocalText($"{name.Sv} ({code})", $"{name.En} ({code})") : new LocalText($"regionen kring {place.Sv} ({code})", $"the region around {place.En} ({code})"),
    };
}
