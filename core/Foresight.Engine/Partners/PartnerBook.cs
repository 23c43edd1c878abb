using Foresight.Engine.Briefs;
using Foresight.Engine.Calendar;
using Foresight.Engine.Registers;
using Foresight.Sdk;

namespace Foresight.Engine.Partners;

/// <summary>The partners of a policy, with all that the store knows of each.</summary>
public static class PartnerBook
{
    /// <summary>Reads them: the register's by their order there, then the policy's twin towns and partners that the register lacks.</summary>
    public static async Task<IReadOnlyList<PartnerPage>> ReadAsync(ITables tables, Policy policy, RegisterBook registers, MeetingCalendar meetings, DateOnly today)
    {
        var partners = PartnerOnRecord.All(policy, registers);
        var figures = new SideBySide(policy, await StoredFigures.ReadAsync(tables, policy, SideBySide.AreasOf(policy, partners), today).ConfigureAwait(false));
        var trade = await CountryTrade.ReadAsync(tables, policy).ConfigureAwait(false);
        var calls = await SharedCalls.ReadAsync(tables, policy, registers, meetings, today).ConfigureAwait(false);
        var news = await PartnerNews.ReadAsync(tables, policy, partners).ConfigureAwait(false);
        return [.. partners.Select(partner =>
        {
            var (compared, missing) = figures.Of(partner);
            return new PartnerPage
            {
                Id = partner.Id,
                Name = partner.Name,
                IsRegistered = partner.Entry is not null,
                IsExample = partner.Entry?.IsExample == true,
                Kind = KindOf(partner, policy),
                Place = partner.Place?.Name,
                Country = partner.Country,
                CountryName = PartnerOnRecord.CountryName(policy, partner.Country),
                Codes = partner.Codes,
                Since = partner.Entry?["since"] ?? partner.Place?.Since?.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Work = partner.Entry?["work"],
                Note = partner.Place?.Note,
                Body = BodyOf(policy, partner.Entry?["body"]),
                Role = partner.Entry?["contact"],
                Source = OutsideText.Link(partner.Entry?["source"]),
                Contact = ContactOf(partner.Entry, policy, meetings, today),
                Activities = registers.Activities.Count == 0 ? null : [.. With(registers.Activities, partner).Select(entry => ActivityOf(entry, policy, today)).OrderBy(activity => Order(activity.Status)).ThenByDescending(activity => activity.Starts, StringComparer.Ordinal)],
                CountsExamples = registers.Activities.All(activity => activity.IsExample),
                Applications = registers.Applications.Count == 0 ? null : [.. With(registers.Applications, partner).Select(entry => ApplicationOf(entry, policy))],
                Indicators = compared,
                Missing = missing,
                Trade = CountryTrade.Of(trade, policy, partner.Country),
                Calls = calls(partner.Country),
                News = [.. news[partner.Id].Take(PartnerNews.Most)],
                Stories = news[partner.Id].Count(),
                Record = partner.Entry is { } row ? new Evidence { View = "registers", Source = row.Source, Record = $"dataset=partners id={row.Id}", LoadId = row.LoadId } : null,
            };
        })];
    }

    private static LocalText? KindOf(PartnerOnRecord partner, Policy policy) => policy.PartnerKinds.FirstOrDefault(kind => kind.Id == partner.Entry?["kind"])?.Name
        ?? partner.Place?.Role switch
        {
            PlaceRole.TwinTown => new LocalText("vänort", "twin town"),
            PlaceRole.Partner => new LocalText("partner", "partner"),
            _ => null,
        };

    private static IEnumerable<RegisterEntry> With(IReadOnlyList<RegisterEntry> rows, PartnerOnRecord partner) =>
        partner.Entry is null ? [] : rows.Where(row => row.Many("partners").Contains(partner.Id, StringComparer.Ordinal));

    private static ContactState ContactOf(RegisterEntry? entry, Policy policy, MeetingCalendar meetings, DateOnly today) => new(today)
    {
        DormantMonths = policy.FollowUp.DormantMonths,
        Last = entry?.Day("last_contact"),
        Next = entry?.Day("next_contact"),
        AgreementUntil = entry?["agreement_until"],
        AgreementEnds = entry?.Last("agreement_until"),
        Meeting = entry?["body"] is { } body ? meetings.Next(body, today)?.Day : null,
    };

    private static PartnerActivity ActivityOf(RegisterEntry entry, Policy policy, DateOnly today) => new(
        entry.Id,
        entry["title"] ?? entry.Id,
        entry["status"] ?? "",
        Labels(entry, "status"),
        entry["starts"],
        entry["ends"],
        BodyOf(policy, entry["body"]),
        entry["status"] is "ongoing" or "planned" && entry.Last("ends") < today,
        entry.IsExample);

    private static PartnerApplication ApplicationOf(RegisterEntry entry, Policy policy) => new(
        entry.Id,
        entry["title"] ?? entry.Id,
        policy.Funds.FirstOrDefault(fund => fund.Id == entry["programme"])?.Name ?? new LocalText(entry["programme"] ?? "", entry["programme"] ?? ""),
        Labels(entry, "outcome"),
        entry.Amount("applied"),
        entry.Amount("granted"),
        entry["currency"] ?? "EUR",
        entry.IsExample);

    private static LocalText Labels(RegisterEntry entry, string column) => new(entry.Label(column, "sv") ?? "", entry.Label(column, "en") ?? "");

    private static LocalText? BodyOf(Policy policy, string? id) => id is null ? null : policy.Bodies.FirstOrDefault(body => body.Id == id)?.Name ?? new LocalText(id, id);

    private static int Order(string status) => status switch
    {
        "ongoing" => 0,
        "planned" => 1,
        "ended" => 2,
        _ => 3,
    };
}
