using System.Text.Json;

namespace Foresight.Plugins.FundingCalls.Ted;

/// <summary>Reads a notice of the search's answer: every field may be a text, a list, or either by language.</summary>
internal static class TedSearchNotice
{
    /// <summary>The fields that are asked for.</summary>
    public static IReadOnlyList<string> Fields { get; } =
    [
        "publication-number", "publication-date", "notice-type", "notice-title", "title-proc", "description-proc", "buyer-name", "buyer-country",
        "place-of-performance", "main-classification-proc", "classification-cpv", "estimated-value-proc", "estimated-value-cur-proc", "total-value",
        "total-value-cur", "deadline-receipt-tender-date-lot",
    ];

    /// <summary>Reads one; null where it has no publication number.</summary>
    public static TedNotice? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || TedNotice.NumberOf(First(json, "publication-number")) is not { } number)
            return null;
        var notice = new TedNotice
        {
            Number = number,
            Type = First(json, "notice-type"),
            Published = TedNotice.DayOf(First(json, "publication-date")),
            Value = TedNotice.ValueOf(First(json, "total-value"), First(json, "total-value-cur"))
                ?? TedNotice.ValueOf(First(json, "estimated-value-proc"), First(json, "estimated-value-cur-proc")),
        };
        AddTexts(json, "title-proc", notice.Title);
        AddTexts(json, "notice-title", notice.Heading);
        AddTexts(json, "description-proc", notice.Description);
        AddTexts(json, "buyer-name", notice.Buyer);
        notice.Countries.AddRange(Texts(json, "buyer-country"));
        notice.Places.AddRange(Texts(json, "place-of-performance"));
        notice.Cpv.AddRange(Texts(json, "main-classification-proc").Concat(Texts(json, "classification-cpv")));
        notice.Deadlines.AddRange(Texts(json, "deadline-receipt-tender-date-lot").Select(TedNotice.DayOf).OfType<DateOnly>());
        notice.Raw = notice.Title.IsEmpty && notice.Heading.IsEmpty ? Rejected.Short(json.GetRawText()) : null;
        return notice;
    }

    private static void AddTexts(JsonElement json, string name, TedTexts texts)
    {
        if (!json.TryGetProperty(name, out var value))
            return;
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var language in value.EnumerateObject())
            {
                foreach (var text in TextsOf(language.Value))
                    texts.Add(language.Name, text);
            }
        }
        else
        {
            foreach (var text in TextsOf(value))
                texts.Add(null, text);
        }
    }

    private static string? First(JsonElement json, string name) => Texts(json, name).FirstOrDefault();

    private static IEnumerable<string> Texts(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? TextsOf(value) : [];

    private static IEnumerable<string> TextsOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Number => [value.GetRawText()],
        JsonValueKind.Array => value.EnumerateArray().Where(item => item.ValueKind != JsonValueKind.Array).SelectMany(TextsOf),
        _ => [],
    };
}
