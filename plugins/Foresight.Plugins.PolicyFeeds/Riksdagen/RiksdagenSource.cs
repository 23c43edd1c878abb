using System.Runtime.CompilerServices;
using System.Text.Json;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Plugins.PolicyFeeds.Riksdagen;

/// <summary>Riksdagen's document list: reports, bills, motions and memos, also planned ones.</summary>
public sealed class RiksdagenSource(RiksdagenOptions options) : ISource
{
    /// <summary>How many days behind the newest document a run reads again.</summary>
    private const int Lag = 14;

    /// <summary>Recognises a document list.</summary>
    public static SourceMatch? Recognise(AnswerHead head)
    {
        var text = head.Text.AsSpan().TrimStart(" \t\r\n\uFEFF");
        return text.StartsWith("{") && text[..Math.Min(text.Length, 200)].Contains("\"dokumentlista\"", StringComparison.Ordinal) ? SourceMatch.Plain : null;
    }

    /// <inheritdoc/>
    public async Task<SourceCheck> CheckAsync(SourceContext context, CancellationToken cancellationToken)
    {
        if (options.DocumentTypes.Count == 0)
            return new SourceCheck(false, "documentTypes is empty: name at least one, such as bet.");
        try
        {
            var page = await PageAsync(context, First(options.DocumentTypes[0]), cancellationToken);
            return new SourceCheck(true, $"{options.BaseUrl.Host} answers with {page.Items.Count} documents on the first page of {options.DocumentTypes[0]}.");
        }
        catch (SourceException failure)
        {
            return new SourceCheck(false, failure.Message);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<RecordBatch> ReadAsync(SourceContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cursor = Incremental.Resume(context, null, Lag, [.. options.DocumentTypes]);
        var yielded = new HashSet<string>(StringComparer.Ordinal);
        foreach (var type in options.DocumentTypes)
        {
            await foreach (var batch in ReadTypeAsync(context, type, cursor, yielded, cancellationToken))
                yield return batch;
        }
    }

    private async IAsyncEnumerable<DocumentBatch> ReadTypeAsync(
        SourceContext context, string type, Incremental cursor, HashSet<string> yielded, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var from = cursor.StartOf(type);
        var asked = new HashSet<Uri>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        DateOnly? newest = null;
        var url = First(type);
        while (true)
        {
            asked.Add(url);
            var page = await PageAsync(context, url, cancellationToken);
            var filed = page.Items.Where(item => item.Filed is not null).Select(item => item.Filed!.Value).ToList();
            if (filed.Count > 0 && (newest is null || filed.Max() > newest))
                newest = filed.Max();
            // Past its 10,000th document the list repeats its last page and still names a next one.
            var before = seen.Count;
            seen.UnionWith(page.Items.Select(item => item.Document.Id));
            var repeats = seen.Count == before;
            var behind = from is { } day && filed.Count > 0 && filed.Min() < day;
            var more = page.Next is { } next && !asked.Contains(next) && !repeats && !behind;
            var full = more && asked.Count >= options.MaxPages;
            if (full && from is not null)
                context.Logger.LogWarning("Riksdagen has more new {Type} than {Pages} pages hold: raise maxPages; the cursor stays until then.", type, options.MaxPages);
            // Pages run from new to old: only the last one says that nothing between was missed.
            var complete = !more || (full && from is null);
            if (complete)
                cursor.Reach(type, newest);
            var batch = new DocumentBatch
            {
                Documents = [.. page.Items.Select(item => item.Document).Where(document => yielded.Add(document.Id))],
                Rejections = page.Rejections,
                Next = complete ? cursor.ToCursor() : null,
            };
            if (batch.Documents.Count > 0 || batch.Rejections.Count > 0 || batch.Next is not null)
                yield return batch;
            if (!more || full)
                yield break;
            url = page.Next!;
        }
    }

    private Uri First(string type)
    {
        var year = options.Riksmote is { Length: > 0 } rm ? $"&rm={Uri.EscapeDataString(rm)}" : "";
        return new Uri(options.BaseUrl, $"dokumentlista/?doktyp={Uri.EscapeDataString(type)}{year}&utformat=json&sort=datum&sortorder=desc&sz={options.PageSize}&p=1");
    }

    private static async Task<DocumentPage> PageAsync(SourceContext context, Uri url, CancellationToken cancellationToken)
    {
        using var response = await Answer.GetAsync(context.Http, url, cancellationToken);
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            return await DocumentPage.ReadAsync(stream, url, DateOnly.FromDateTime(context.Clock.GetUtcNow().UtcDateTime), cancellationToken);
        }
        catch (JsonException wrong) when (response.Content.Headers.ContentType?.MediaType == "text/html")
        {
            throw new SourceException($"{url} answered a web page instead of JSON: open it to see whether the service is down.", Recovery.Retry, wrong);
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException)
        {
            throw new SourceException($"{url} did not answer a document list: {wrong.Message.TrimEnd('.')}.", Recovery.Retry, wrong);
        }
        catch (Exception cut) when (cut is IOException or HttpRequestException or InvalidDataException)
        {
            throw new SourceException($"{url} broke off in the midst of its answer ({cut.Message.TrimEnd('.')}); the next run tries again.", Recovery.Retry, cut);
        }
    }
}
