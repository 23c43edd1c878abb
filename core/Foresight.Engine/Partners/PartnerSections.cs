using Foresight.Engine.Briefs;
using Foresight.Engine.Briefs.Sections;
using Foresight.Sdk;

namespace Foresight.Engine.Partners;

/// <summary>Words the sections of a partner's page.</summary>
internal sealed class PartnerSections(PartnerPage page, Policy policy, PartnerWords words)
{
    // More than a page holds; the command shows all.
    private const int MostPerArea = 3;
    private const int MostCalls = 10;

    private readonly PartnerTradeWords trade = new(page, policy, words);

    private string Name => page.Name.In(words.Language);

    /// <summary>Whether all indicators are shown, and not a few per focus area.</summary>
    public bool AllIndicators { get; init; }

    public IReadOnlyList<BriefSection> All() =>
    [
        new("together", words.Say("Vad vi gör tillsammans", "What we do together")) { Parts = [.. Together()] },
        new("figures", words.Say("Nyckeltal sida vid sida", "Indicators side by side")) { Parts = [.. Figures()] },
        new("trade", trade.Title) { Parts = [.. trade.Parts()] },
        new("calls", words.Say("Utlysningar som båda kan söka", "Calls that both could use")) { Parts = [.. Calls()] },
        new("news", words.Say($"Nyheter som nämner {Name}", $"News that name {Name}")) { Parts = [.. News()] },
    ];

    private IEnumerable<SectionPart> Together()
    {
        if (!page.IsRegistered)
        {
            yield return new SectionText(words.Say(
                "Inte mätt: partnern står inte i registret över partner, så inga aktiviteter kan höra till den.",
                "Not measured: the partner does not stand in the register of partners, so no activity can belong to it."));
            yield break;
        }

        if (page.Activities is not { } activities)
        {
            yield return new SectionText(words.Say("Aktiviteter: inte mätt. Inga aktiviteter är registrerade.", "Activities: not measured. No activities are registered."));
        }
        else if (activities.Count == 0)
        {
            yield return new SectionText(words.Say("Ingen registrerad aktivitet görs med partnern.", "No registered activity is done with the partner."));
        }
        else
        {
            yield return new SectionTable(
                words.Say("Aktiviteter som görs med partnern", "Activities that are done with the partner"),
                [new(words.Say("Aktivitet", "Activity")), new(words.Say("Läge", "State")), new(words.Say("Tid", "Time")), new(words.Say("Ansvarig", "Responsible"))],
                [.. activities.Select(activity => (IReadOnlyList<SectionCell>)
                [
                    new(activity.Title + words.Example(activity.IsExample)),
                    new(activity.StatusName.In(words.Language) + (activity.IsPastEnd ? words.Say(", men slutet har passerat", ", but its end has passed") : "")),
                    new(Span(activity.Starts, activity.Ends)),
                    new(activity.Body?.In(words.Language) ?? words.NotMeasured),
                ])]);
        }

        if (page.Applications is not { } applications)
        {
            yield return new SectionText(words.Say("Ansökningar: inte mätt. Inga ansökningar är registrerade.", "Applications: not measured. No applications are registered."));
        }
        else if (applications.Count == 0)
        {
            yield return new SectionText(words.Say("Ingen registrerad ansökan görs med partnern.", "No registered application is made with the partner."));
        }
        else
        {
            yield return new SectionList([.. applications.Select(one => new SectionCell(Application(one)))]);
        }
    }

