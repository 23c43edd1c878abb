using System.Globalization;
using System.Runtime.CompilerServices;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Plugins.TradeStatistics.Bulk;

/// <summary>EU trade by eight digits from Comext's monthly files: each is fetched and kept whole, and read out of its archive line by line.</summary>
internal sealed class ComextBulkSource(ComextBulkOptions options) : ISource
{
    private const string Months = "months";
    private const int FirstRunMonths = 13;

    /// <summary>Comext has had every month two and a half months after its end; a month that lacks its file after this is no late one.</summary>
    private const int LatestAfterMonths = 4;

    public bool Backfills => true;

    public Task<SourceCheck> CheckAsync(SourceContext context, CancellationToken cancellationToken)
    {
        var unknown = options.Measures.FirstOrDefault(measure => !ComextBulkTable.Measures.Contains(measure));
        return Task.FromResult(
            unknown is not null
                ? new SourceCheck(false, $"'{unknown}' is no measure of Comext's files: choose among {string.Join(", ", ComextBulkTable.Measures)}.")
            : options.Reporters.Concat(options.Partners).FirstOrDefault(code => code.Length != 2) is { } area
                ? new SourceCheck(false, $"'{area}' is no country in Comext's files: they have two letters, with GR and GB, and no sums.")
            : new SourceCheck(true, $"Comext's monthly files can be read for {Named(options.Reporters, "reporters")}, {Named(options.Partners, "partners")} and {Named(options.Products, "products")}."));
    }

    public async IAsyncEnumerable<RecordBatch> ReadAsync(SourceContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var state = Incremental.Resume(context, null, 0, Months);
        var today = DateOnly.FromDateTime(context.Clock.GetUtcNow().UtcDateTime);
        var last = state.EndOf(Months) is { } end ? end.AddDays(-1) : today;
        var codes = new SeenCodes(ComextBulkTable.Dataset);
        for (var month = FirstMonth(context, state, today); month <= last; month = month.AddMonths(1))
        {
            var answer = await TryGetAsync(context, month, today, cancellationToken).ConfigureAwait(false);
            if (answer is null)
                yield break;
            await using var _ = answer.ConfigureAwait(false);
            var packed = await SeekableAnswer.OpenAsync(answer, cancellationToken).ConfigureAwait(false);
            using var table = SevenZipTable.Open(packed, answer.Url);
            var rows = 0L;
            await foreach (var batch in ComextBulkReader.ReadAsync(table.Text, options, answer.Url, cancellationToken).ConfigureAwait(false))
            {
                rows += batch.Count;
                codes.Add(batch);
                yield return batch;
            }

            if (rows == 0)
                context.Logger.LogWarning("Comext's file of {Month} holds nothing of what was asked for: check the codes.", month.ToString("yyyy-MM", CultureInfo.InvariantCulture));
            state.Reach(Months, month);
            yield return codes.ToBatch(context.Backfill is null ? state.ToCursor() : null);
        }
    }

    private DateOnly FirstMonth(SourceContext context, Incremental state, DateOnly today)
    {
        var initial = options.From is { } from ? Period.Parse(from).Start : new DateOnly(today.Year, today.Month, 1).AddMonths(-FirstRunMonths);
        if (state.StartOf(Months) is not { } start)
            return initial;
        var month = new DateOnly(start.Year, start.Month, 1);
        if (context.Backfill is not null)
            return month;
        month = month.AddMonths(-options.RevisedMonths);
        return options.From is not null && month < initial ? initial : month;
    }

    /// <summary>The month's file; null where it is not out yet.</summary>
    private async Task<Answer?> TryGetAsync(SourceContext context, DateOnly month, DateOnly today, CancellationToken cancellationToken)
    {
        var url = new Uri(options.UrlTemplate.Replace("{month}", month.ToString("yyyyMM", CultureInfo.InvariantCulture), StringComparison.Ordinal));
        try
        {
            return await context.GetAsync(url, Expected.Archive, cancellationToken).ConfigureAwait(false);
        }
        catch (SourceException e) when (e.Fault == Fault.NotFound && month.AddMonths(LatestAfterMonths) > today)
        {
            context.Logger.LogInformation("Comext's file of {Month} is not out yet.", month.ToString("yyyy-MM", CultureInfo.InvariantCulture));
            return null;
        }
    }

    private static string Named(IReadOnlyList<string> codes, string what) => codes.Count == 0 ? $"all {what}" : string.Join(", ", codes);
}
