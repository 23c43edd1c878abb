using System.Xml.Linq;

namespace Foresight.Plugins.FundingCalls.Ted;

/// <summary>Reads the older form, TED_EXPORT: coded data, headings in every language, and the buyer's form in its own.</summary>
internal static class TedExport
{
    /// <summary>Reads a notice; null where it bears no publication number.</summary>
    public static TedNotice? Read(XElement root)
    {
        if (TedNotice.NumberOf(root.Mark("DOC_ID")) is not { } number)
            return null;
        var coded = root.At("CODED_DATA_SECTION", "NOTICE_DATA").FirstOrDefault() ?? new XElement("NOTICE_DATA");
        var codes = root.At("CODED_DATA_SECTION", "CODIF_DATA").FirstOrDefault() ?? new XElement("CODIF_DATA");
        var objects = root.At("FORM_SECTION").Elements().Select(form => (Language: form.Mark("LG"), Object: form.At("OBJECT_CONTRACT").FirstOrDefault())).ToArray();
        var notice = new TedNotice
        {
            Number = number,
            Type = codes.At("TD_DOCUMENT_TYPE").FirstOrDefault()?.Value.Trim(),
            Published = TedNotice.DayOf(root.At("CODED_DATA_SECTION", "REF_OJS", "DATE_PUB").FirstOrDefault()?.Value),
            Value = Amounts(coded.At("VALUES", "VALUE")) ?? Amounts(objects.SelectMany(form => form.Object?.Elements() ?? [])
                .Where(element => element.Name.LocalName is "VAL_TOTAL" or "VAL_ESTIMATED_TOTAL" or "VAL_BARGAIN_PURCHASE")),
        };
        foreach (var (language, form) in objects)
        {
            notice.Title.Add(language, Paragraphs(form?.At("TITLE").FirstOrDefault()));
            foreach (var text in form is null ? [] : form.At("SHORT_DESCR").Concat(form.At("OBJECT_DESCR", "SHORT_DESCR")))
                notice.Description.Add(language, Paragraphs(text));
        }

        foreach (var heading in root.At("TRANSLATION_SECTION", "ML_TITLES", "ML_TI_DOC"))
            notice.Heading.Add(heading.Mark("LG"), Paragraphs(heading.At("TI_TEXT").FirstOrDefault()));
        foreach (var name in root.At("TRANSLATION_SECTION", "ML_AA_NAMES", "AA_NAME"))
            notice.Buyer.Add(name.Mark("LG"), name.Value);
        notice.Countries.AddRange(coded.At("ISO_COUNTRY").Select(country => country.Mark("VALUE")).OfType<string>());
        notice.Places.AddRange(coded.At("PERFORMANCE_NUTS").Select(place => place.Mark("CODE")).OfType<string>());
        notice.Cpv.AddRange(coded.At("ORIGINAL_CPV").Select(code => code.Mark("CODE")).OfType<string>());
        notice.Deadlines.AddRange(codes.At("DT_DATE_FOR_SUBMISSION").Concat(root.All("DATE_RECEIPT_TENDERS")).Select(date => TedNotice.DayOf(date.Value)).OfType<DateOnly>());
        return notice;
    }

    private static string? Paragraphs(XElement? element) =>
        element is null ? null : element.Elements().Any() ? string.Join(' ', element.Elements().Select(paragraph => paragraph.Value)) : element.Value;

    private static string? Amounts(IEnumerable<XElement> amounts) =>
        amounts.Select(amount => TedNotice.ValueOf(amount.Value, amount.Mark("CURRENCY"))).FirstOrDefault(value => value is not null);
}

file static class Sequence
{
    public static IEnumerable<XElement> Elements(this IEnumerable<XElement> parents) => parents.SelectMany(parent => parent.Elements());
}
