using System.Globalization;
using Foresight.Sdk;

namespace Foresight.Engine.Partners;

/// <summary>The words of partners in one language, with their grammar.</summary>
internal sealed class PartnerWords(string language)
{
    private const double Billion = 1e9;
    private const double Million = 1e6;

    public string Language => language;

    public bool Swedish { get; } = language == "sv";

    public string NotMeasured => Say("inte mätt", "not measured");

    public string NoData => Say("ingen uppgift", "no data");

    public string NotInRegister => Say("inte i registret", "not in the register");

    public string Say(string swedish, string english) => Swedish ? swedish : english;

    public string Example(bool isExample) => isExample ? Say(" (exempel)", " (example)") : "";

    public string Name(PartnerPage page) => page.Name.In(language) + Example(page.IsExample);

    public string Count(int count, string one, string many) => $"{Wording.Number(count, language)} {(count == 1 ? one : many)}";

    /// <summary>A year, month or day as far as it is known.</summary>
    public string When(string text)
    {
        var parts = text.Split('-').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return parts switch
        {
            [var year] => year.ToString(CultureInfo.InvariantCulture),
            [var year, var month] => Wording.Month(year, month, language),
            [var year, var month, var day] => Wording.Day(new DateOnly(year, month, day), language),
            _ => text,
        };
    }

    /// <summary>"10 maj 2023, för 1 214 dagar sedan (3 år och 3 månader)".</summary>
    public string Last(ContactState contact) => contact.Last is not { } last ? NotMeasured : $"{Wording.Day(last, language)}, {Ago(last, contact.Today)}";

    public string Next(ContactState contact) => contact.Next is not { } next ? NotMeasured
        : contact.NextHasPassed
            ? Say($"skulle ha varit {Wording.Day(next, "sv")}; inget är registrerat efter det", $"was to be {Wording.Day(next, "en")}; nothing is registered after that")
        : Wording.Day(next, language) + ", " + (next.DayNumber - contact.Today.DayNumber) switch
        {
            0 => Say("i dag", "today"),
            1 => Say("i morgon", "tomorrow"),
            var days => Say("om ", "in ") + Days(days),
        };

    public string Agreement(ContactState contact) => contact.AgreementUntil is not { } until ? NotMeasured
        : contact.HasEnded ? Say($"gick ut {When(until)}", $"ended {When(until)}") : Say($"till {When(until)}", $"until {When(until)}");

    /// <summary>Why a relation is dormant, as one sentence; null where it is not.</summary>
    public string? Dormant(PartnerPage page)
    {
        var contact = page.Contact;
        if (!contact.IsDormant)
        {
            return null;
        }

        var silent = contact.IsSilent
            ? Say(
                $"Ingen kontakt är registrerad sedan {Wording.Day(contact.Last!.Value, "sv")}: {Days(contact.DaysSince!.Value)}, {Length(contact.Last.Value, contact.Today)}.",
                $"No contact has been registered since {Wording.Day(contact.Last!.Value, "en")}: {Days(contact.DaysSince!.Value)}, {Length(contact.Last.Value, contact.Today)}.")
            : null;
        var ended = contact.HasEnded ? Say($"Avtalet gick ut {When(contact.AgreementUntil!)}.", $"The agreement ended {When(contact.AgreementUntil!)}.") : null;
        var ongoing = page.Ongoing is > 0 and var count
            ? Say($"Samtidigt pågår {Count(count, "aktivitet", "aktiviteter")}.", $"At the same time {Count(count, "activity is", "activities are")} under way.") : null;
        return string.Join(' ', new[] { silent, ended, ongoing }.OfType<string>());
    }

    public string Days(int days) => Count(days, Say("dag", "day"), Say("dagar", "days"));

    /// <summary>"3 år och 3 månader"; less than a month in days.</summary>
    public string Length(DateOnly from, DateOnly to)
    {
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month - (to.Day < from.Day ? 1 : 0);
        var (years, rest) = (months / 12, months % 12);
        var yearWords = Count(years, Say("år", "year"), Say("år", "years"));
        var monthWords = Count(rest, Say("månad", "month"), Say("månader", "months"));
        return months == 0 ? Days(to.DayNumber - from.DayNumber) : years == 0 ? monthWords : rest == 0 ? yearWords : $"{yearWords} {Say("och", "and")} {monthWords}";
    }

    /// <summary>A figure with its unit left out: large ones in millions or billions.</summary>
    public string Figure(double value, int decimals) => Math.Abs(value) switch
    {
        >= Billion => $"{Wording.Number(value / Billion, language, 1)} {Say("miljarder", "billion")}",
        >= Million => $"{Wording.Number(value / Million, language, 1)} {Say(Wording.Number(value / Million, language, 1) == "1,0" ? "miljon" : "miljoner", "million")}",
        _ => Wording.Number(value, language, decimals),
    };

    public string Level(AreaLevel level) => level switch
    {
        AreaLevel.Municipality => Say("kommun", "municipality"),
        AreaLevel.Nuts3 => Say("region (NUTS 3)", "region (NUTS 3)"),
        AreaLevel.Nuts2 => Say("större region (NUTS 2)", "larger region (NUTS 2)"),
        _ => Say("land", "country"),
    };

    public string List(string list) => list switch
    {
        "kolada" => "Kolada",
        "nuts3" => "NUTS 3",
        "nuts2" => "NUTS 2",
        "eurostat" => "Eurostat",
        "worldbank" => Say("Världsbanken", "the World Bank"),
        "wits" => "WITS",
        "comext" => "Comext",
        "interreg" => "Interreg",
        _ => list,
    };

    /// <summary>Why some indicators are not there.</summary>
    public string Why(MissingFigures missing, string name)
    {
        var count = missing.Indicators.Count;
        var list = missing.List is { } one ? List(one) : "";
        var lead = Say($"{Count(count, "nyckeltal", "nyckeltal")}: ", $"{Count(count, "indicator", "indicators")}: ");
        return lead + missing.Reason switch
        {
            MissingReason.KnownToHaveNone => Say($"policyn säger att det inte finns uppgifter om {name} i {list}.", $"the policy says that there are no data on {name} in {list}."),
            MissingReason.NoPlace => Say($"{name} är ingen plats som policyn har koder för.", $"{name} is no place for which the policy has codes."),
            MissingReason.NoCode => Say($"{(count == 1 ? "det" : "de")} hämtas efter koder i {list}, och {name} har ingen kod där.", $"{(count == 1 ? "it is" : "they are")} read by codes of {list}, and {name} has none there."),
            MissingReason.NoFigures => Say($"inga siffror finns för {name} (kod i {list}).", $"there are no figures for {name} (code in {list})."),
            MissingReason.SeveralSeries => Say("flera serier är lagrade under samma namn, så ingen av dem visas.", "several series are stored under one name, so none of them is shown."),
            _ => Say("inget är hämtat än.", "nothing has been read yet."),
        };
    }

    private string Ago(DateOnly day, DateOnly today) => (today.DayNumber - day.DayNumber) switch
    {
        < 0 => Say("en dag som inte har varit", "a day that has not been"),
        0 => Say("i dag", "today"),
        1 => Say("i går", "yesterday"),
        < 31 and var days => Say($"för {Days(days)} sedan", $"{Days(days)} ago"),
        var days => Say($"för {Days(days)} sedan ({Length(day, today)})", $"{Days(days)} ago ({Length(day, today)})"),
    };
}
