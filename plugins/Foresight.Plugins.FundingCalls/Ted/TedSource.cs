using System.Runtime.CompilerServices;
using System.Text;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Plugins.FundingCalls.Ted;

/// <summary>Public tenders of the EU: TED's search, and its notices as XML.</summary>
public sealed class TedSource(TedOptions options) : ISource
{
    private const string Stream = "ted";
    private const int ServedByPage = 15_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(600);

    /// <inheritdoc/>
    public bool Backfills => true;

    private Uri SearchUrl => new(options.ApiUrl, "v3/notices/search");

    /// <summary>Recognises an answer of the search, and a notice in either form.</summary>
    public static SourceMatch? Recognise(AnswerHead head)
    {
        var text = head.Text.AsSpan().TrimStart(" \t\r\n\uFEFF");
        if (text.StartsWith("{"))
        {
            return text.Contains("\"notices\"", StringComparison.Ordinal) && text.Contains("\"publication-number\"", StringComparison.Ordinal)
                ? new SourceMatch(new Dictionary<string, string> { ["query"] = "publication-number = *" })
                : null;
        }

        return text.StartsWith("<")
            && (text.Contains("<TED_EXPORT", StringComparison.Ordinal)
                || (text.Contains("urn:oasis:names:specification:ubl:schema", StringComparison.Ordinal) && text.Contains("eforms", StringComparison.Ordinal)))
            ? new SourceMatch(new Dictionary<string, string> { ["notices"] = head.Url.AbsoluteUri })
            : null;
    }

    /// <inheritdoc/>
    public async Task<SourceCheck> CheckAsync(SourceContext context, CancellationToken cancellationToken)
    {
        try
        {
            if (options.Notices.Count > 0)
            {
                var notice = await NoticeAsync(context, options.Notices[0], cancellationToken);
                return new SourceCheck(true, $"TED answers with notice {notice.Number}.");
            }

            var page = await PageAsync(context, Query(Resume(context)), 1, null, cancellationToken);
            return new SourceCheck(true, page.Total is { } total ? $"TED answers: {total} notices to read." : "TED answers.");
        }
        catch (SourceException failure)
        {
            return new SourceCheck(false, failure.Message);
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<RecordBatch> ReadAsync(SourceContext context, CancellationToken cancellationToken) =>
        options.Notices.Count > 0 ? ReadNoticesAsync(context, cancellationToken) : SearchAsync(context, cancellationToken);

    private async IAsyncEnumerable<RecordBatch> ReadNoticesAsync(SourceContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in options.Notices)
        {
            var notice = await NoticeAsync(context, name, cancellationToken);
            if (seen.Add(notice.Number))
                yield return Batch([notice], [], notice.Fields, null);
        }
    }

    private async IAsyncEnumerable<RecordBatch> SearchAsync(SourceContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var state = Resume(context);
        var query = Query(state);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        var read = 0;
        DateOnly? newest = null;
        // Until its end is seen, an answer in another order than asked for must not move the cursor past what it has not given yet.
        var ordered = true;
        for (var (page, token) = (1, (string?)null); ; page++)
        {
            var answer = await PageAsync(context, query, page, token, cancellationToken);
            if (options.Paging is TedPaging.PageNumber && answer.Total > ServedByPage)
            {
                throw new SourceException(
                    $"The search finds {answer.Total} notices, and by page number TED serves the first {ServedByPage}: set paging: iteration, or narrow the search.",
                    Recovery.Stop)
                { Fault = Fault.Options };
            }

            read += answer.Count;
            List<TedNotice> fresh = [.. answer.Notices.Where(notice => seen.Add(notice.Number))];
            foreach (var day in fresh.Select(notice => notice.Published).OfType<DateOnly>())
            {
                ordered &= newest is null || day >= newest;
                newest = newest is null || day > newest ? day : newest;
            }

            // TED hands out a token even after the last page; a page without anything new, or a token that came before, would go on for ever.
            var isLast = answer.Count == 0 || fresh.Count + answer.Rejections.Count == 0
                || (options.Paging is TedPaging.Iteration && (answer.Token is null || !tokens.Add(answer.Token)))
                || (answer.Total is { } total ? read >= total : options.Paging is TedPaging.PageNumber && answer.Count < options.PageSize);
            if (isLast && answer.Total > read)
                context.Logger.LogWarning("TED counted {Total} notices and gave {Read}.", answer.Total, read);
            if (ordered || isLast)
                state.Reach(Stream, newest);
            if (options.FullText)
                await CompleteAsync(context, fresh, cancellationToken);
            if (fresh.Count + answer.Rejections.Count > 0)
                yield return Batch(fresh, answer.Rejections, answer.Fields, state.ToCursor());
            if (isLast)
                yield break;
            token = answer.Token;
        }
    }

    private DocumentBatch Batch(IReadOnlyList<TedNotice> notices, IEnumerable<Rejection> rejections, IReadOnlyList<string>? fields, Cursor? next)
    {
        List<Document> documents = [];
        List<Rejection> refused = [.. rejections];
        foreach (var notice in notices)
        {
            if (notice.ToDocument(options.Languages, options.SiteUrl) is { } document)
                documents.Add(document);
            else
                refused.Add(new Rejection(notice.Number, "It has no title in any language.") { Item = notice.Raw });
        }

        return new DocumentBatch { Documents = documents, Rejections = refused, Fields = fields, Next = next };
    }

    private Incremental Resume(SourceContext context) => Incremental.Resume(
        context, DateOnly.FromDateTime(context.Clock.GetUtcNow().UtcDateTime).AddDays(-options.InitialDays), options.LagDays, Stream);

    private string Query(Incremental state) => TedQuery.Of(options, state.StartOf(Stream)!.Value, state.EndOf(Stream));

    private async Task<TedPage> PageAsync(SourceContext context, string query, int page, string? token, CancellationToken cancellationToken)
    {
        context.Pace(SearchUrl, Pause);
        using var request = new HttpRequestMessage(HttpMethod.Post, SearchUrl)
        {
            Content = new StringContent(TedQuery.Body(options, query, page, token), Encoding.UTF8, "application/json"),
        };
        await using var answer = await context.SendAsync(request, Expected.Json, cancellationToken);
        using var json = await answer.ReadJsonAsync(cancellationToken);
        return TedPage.Read(json.RootElement, SearchUrl);
    }

    private async Task<TedNotice> NoticeAsync(SourceContext context, string name, CancellationToken cancellationToken)
    {
        var url = TedNotice.NumberOf(name) is { } number ? new Uri(options.SiteUrl, $"en/notice/{number}/xml") : new Uri(name);
        context.Pace(url, Pause);
        await using var answer = await context.GetAsync(url, Expected.Xml, cancellationToken);
        return await TedNoticeXml.ReadAsync(answer.Body, url, cancellationToken);
    }

    private async Task CompleteAsync(SourceContext context, IReadOnlyList<TedNotice> notices, CancellationToken cancellationToken)
    {
        foreach (var notice in notices)
        {
            try
            {
                notice.Complete(await NoticeAsync(context, notice.Number, cancellationToken));
            }
            catch (SourceException missing) when (missing.Fault is Fault.NotFound)
            {
                // The search shows a notice before its XML is there; what the search said of it is kept.
                context.Logger.LogWarning("Notice {Number} has no XML yet.", notice.Number);
            }
        }
    }
}
