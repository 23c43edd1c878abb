using System.Xml.Linq;

namespace Foresight.Plugins.FundingCalls.Ted;

/// <summary>Reads eForms: UBL with the EU's extensions.</summary>
internal static class EForms
{
    /// <summary>Reads a notice; null where it bears no publication number.</summary>
    public static TedNotice? Read(XElement root)
    {
        var publication = root.All("Publication").FirstOrDefault();
        if (TedNotice.NumberOf(publication?.At("NoticePublicationID").FirstOrDefault()?.Value) is not { } number)
            return null;
        var own = root.At("NoticeLanguageCode").FirstOrDefault()?.Value;
        var projects = root.At("ProcurementProject").Concat(root.At("ProcurementProjectLot", "ProcurementProject")).ToArray();
        var whole = projects.FirstOrDefault();
        var notice = new TedNotice
        {
            Number = number,
            Type = root.At("NoticeTypeCode").FirstOrDefault()?.Value.Trim(),
            Published = TedNotice.DayOf(publication!.At("PublicationDate").FirstOrDefault()?.Value),
            // What was paid, where that is known; else what it was thought to cost.
            Value = Amount(root.All("NoticeResult").SelectMany(result => result.At("TotalAmount")))
                ?? Amount(whole is null ? [] : whole.At("RequestedTenderTotal", "EstimatedOverallContractAmount")),
        };
        foreach (var name in whole is null ? [] : whole.At("Name"))
            notice.Title.Add(name.Mark("languageID") ?? own, name.Value);
        foreach (var text in projects.SelectMany(project => project.At("Description")))
            notice.Description.Add(text.Mark("languageID") ?? own, text.Value);
        AddBuyers(root, notice, own);
        notice.Cpv.AddRange(projects.SelectMany(project => project.All("ItemClassificationCode")).Where(code => code.Mark("listName") is null or "cpv").Select(code => code.Value.Trim()));
        notice.Places.AddRange(projects.SelectMany(project => project.At("RealizedLocation", "Address"))
            .Select(address => address.At("CountrySubentityCode").Concat(address.At("Country", "IdentificationCode")).FirstOrDefault()?.Value.Trim()).OfType<string>());
        AddDeadlines(root, notice);
        return notice;
    }

    private static void AddBuyers(XElement root, TedNotice notice, string? own)
    {
        var buyers = root.At("ContractingParty", "Party", "PartyIdentification", "ID").Select(id => id.Value.Trim()).ToHashSet(StringComparer.Ordinal);
        foreach (var company in root.All("Organization").SelectMany(one => one.At("Company")))
        {
            if (!company.At("PartyIdentification", "ID").Any(id => buyers.Contains(id.Value.Trim())))
                continue;
            foreach (var name in company.At("PartyName", "Name"))
                notice.Buyer.Add(name.Mark("languageID") ?? own, name.Value);
            notice.Countries.AddRange(company.At("PostalAddress", "Country", "IdentificationCode").Select(code => code.Value));
        }
    }

    // Tenders, requests to take part, interest: what a lot has of these, in this order.
    private static void AddDeadlines(XElement root, TedNotice notice)
    {
        foreach (var lot in root.At("ProcurementProjectLot"))
        {
            var day = new[] { "TenderSubmissionDeadlinePeriod", "ParticipationRequestReceptionPeriod", "InterestExpressionReceptionPeriod" }
                .SelectMany(lot.All).SelectMany(period => period.At("EndDate")).Select(date => TedNotice.DayOf(date.Value)).FirstOrDefault(date => date is not null);
            if (day is { } known)
                notice.Deadlines.Add(known);
        }
    }

    private static string? Amount(IEnumerable<XElement> amounts) =>
        amounts.Select(amount => TedNotice.ValueOf(amount.Value, amount.Mark("currencyID"))).FirstOrDefault(value => value is not null);
}