    private IEnumerable<SectionPart> Figures()
    {
        if (page.Indicators.Count == 0 && page.Missing.Count == 0)
        {
            yield return new SectionText(words.Say(
                "Partnern har ingen egen plats att jämföra: den finns hos oss, eller i vårt eget land utan plats i policyn.",
                "The partner has no place of its own to compare: it is here, or in our own country without a place in the policy."));
            yield break;
        }

        var shown = Shown();
        if (shown.Count == 0)
        {
            yield return new SectionText(words.Say("Ingen uppgift: inget av policyns nyckeltal kan ställas bredvid partnerns.", "No data: none of the policy's indicators can be set beside the partner's."));
        }
        else
        {
            yield return new SectionText(Caution(shown));
            yield return new SectionTable(
                words.Say("Deras siffror bredvid våra och jämförelsegruppens", "Their figures beside ours and the peer group's"),
                [
                    new(words.Say("Nyckeltal", "Indicator")), new(words.Say("Slag av område", "Kind of area")),
                    new(words.Say("Deras", "Theirs")), new(words.Say("Våra", "Ours")), new(words.Say("Jämförelsegrupp", "Peer group")),
                ],
                [.. shown.Select(Row)]);
            if (shown.Count < page.Indicators.Count)
            {
                var left = page.Indicators.Count - shown.Count;
                yield return new SectionText(words.Say(
                    $"{words.Count(left, "nyckeltal", "nyckeltal")} till kan jämföras; ”foresight partners show {page.Id}” visar alla.",
                    $"{words.Count(left, "more indicator", "more indicators")} can be compared; “foresight partners show {page.Id}” shows all."));
            }
        }

        if (page.Missing.Count > 0)
        {
            yield return new SectionText(words.Say("Nyckeltal utan uppgift, och varför:", "Indicators without data, and why:"));
            yield return new SectionList([.. page.Missing.OrderByDescending(missing => missing.Indicators.Count).Select(missing => new SectionCell(words.Why(missing, Name)))]);
        }
    }

    /// <summary>A few per focus area, in the policy's order.</summary>
    private List<ComparedIndicator> Shown()
    {
        var areas = policy.Indicators.ToLookup(one => one.Id, one => one.FocusAreas is [var first, ..] ? first : "", StringComparer.Ordinal);
        var chosen = page.Indicators.GroupBy(one => areas[one.Id].First()).SelectMany(group => AllIndicators ? group : group.Take(MostPerArea)).ToHashSet();
        return [.. page.Indicators.Where(chosen.Contains)];
    }

    private string Caution(IReadOnlyList<ComparedIndicator> shown)
    {
        var regions = shown.Any(one => one.Level is AreaLevel.Nuts2 or AreaLevel.Nuts3);
        var countries = shown.Any(one => one.Level is AreaLevel.Country);
        var home = policy.Home.Name.In(words.Language);
        return (regions, countries) switch
        {
            (false, false) => words.Say("Siffrorna gäller kommuner.", "The figures are for municipalities."),
            (true, false) => words.Say(
                $"Siffrorna gäller hela regioner, inte {Name} och {home}. Region jämförs med region.", $"The figures are for whole regions, not for {Name} and {home}. Region is set beside region."),
            (false, true) => words.Say(
                $"Siffrorna gäller hela länder, inte {Name} och {home}. Land jämförs med land.", $"The figures are for whole countries, not for {Name} and {home}. Country is set beside country."),
            _ => words.Say(
                $"Siffrorna gäller hela regioner och länder, inte {Name} och {home}. Region jämförs med region och land med land.",
                $"The figures are for whole regions and countries, not for {Name} and {home}. Region is set beside region, country beside country."),
        };
    }

    private IReadOnlyList<SectionCell> Row(ComparedIndicator one)
    {
        var note = one is { Ours: not null, IsSamePeriod: false, IsCurrentPrices: true } ? words.Say("; olika år i löpande priser, jämför inte", "; different years at current prices, do not compare") : "";
        return
        [
            new($"{BriefSentences.Capital(one.Name.In(words.Language))} ({one.Unit.In(words.Language)}; {one.Producer})"),
            new(words.Level(one.Level)),
            new(Cell(one.Theirs, one)),
            new(one.Ours is { } ours ? Cell(ours, one) + note : words.NoData),
            new(one.Peers is { } peers
                ? words.Say(
                    $"{words.Figure(peers.Median, one.Decimals)} ({one.Theirs.Period}), medianen för {peers.Count} av {peers.Of}: {peers.Group.Sv}",
                    $"{words.Figure(peers.Median, one.Decimals)} ({one.Theirs.Period}), the median of {peers.Count} of {peers.Of}: {peers.Group.En}")
                : words.NoData),
        ];
    }

    private string Cell(AreaFigure figure, ComparedIndicator one) =>
        $"{words.Figure(figure.Value, one.Decimals)} ({Wording.Of(figure.When, words.Language)}), {figure.Area.In(words.Language)}";

