using System.Globalization;
using System.Text.Json;
using Foresight.Formats.Html;
using Foresight.Sdk;

namespace Foresight.Plugins.PolicyFeeds.Government;

/// <summary>A page of the listing: JSON that holds a list in HTML.</summary>
/// <param name="Documents">The documents, from new to old.</param>
/// <param name="Rejections">Items that are no document.</param>
/// <param name="Fields">The names of what the answer has: its items are markup.</param>
/// <param name="Total">How many documents all pages hold.</param>
/// <param name="Count">How many items this page holds.</param>
internal sealed record ListingPage(IReadOnlyList<Document> Documents, IReadOnlyList<Rejection> Rejections, IReadOnlyList<string>? Fields, int Total, int Count)
{
    /// <exception cref="SourceException">The JSON is no listing.</exception>
    public static ListingPage Read(JsonDocument json, Uri url, string kind)
    {
        if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("Message", out var message) || message.ValueKind != JsonValueKind.String)
        {
            throw new SourceException($"{url.Shown()} did not answer a listing: there is no \"Message\" in it; the next run tries again.", Recovery.Retry) { Fault = Fault.Malformed };
        }

        var total = json.RootElement.TryGetProperty("TotalCount", out var count) && count.ValueKind == JsonValueKind.Number && count.TryGetInt32(out var all) ? all : 0;
        var documents = new List<Document>();
        var rejections = new List<Rejection>();
        var items = HtmlListItem.Read(message.GetString()!);
        foreach (var (number, item) in items.Index())
        {
            // The first link is the document's own; those to /tx/ are its categories.
            var own = item.Links.FirstOrDefault(link => !link.Target.Contains("/tx/", StringComparison.Ordinal) && link.Text.Length > 0);
            if (own is null || !Uri.TryCreate(url, own.Target, out var origin) || origin.Scheme is not ("https" or "http") || RegeringenSource.IdOf(origin).Length == 0)
            {
                rejections.Add(new Rejection($"item {number + 1} of {url.Shown()}", "It has no link to a document.") { Item = TextOf(item) });
                continue;
            }

            documents.Add(new Document
            {
                Id = RegeringenSource.IdOf(origin),
                Kind = kind,
                Title = own.Text,
                Language = "sv",
                Categories = [.. item.Links.Where(link => link.Target.Contains("/tx/", StringComparison.Ordinal)).Select(link => link.Text).Where(text => text.Length > 0).Distinct()],
                Origin = origin,
                Publisher = "Regeringskansliet",
                Published = item.Times.Select(DayOf).FirstOrDefault(day => day is not null) is { } published ? Moment.On(published) : null,
            });
        }

        return new ListingPage(documents, rejections, FieldNames.Of(json.RootElement), total, items.Count);
    }

    private static string? TextOf(HtmlListItem item) =>
        Rejected.Short(string.Join(", ", [.. item.Times, .. item.Links.Select(link => $"{link.Text} <{link.Target}>")]));

    private static DateOnly? DayOf(string time) =>
        time.Length >= 10 && DateOnly.TryParseExact(time.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
