using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Foresight.Sdk;

namespace Foresight.Plugins.PartnerIndicators;

/// <summary>The days on which Kolada publishes new values of its indicators: one document per indicator and day.</summary>
internal sealed partial class KoladaReleasesSource(KoladaReleasesOptions options) : ISource
{
    /// <summary>Whether an answer is a page of indicators; the match asks for it once.</summary>
    public static SourceMatch? Recognise(AnswerHead head) =>
        head.Text.Contains("\"is_divided_by_gender\"", StringComparison.Ordinal) && Id().Match(head.Text) is { Success: true } id
            ? new SourceMatch(new Dictionary<string, string> { ["kpis"] = id.Groups[1].Value, ["maxPages"] = "1" })
            : null;

    public async Task<SourceCheck> CheckAsync(SourceContext context, CancellationToken cancellationToken) =>
        options.Kpis.Count == 0
            ? new SourceCheck(false, "Kolada must be told whose releases are wanted: name at least one KPI.")
            : await this.ByReadingAsync(context, "Kolada", cancellationToken).ConfigureAwait(false);

    public async IAsyncEnumerable<RecordBatch> ReadAsync(SourceContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(context.Clock.GetUtcNow().UtcDateTime);
        var pages = new KoladaPages(options);
        var told = 0;
        foreach (var kpis in KoladaPages.Chunks(options.Kpis))
        {
            await foreach (var page in pages.ReadAsync(context, $"kpi/{KoladaPages.Segment(kpis)}", cancellationToken).ConfigureAwait(false))
            {
                var documents = new Dictionary<string, Document>(StringComparer.Ordinal);
                var rejections = new List<Rejection>();
                foreach (var kpi in page.Values.EnumerateArray())
                {
                    var (document, rejection) = Read(kpi, today);
                    if (rejection is not null)
                        rejections.Add(rejection);
                    else if (!documents.TryAdd(document!.Id, document))
                        rejections.Add(Rejected.Of(document.Id, "It is on one page twice: the first is kept.", kpi));
                }

                told += documents.Count + rejections.Count;
                yield return new DocumentBatch { Documents = [.. documents.Values], Rejections = rejections, Fields = page.Fields };
            }
        }

        if (told == 0)
        {
            throw new SourceException(
                $"Kolada knows none of the {options.Kpis.Count} KPIs: check their ids, it answers an unknown one with an empty list.", Recovery.Stop)
            { Fault = Fault.UnknownId };
        }
    }

    private static (Document? Document, Rejection? Rejection) Read(JsonElement kpi, DateOnly today)
    {
        if (Json.Text(kpi, "id") is not { Length: > 0 } id || Json.Text(kpi, "title") is not { Length: > 0 } title)
            return (null, Rejected.Of("an indicator", "It has no id or no title.", kpi));
        if (!DateOnly.TryParseExact(Json.Text(kpi, "publication_date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return (null, Rejected.Of(id, "It has no publication date, so there is no release to tell of.", kpi));

        return (new Document
        {
            Id = $"{id}-{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
            Kind = "release",
            Title = title,
            Text = Json.Text(kpi, "description") ?? "",
            Language = "sv",
            // The period that the release is about, where it is known, lets a brief see whether the stored figures are the newest.
            Categories = Json.Text(kpi, "publ_period") is { Length: > 0 } period ? [id, period] : [id],
            Origin = new Uri($"https://www.kolada.se/verktyg/fri-sokning/?kpis={Uri.EscapeDataString(id)}"),
            Publisher = "Kolada",
            Published = day > today ? null : Moment.On(day),
            Due = day > today ? day : null,
        }, null);
    }

    [GeneratedRegex("\"id\"\\s*:\\s*\"([A-Za-z0-9]+)\"")]
    private static partial Regex Id();
}