    private IEnumerable<SectionPart> Calls()
    {
        var (calls, unstated, stored) = page.Calls;
        if (stored == 0)
        {
            yield return new SectionText(words.Say("Inte mätt: inga utlysningar är hämtade.", "Not measured: no calls have been read."));
            yield break;
        }

        if (page.Country == policy.Home.Country)
        {
            yield return new SectionText(words.Say("Partnern finns i vårt eget land: de utlysningar som är öppna för oss är det för båda.", "The partner is in our own country: the calls that are open to us are open to both."));
        }

        yield return new SectionText(calls.Count == 0
            ? words.Say($"Ingen öppen utlysning säger att både vi och {page.CountryName.Sv} får söka.", $"No open call says that both we and {page.CountryName.En} may apply.")
            : words.Say($"Båda länderna får söka {words.Count(calls.Count, "öppen utlysning", "öppna utlysningar")}.", $"Both countries may apply for {words.Count(calls.Count, "open call", "open calls")}."));
        if (calls.Count > 0)
        {
            yield return new SectionTable(
                words.Say("Närmaste sista dag först", "The nearest deadline first"),
                [new(words.Say("Utlysning", "Call")), new(words.Say("Program", "Programme")), new(words.Say("Sista dag", "Deadline"))],
                [.. calls.Take(MostCalls).Select(call => (IReadOnlyList<SectionCell>)
                [
                    new(call.Title) { Link = call.Link, Language = OutsideText.ForeignLanguage(call.Language, words.Language) },
                    new(call.Programme + Foreign(call.Language)),
                    new(call.Deadline is { } day
                        ? $"{Wording.Day(day, words.Language)} ({words.Days(day.DayNumber - page.Contact.Today.DayNumber)})" : words.NoData),
                ])]);
        }

        if (unstated > 0)
        {
            yield return new SectionText(words.Say(
                $"{words.Count(unstated, "öppen utlysning säger", "öppna utlysningar säger")} inte från vilka länder man får söka; de är inte med.",
                $"{words.Count(unstated, "open call does", "open calls do")} not say from which countries one may apply; they are left out."));
        }
    }

    private IEnumerable<SectionPart> News()
    {
        if (page.News.Count == 0)
        {
            yield return new SectionText(words.Say($"Ingen hämtad nyhet nämner {Name}.", $"No news that was read names {Name}."));
            yield break;
        }

        yield return new SectionTable(
            words.Say("De nyaste först", "The newest first"),
            [new(words.Say("Rubrik", "Title")), new(words.Say("Utgivare", "Publisher")), new(words.Say("Dag", "Day"))],
            [.. page.News.Select(item => (IReadOnlyList<SectionCell>)
            [
                new(item.Title) { Link = item.Link, Language = OutsideText.ForeignLanguage(item.Language, words.Language) },
                new(item.Publisher + Foreign(item.Language)
                    + (item.MayBeAnother
                        ? words.Say($"; kan gälla något annat med samma namn: {page.CountryName.Sv} nämns inte", $"; may be another of that name: {page.CountryName.En} is not named") : "")),
                new(Wording.Day(item.Day, words.Language)),
            ])]);
        if (page.Stories > page.News.Count)
        {
            yield return new SectionText(words.Say(
                $"De {page.News.Count} senaste av {words.Count(page.Stories, "nyhet", "nyheter")}.", $"The newest {page.News.Count} of {words.Count(page.Stories, "story", "stories")}."));
        }
    }

    private string Foreign(string? language) => OutsideText.ForeignLanguage(language, words.Language) is { } foreign ? $" ({LanguageNames.In(foreign, words.Language)})" : "";

    private string Span(string? starts, string? ends) => (starts, ends) switch
    {
        ({ } from, { } to) => $"{words.When(from)} – {words.When(to)}",
        ({ } from, null) => words.Say($"från {words.When(from)}", $"from {words.When(from)}"),
        (null, { } to) => words.Say($"till {words.When(to)}", $"until {words.When(to)}"),
        _ => words.NotMeasured,
    };

    private string Application(PartnerApplication one)
    {
        string?[] parts =
        [
            one.Programme.In(words.Language),
            one.Outcome.In(words.Language),
            one.Applied is { } applied ? words.Say("sökt ", "applied for ") + Money(applied, one.Currency) : null,
            one.Granted is { } granted ? words.Say("beviljat ", "granted ") + Money(granted, one.Currency) : null,
        ];
        return words.Say("Ansökan: ", "Application: ") + one.Title + words.Example(one.IsExample) + " – " + string.Join(", ", parts.OfType<string>());
    }

    private string Money(double amount, string currency) => $"{Wording.Number(amount, words.Language)}\u00A0{currency}";
}
