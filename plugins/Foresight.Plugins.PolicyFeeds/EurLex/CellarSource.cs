using System.Runtime.CompilerServices;
using Foresight.Sdk;

namespace Foresight.Plugins.PolicyFeeds.EurLex;

/// <summary>EU acts from CELLAR, the Publications Office's store behind EUR-Lex, with CELEX, ELI, Swedish titles and EuroVoc concepts.</summary>
public sealed class CellarSource(CellarOptions options) : ISource
{
    private const string Stream = "acts";

    // The service cuts an answer at this many rows and says nothing.
    private const int MostRows = 10_000;

    /// <summary>Recognises SPARQL results with CELEX numbers in them.</summary>
    public static SourceMatch? Recognise(AnswerHead head)
    {
        var text = head.Text.AsSpan().TrimStart(" \t\r\n\uFEFF");
        var start = text[..Math.Min(text.Length, 600)];
        return start.StartsWith("{") && start.Contains("\"vars\"", StringComparison.Ordinal) && start.Contains("\"celex\"", StringComparison.Ordinal) ? SourceMatch.Plain : null;
    }

    /// <inheritdoc/>
    public bool Backfills => true;

    /// <inheritdoc/>
    public async Task<SourceCheck> CheckAsync(SourceContext context, CancellationToken cancellationToken)
    {
        try
        {
            var today = Today(context);
            var page = await PageAsync(context, today.AddDays(-options.LagDays), today.AddDays(1), 0, cancellationToken);
            return new SourceCheck(true, $"{options.Endpoint.Host} answers with {page.Documents.Count} acts of the last {options.LagDays} days on the first page.");
        }
        catch (SourceException failure)
        {
            return new SourceCheck(false, failure.Message);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<RecordBatch> ReadAsync(SourceContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        context.Pace(options.Endpoint, TimeSpan.FromSeconds(1));
        var cursor = Incremental.Resume(context, options.From ?? Today(context).AddDays(-90), options.LagDays, [Stream]);
        var from = cursor.StartOf(Stream)!.Value;
        var until = cursor.EndOf(Stream) ?? Today(context).AddDays(1);
        var yielded = new HashSet<string>(StringComparer.Ordinal);
        for (var offset = 0; ;)
        {
            var page = await PageAsync(context, from, until, offset, cancellationToken);
            var documents = page.Documents.Where(document => yielded.Add(document.Id)).ToList();
            // Pages run from old to new: whatever lies before the last day of a page has come.
            if (context.Backfill is null && documents.Count > 0)
                cursor.Reach(Stream, documents.Max(document => document.Published!.Value.Day));
            if (documents.Count > 0 || page.Rejections.Count > 0)
                yield return new DocumentBatch { Documents = documents, Rejections = page.Rejections, Fields = page.Fields, Next = context.Backfill is null ? cursor.ToCursor() : null };
            if (page.Count < options.PageSize)
                yield break;
            offset += options.PageSize;
        }
    }

    private async Task<CellarPage> PageAsync(SourceContext context, DateOnly from, DateOnly until, int offset, CancellationToken cancellationToken)
    {
        // By GET, so that the kept answer's address says what was asked.
        var query = Uri.EscapeDataString(CellarQuery.Of(options, from, until, offset));
        var url = new UriBuilder(options.Endpoint) { Query = $"query={query}&format={Uri.EscapeDataString("application/sparql-results+json")}" }.Uri;
        await using var answer = await AnswerAsync(context, url, cancellationToken);
        // Virtuoso gives what it has found when its time is up, with 200 and this header.
        if (answer.Header("X-SQL-State") is { } state)
        {
            throw new SourceException($"{options.Endpoint.Host} broke off its search ({state}): its answer is not whole; the next run tries again, or lower pageSize.", Recovery.Retry)
            {
                Fault = Fault.TimedOut,
            };
        }

        using var json = await answer.ReadJsonAsync(cancellationToken);
        var page = CellarPage.Read(json, options);
        return page.Rows < MostRows ? page : throw new SourceException(
            $"{options.Endpoint.Host} answered {page.Rows} rows, where it cuts answers off: lower pageSize.", Recovery.Stop)
        { Fault = Fault.TooBig };
    }

    private async Task<Answer> AnswerAsync(SourceContext context, Uri url, CancellationToken cancellationToken)
    {
        try
        {
            return await context.GetAsync(url, Expected.Json, cancellationToken);
        }
        // The address holds the whole query; a sentence is to be read.
        catch (SourceException failure) when (failure.Message.Contains(url.ToString(), StringComparison.Ordinal))
        {
            throw new SourceException(failure.Message.Replace(url.ToString(), options.Endpoint.ToString(), StringComparison.Ordinal), failure.Recovery, failure) { Fault = failure.Fault };
        }
    }

    private static DateOnly Today(SourceContext context) => DateOnly.FromDateTime(context.Clock.GetUtcNow().UtcDateTime);
}
