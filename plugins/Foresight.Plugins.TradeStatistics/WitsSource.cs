using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Plugins.TradeStatistics;

/// <summary>The World Bank's WITS trade summaries: one CSV per reporter with all years. It has no cursor: a file is always whole.</summary>
internal sealed partial class WitsSource(WitsOptions options) : ISource
{
    /// <summary>ISO 3166 leaves this code to its users: a file whose name does not say whose it is.</summary>
    private const string UnknownReporter = "ZZZ";

    /// <summary>Whether an answer is a summary; only its file's name says whose.</summary>
    public static SourceMatch? Recognise(AnswerHead head) =>
        head.Text.TrimStart('\uFEFF').StartsWith(WitsSummary.HeaderStart, StringComparison.Ordinal)
            ? new SourceMatch(new Dictionary<string, string>
            {
                ["reporters"] = NamedReporter().Match(head.Url.AbsolutePath) is { Success: true } match ? match.Groups[1].Value.ToUpperInvariant() : UnknownReporter,
            })
            : null;

    public async Task<SourceCheck> CheckAsync(SourceContext context, CancellationToken cancellationToken)
    {
        var wrong = options.Reporters.FirstOrDefault(reporter => !ThreeLetters().IsMatch(reporter));
        return options.Reporters.Count == 0 ? new SourceCheck(false, "WITS has one file per reporter: name at least one, such as SWE.")
            : wrong is not null ? new SourceCheck(false, $"'{wrong}' is no reporter of WITS: write its three capital letters, such as SWE.")
            : await this.ByReadingAsync(context, "WITS", cancellationToken).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<RecordBatch> ReadAsync(SourceContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var refused = new List<SourceException>();
        var read = new List<ObservationBatch>();
        foreach (var reporter in options.Reporters.Distinct(StringComparer.Ordinal))
        {
            ObservationBatch? batch = null;
            try
            {
                batch = await ReadReporterAsync(context, reporter, cancellationToken).ConfigureAwait(false);
            }
            catch (SourceException exception) when (exception.Recovery != Recovery.Retry)
            {
                // Another reporter's file may well be there; the run still ends with this error.
                refused.Add(exception);
            }

            if (batch is not null)
            {
                read.Add(batch);
                yield return batch;
            }
        }

        if (WitsCodes.Of(read) is { Codes.Count: > 0 } codes)
            yield return codes;

        if (refused.Count > 0)
            throw new SourceException(string.Join(" ", refused.Select(one => one.Message)), Recovery.Stop, refused[0]) { Fault = refused[0].Fault };
    }

    private async Task<ObservationBatch> ReadReporterAsync(SourceContext context, string reporter, CancellationToken cancellationToken)
    {
        var url = new Uri(options.UrlTemplate.Replace("{reporter}", reporter, StringComparison.Ordinal));
        var answer = await context.GetAsync(url, Expected.Text, cancellationToken).ConfigureAwait(false);
        await using var _ = answer.ConfigureAwait(false);
        try
        {
            var batch = await WitsSummary.ReadAsync(answer.Body, reporter, cancellationToken).ConfigureAwait(false);
            if (batch.Count == 0)
                context.Logger.LogWarning("WITS has an empty summary for {Reporter}.", reporter);
            return batch;
        }
        catch (InvalidDataException e)
        {
            throw new SourceException($"The answer to {url.Shown()} cannot be read: {e.Message}", Recovery.Stop, e) { Fault = Fault.Malformed };
        }
    }

    [GeneratedRegex("_([A-Za-z]{3})_AllYears", RegexOptions.IgnoreCase)]
    private static partial Regex NamedReporter();

    [GeneratedRegex("^[A-Z]{3}$")]
    private static partial Regex ThreeLetters();
}
