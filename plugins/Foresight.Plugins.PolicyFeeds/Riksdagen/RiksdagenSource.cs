using System.Globalization;
using System.Runtime.CompilerServices;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Plugins.PolicyFeeds.Riksdagen;

/// <summary>Riksdagen's document list: reports, bills, motions and memos, also planned ones.</summary>
public sealed class RiksdagenSource(RiksdagenOptions options) : ISource
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Recognises a document list, and a document of its own.</summary>
    public static SourceMatch? Recognise(AnswerHead head)
    {
        var text = head.Text.AsSpan().TrimStart(" \t\r\n\uFEFF");
        var start = text[..Math.Min(text.Length, 200)];
        return !start.StartsWith("{") ? null
            : start.Contains("\"dokumentlista\"", StringComparison.Ordinal) ? SourceMatch.Plain
            : start.Contains("\"dokumentstatus\"", StringComparison.Ordinal)
                ? new SourceMatch(new Dictionary<string, string> { ["documents"] = Path.GetFileNameWithoutExtension(head.Url.AbsolutePath) })
            : null;
    }

    /// <inheritdoc/>
    public bool Backfills => true;

    /// <inheritdoc/>
    public async Task<SourceCheck> CheckAsync(SourceContext context, CancellationToken cancellationToken)
    {
        if (options.DocumentTypes.Count == 0)
            return new SourceCheck(false, "documentTypes is empty: name at least one, such as bet.");
        try
        {
            var page = await PageAsync(context, First(options.DocumentTypes[0], null), cancellationToken);
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
        context.Pace(options.BaseUrl, Pause);
        foreach (var id in options.Documents)
        {
            var one = await StatusAsync(context, id, cancellationToken);
            yield return new DocumentBatch { Documents = [one.Document], Fields = one.Fields };
        }

        if (options.Documents.Count > 0)
            yield break;
        var cursor = Incremental.Resume(context, null, options.LagDays, [.. options.DocumentTypes]);
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
        var missing = false;
        var url = First(type, context.Backfill);
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
            var rejections = page.Rejections.ToList();
            var documents = new List<Document>();
            foreach (var item in page.Items.Where(item => IsDue(item, from, context.Backfill) && yielded.Add(item.Document.Id)))
            {
                if (await WithTextAsync(context, item, rejections, cancellationToken) is { } whole)
                    documents.Add(whole.Document);
                else
                    missing = true;
            }

            // Pages run from new to old: only the last one says that nothing between was missed.
            var complete = (!more || (full && from is null)) && !missing;
            if (complete)
                cursor.Reach(type, newest);
            var batch = new DocumentBatch { Documents = documents, Rejections = rejections, Fields = page.Fields, Next = complete ? cursor.ToCursor() : null };
            if (batch.Documents.Count > 0 || batch.Rejections.Count > 0 || batch.Next is not null)
                yield return batch;
            if (!more || full)
                yield break;
            url = page.Next!;
        }
    }

    /// <summary>Texts are asked for only where the run looks; a list's rows cost nothing, and are given as they come.</summary>
    private bool IsDue(FiledDocument item, DateOnly? from, DayRange? backfill) =>
        item.Filed is not { } day || ((!options.FullText || from is null || day >= from) && (backfill is not { } range || (day >= range.From && day < range.Until)));

    /// <summary>The document with its text; null where the text may come at the next run, so that a text once stored is not lost again.</summary>
    private async Task<FiledDocument?> WithTextAsync(SourceContext context, FiledDocument item, List<Rejection> rejections, CancellationToken cancellationToken)
    {
        if (!options.FullText || item.Filed is null)
            return item;
        try
        {
            return item.With((await StatusAsync(context, item.Document.Id, cancellationToken)).Document.Text);
        }
        catch (SourceException none) when (none.Fault is Fault.NotFound or Fault.Malformed)
        {
            context.Logger.LogWarning("{Document} has no text: {Reason}", item.Document.Id, none.Message);
            return item;
        }
        catch (SourceException later) when (later.Fault is not Fault.TooManyRequests)
        {
            rejections.Add(new Rejection(item.Document.Id, $"Its text could not be read, so it waits for the next run: {later.Message}"));
            return null;
        }
    }

    private Uri First(string type, DayRange? days)
    {
        var year = options.Riksmote is { Length: > 0 } rm ? $"&rm={Uri.EscapeDataString(rm)}" : "";
        // The service counts both ends in.
        var range = days is null ? "" : string.Create(CultureInfo.InvariantCulture, $"&from={days.From:yyyy-MM-dd}&tom={days.Until.AddDays(-1):yyyy-MM-dd}");
        return new Uri(options.BaseUrl, $"dokumentlista/?doktyp={Uri.EscapeDataString(type)}{year}{range}&utformat=json&sort=datum&sortorder=desc&sz={options.PageSize}&p=1");
    }

    private static async Task<DocumentPage> PageAsync(SourceContext context, Uri url, CancellationToken cancellationToken)
    {
        await using var answer = await context.GetAsync(url, Expected.Json, cancellationToken);
        using var json = await answer.ReadJsonAsync(cancellationToken);
        return DocumentPage.Read(json, url, Today(context));
    }

    private async Task<FiledDocument> StatusAsync(SourceContext context, string id, CancellationToken cancellationToken)
    {
        await using var answer = await context.GetAsync(new Uri(options.BaseUrl, $"dokumentstatus/{Uri.EscapeDataString(id)}.json"), Expected.Json, cancellationToken);
        using var json = await answer.ReadJsonAsync(cancellationToken);
        return DocumentStatus.Read(json, answer.Url, Today(context));
    }

    private static DateOnly Today(SourceContext context) => DateOnly.FromDateTime(context.Clock.GetUtcNow().UtcDateTime);
}
