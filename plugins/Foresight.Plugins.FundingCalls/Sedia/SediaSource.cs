using System.Runtime.CompilerServices;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Plugins.FundingCalls.Sedia;

/// <summary>Calls for proposals of the EU Funding &amp; Tenders portal.</summary>
public sealed class SediaSource(SediaOptions options) : ISource
{
    private const int CallsPerBatch = 500;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly SediaSearch search = new(options);

    /// <summary>Recognises an answer of the search, also in UTF-16.</summary>
    public static SourceMatch? Recognise(AnswerHead head)
    {
        var text = head.Text.Replace("\0", "", StringComparison.Ordinal);
        return text.Contains("\"apiVersion\"", StringComparison.Ordinal) && text.Contains("\"totalResults\"", StringComparison.Ordinal)
            && text.Contains("\"SEDIA\"", StringComparison.Ordinal) ? SourceMatch.Plain : null;
    }

    /// <inheritdoc/>
    public async Task<SourceCheck> CheckAsync(SourceContext context, CancellationToken cancellationToken)
    {
        try
        {
            var page = await search.PageAsync(context, 1, 1, cancellationToken);
            return page.Count > 0
                ? new SourceCheck(true, $"{options.Url.Host} answers with {page.Total ?? page.Count} rows for this search.")
                : new SourceCheck(false, $"{options.Url.Host} finds nothing for this search: check text, types, states and frameworkProgrammes.");
        }
        catch (SourceException failure)
        {
            return new SourceCheck(false, failure.Message);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<RecordBatch> ReadAsync(SourceContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        context.Pace(options.Url, Pause);
        var fold = new TopicFold(options.Languages);
        var rejections = new List<Rejection>();
        var unread = 0;
        // The languages of a topic may lie on different pages: calls are known when the last page is read.
        for (var number = 1; ; number++)
        {
            var page = await search.PageAsync(context, number, options.PageSize, cancellationToken);
            var before = fold.Rows;
            foreach (var row in page.Rows)
                fold.Add(row);
            var repeats = page.Rows.Count > 0 && fold.Rows == before;
            if (!repeats)
            {
                rejections.AddRange(page.Rejections);
                unread += page.Count - page.Rows.Count;
            }

            var seen = fold.Rows + unread;
            if (page.Count == 0 || repeats || seen >= page.Total)
            {
                if (seen < page.Total)
                    context.Logger.LogWarning("{Host} speaks of {Total} rows and gave {Seen}.", options.Url.Host, page.Total, seen);
                break;
            }

            if (number >= options.MaxPages)
            {
                context.Logger.LogWarning("{Host} has more than {Pages} pages: raise maxPages or narrow the search.", options.Url.Host, options.MaxPages);
                break;
            }
        }

        rejections.AddRange(fold.Orphans());
        var batches = fold.Calls().Chunk(CallsPerBatch).DefaultIfEmpty([]).ToList();
        for (var i = 0; i < batches.Count; i++)
            yield return new DocumentBatch { Documents = batches[i], Rejections = i == 0 ? rejections : [] };
    }
}
