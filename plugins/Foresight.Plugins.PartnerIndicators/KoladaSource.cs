using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Plugins.PartnerIndicators;

/// <summary>Values of Swedish municipalities from Kolada. It has no cursor: figures are revised without notice, so each run reads them all.</summary>
internal sealed partial class KoladaSource(KoladaOptions options) : ISource
{
    /// <summary>Whether an answer is a page of values; the match asks for it once.</summary>
    public static SourceMatch? Recognise(AnswerHead head) =>
        head.Text.TrimStart('\uFEFF', ' ', '\r', '\n').StartsWith('{')
            && Kpi().Match(head.Text) is { Success: true } kpi && Municipality().Match(head.Text) is { Success: true } municipality
            ? new SourceMatch(new Dictionary<string, string>
            {
                ["kpis"] = kpi.Groups[1].Value,
                ["municipalities"] = municipality.Groups[1].Value,
                ["maxPages"] = "1",
            })
            : null;

    public async Task<SourceCheck> CheckAsync(SourceContext context, CancellationToken cancellationToken) =>
        options.Kpis.Count == 0 || options.Municipalities.Count == 0
            ? new SourceCheck(false, "Kolada must be told what and for whom: name at least one KPI and one municipality.")
            : await this.ByReadingAsync(context, "Kolada", cancellationToken).ConfigureAwait(false);

    public async IAsyncEnumerable<RecordBatch> ReadAsync(SourceContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = new KoladaPages(options);
        var rows = new KoladaRows(options.From);
        foreach (var kpis in KoladaPages.Chunks(options.Kpis))
        {
            foreach (var municipalities in KoladaPages.Chunks(options.Municipalities))
            {
                var path = $"data/kpi/{KoladaPages.Segment(kpis)}/municipality/{KoladaPages.Segment(municipalities)}";
                await foreach (var page in pages.ReadAsync(context, path, cancellationToken).ConfigureAwait(false))
                    yield return rows.ToBatch(page);
            }
        }

        if (rows.Kpis.Count == 0)
        {
            throw new SourceException(
                $"Kolada has nothing for any of the {options.Kpis.Count} KPIs and {options.Municipalities.Count} municipalities: check their ids, it answers an unknown one with an empty list.",
                Recovery.Stop)
            { Fault = Fault.UnknownId };
        }

        Report(context.Logger, "KPIs", options.Kpis, rows.Kpis);
        Report(context.Logger, "municipalities", options.Municipalities, rows.Municipalities);
    }

    /// <summary>Kolada answers an unknown id with an empty list.</summary>
    private static void Report(ILogger logger, string what, IEnumerable<string> asked, HashSet<string> seen)
    {
        var silent = asked.Select(id => id.Trim()).Where(id => !seen.Contains(id)).Distinct().Order(StringComparer.Ordinal).ToList();
        if (silent.Count > 0)
            logger.LogWarning("Kolada has nothing for these {What}, which may not exist: {Ids}.", what, string.Join(", ", silent));
    }

    [GeneratedRegex("\"kpi\"\\s*:\\s*\"([A-Za-z0-9]+)\"")]
    private static partial Regex Kpi();

    [GeneratedRegex("\"municipality\"\\s*:\\s*\"([A-Za-z0-9]+)\"")]
    private static partial Regex Municipality();
}
