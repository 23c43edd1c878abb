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

    // One state at a time: where several are asked for at once, the pages of an answer may overlap.
    private IReadOnlyList<string?> States => options.States.Count == 0 ? [null] : [.. options.States.Distinct(StringComparer.Ordinal)];

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
            var found = 0;
            foreach (var state in States)
            {
                var page = await search.PageAsync(context, state, 1, 1, cancellationToken);
                found += page.Count > 0 ? page.Total ?? page.Count : 0;
            }

            return found > 0
                ? new SourceCheck(true, $"{options.Url.Host} answers with {found} rows for this search.")
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
        var fields = new FieldNames();
        // The languages of a topic may lie on different pages: calls are known when the last page is read.
        foreach (var state in States)
            await ReadStateAsync(context, state, fold, rejections, fields, cancellationToken);
        rejections.AddRange(fold.Orphans());
        var batches = fold.Calls().Chunk(CallsPerBatch).DefaultIfEmpty([]).ToList();
        for (var i = 0; i < batches.Count; i++)
            yield return new DocumentBatch { Documents = batches[i], Rejections = i == 0 ? rejections : [], Fields = fields.Names };
    }

    private async Task ReadStateAsync(
        SourceContext context, string? state, TopicFold fold, List<Rejection> rejections, FieldNames fields, CancellationToken cancellationToken)
    {
        var references = new HashSet<string>(StringComparer.Ordinal);
        var unread = 0;
        for (var number = 1; ; number++)
        {
            var page = await search.PageAsync(context, state, number, options.PageSize, cancellationToken);
            var before = references.Count;
            foreach (var row in page.Rows)
            {
                references.Add(row.Reference);
                fold.Add(row);
            }

            fields.Note(page.Fields);

            var repeats = page.Rows.Count > 0 && references.Count == before;
            if (!repeats)
            {
                rejections.AddRange(page.Rejections);
                unread += page.Count - page.Rows.Count;
            }

            var seen = references.Count + unread;
            if (page.Count == 0 || repeats || seen >= page.Total)
            {
                if (seen < page.Total)
                    context.Logger.LogWarning("{Host} speaks of {Total} {State} rows and gave {Seen}.", options.Url.Host, page.Total, state, seen);
                return;
            }

            if (number >= options.MaxPages)
            {
                context.Logger.LogWarning("{Host} has more than {Pages} {State} pages: raise maxPages or narrow the search.", options.Url.Host, options.MaxPages, state);
                return;
            }
        }
    }
}
