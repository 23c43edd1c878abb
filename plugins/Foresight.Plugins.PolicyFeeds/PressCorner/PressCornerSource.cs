using System.Runtime.CompilerServices;
using Foresight.Formats.Feeds;
using Foresight.Plugins.PolicyFeeds.Feeds;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Plugins.PolicyFeeds.PressCorner;

/// <summary>The Commission's press corner: the list as RSS, and each new or changed release with its whole text and policy areas.</summary>
public sealed class PressCornerSource(PressCornerOptions options) : ISource
{
    /// <summary>A release that could be read from the list only; a later run asks for its text again.</summary>
    internal const string SummaryOnly = "summary-only";

    private const int FailuresBeforeRest = 3;
    private static readonly TimeSpan TranslatedWithin = TimeSpan.FromDays(2);

    /// <inheritdoc/>
    public bool Backfills => true;

    /// <inheritdoc/>
    public async Task<SourceCheck> CheckAsync(SourceContext context, CancellationToken cancellationToken)
    {
        try
        {
            var page = await PageAsync(context, 1, cancellationToken);
            return new SourceCheck(true, $"{options.BaseUrl.Host} lists {page.Documents.Count} releases on its first page.");
        }
        catch (SourceException failure)
        {
            return new SourceCheck(false, failure.Message);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<RecordBatch> ReadAsync(SourceContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        context.Pace(options.BaseUrl, TimeSpan.FromSeconds(1));
        var seen = new SeenItems(context.Since);
        var (listed, rejections, fields) = await ListAsync(context, seen, cancellationToken);
        var due = listed.Where(item => !seen.Has(Stamp(item))).Reverse().ToList();
        // What is known stays known; each release is added once it is stored.
        foreach (var known in listed.Where(item => seen.Has(Stamp(item))))
            seen.Note(Stamp(known));
        if (rejections.Count > 0 || due.Count == 0)
            yield return new DocumentBatch { Documents = [], Rejections = rejections, Fields = fields, Next = seen.ToCursor() };
        var failures = 0;
        foreach (var item in due)
        {
            var (whole, final, failed) = failures < FailuresBeforeRest
                ? await WholeAsync(context, item, cancellationToken)
                : (item with { Status = SummaryOnly }, false, Fault.Other);
            failures = failed switch { null => 0, Fault.TooManyRequests => FailuresBeforeRest, _ => failures + 1 };
            if (final)
                seen.Note(Stamp(item));
            yield return new DocumentBatch { Documents = [whole], Fields = fields, Next = context.Backfill is null ? seen.ToCursor() : null };
        }
    }

    /// <summary>The list from new to old, until a release that is known or a day before the backfill.</summary>
    private async Task<(List<Document> Listed, List<Rejection> Rejections, IReadOnlyList<string>? Fields)> ListAsync(
        SourceContext context, SeenItems seen, CancellationToken cancellationToken)
    {
        var listed = new Dictionary<string, Document>(StringComparer.Ordinal);
        var rejections = new List<Rejection>();
        var fields = new FieldNames();
        // On the first run one page is the wanted depth; more is a backfill's.
        var pages = context.Since is null && context.Backfill is null ? 1 : options.MaxPages;
        for (var number = 1; number <= pages; number++)
        {
            var page = await PageAsync(context, number, cancellationToken);
            rejections.AddRange(page.Rejections);
            fields.Note(page.Fields);
            var fresh = page.Documents.Count(document => listed.TryAdd(document.Id, document));
            var reachedKnown = context.Backfill is { } days
                ? page.Documents.Any(document => document.Published is { } published && published.Day < days.From)
                : page.Documents.Any(document => seen.Has(Stamp(document)));
            if (fresh == 0 || reachedKnown)
                break;
            if (number == pages && pages > 1)
                context.Logger.LogWarning("The press corner has more new releases than {Pages} pages hold: raise maxPages, or backfill the days between.", pages);
        }

        var all = listed.Values.Where(document => context.Backfill is not { } range || (document.Published is { } day && day.Day >= range.From && day.Day < range.Until));
        return ([.. all], rejections, fields.Names);
    }

    private async Task<(IReadOnlyList<Document> Documents, IReadOnlyList<Rejection> Rejections, IReadOnlyList<string>? Fields)> PageAsync(
        SourceContext context, int number, CancellationToken cancellationToken)
    {
        var areas = options.PolicyAreas.Count == 0 ? "" : $"&policyarea={Uri.EscapeDataString(string.Join(',', options.PolicyAreas))}";
        var profile = new FeedProfile
        {
            Url = new Uri(options.BaseUrl, $"api/rss?language=en&pagesize={options.PageSize}{areas}{(number > 1 ? $"&page={number}" : "")}"),
            Zone = FeedProfile.ZoneOf("Europe/Brussels"),
            Language = "en",
            Publisher = "European Commission",
            KeyOf = entry => ReferenceOf(entry) is { } reference ? new ItemKey(reference.Id) : null,
            KindOf = entry => ReferenceOf(entry)?.Kind ?? "press-release",
            CategoriesOf = entry => [.. entry.Categories.Select(category => category.Term.Replace("POLICY_AREA=", "", StringComparison.Ordinal)).Distinct()],
        };
        await using var feed = await FeedAnswer.GetAsync(context, profile, cancellationToken);
        var items = await feed.ReadAsync(context, profile, cancellationToken);
        var documents = items.ToDocuments();
        feed.ThrowIfBroken(profile.Url, 0);
        return ([.. documents.Select(item => item.Document)], items.Rejections, feed.Fields);
    }

    /// <summary>The release with its text; whether that is final; and why it has none.</summary>
    private async Task<(Document Whole, bool Final, Fault? Failed)> WholeAsync(SourceContext context, Document item, CancellationToken cancellationToken)
    {
        if (PressReference.Of(item.Id) is not { } reference)
            return (item, true, null);
        try
        {
            // English exists first and says which others do.
            var first = await DocumentAsync(context, reference, "en", cancellationToken);
            var wanted = options.Languages.FirstOrDefault(language => language == "en" || first.Languages.Contains(language)) ?? "en";
            var text = wanted == "en" ? first : await DocumentAsync(context, reference, wanted, cancellationToken);
            var late = wanted != options.Languages[0] && item.Published is { } published && context.Clock.GetUtcNow() - published.Start < TranslatedWithin;
            return (item with
            {
                Title = text.Title ?? item.Title,
                Summary = text.Subtitle ?? item.Summary,
                Text = text.Text,
                Language = wanted,
                Categories = text.PolicyAreas.Count > 0 ? text.PolicyAreas : item.Categories,
                Origin = new Uri(options.BaseUrl, $"detail/{wanted}/{reference.Id}"),
            }, !late, null);
        }
        catch (SourceException failure)
        {
            context.Logger.LogWarning("{Release} is stored from the list only, and asked for again at the next run: {Reason}", item.Id, failure.Message);
            return (item with { Status = SummaryOnly }, false, failure.Fault);
        }
    }

    private async Task<PressDocument> DocumentAsync(SourceContext context, PressReference reference, string language, CancellationToken cancellationToken)
    {
        var url = new Uri(options.BaseUrl, $"api/documents?language={language}&reference={reference.Code}");
        await using var answer = await context.GetAsync(url, Expected.Json, cancellationToken);
        using var json = await answer.ReadJsonAsync(cancellationToken);
        return PressDocument.Read(json, url);
    }

    private static PressReference? ReferenceOf(FeedEntry entry) => PressReference.Of(entry.Id) ?? PressReference.Of(entry.Link?.AbsoluteUri);

    /// <summary>What must change for a release to be asked for again.</summary>
    private static string Stamp(Document item) => $"{item.Id}\n{item.Published}\n{item.Title}\n{item.Summary}";
}
