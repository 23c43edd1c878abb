using System.Runtime.CompilerServices;
using Foresight.Plugins.FundingCalls.Sedia;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Plugins.FundingCalls.Reference;

/// <summary>All calls of the EU Funding &amp; Tenders portal, from its reference file.</summary>
public sealed class ReferenceSource(ReferenceOptions options) : ISource
{
    private const int CallsPerBatch = 500;
    private static readonly string[] List = ["fundingData", "GrantTenderObj"];
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Recognises the reference file by its first lines.</summary>
    public static SourceMatch? Recognise(AnswerHead head) =>
        head.Text.Contains("\"fundingData\"", StringComparison.Ordinal) && head.Text.Contains("\"GrantTenderObj\"", StringComparison.Ordinal)
            ? new SourceMatch(new Dictionary<string, string> { ["closedDays"] = "36500" })
            : null;

    /// <inheritdoc/>
    public async Task<SourceCheck> CheckAsync(SourceContext context, CancellationToken cancellationToken)
    {
        try
        {
            await using var answer = await context.GetAsync(options.Url, Expected.Json, cancellationToken);
            // The first object tells enough; the file is not read further.
            using var first = await Records(answer).NextAsync(cancellationToken);
            return first is null
                ? new SourceCheck(false, $"{options.Url.Host} answers with a reference file that is empty: try again later.")
                : new SourceCheck(true, $"{options.Url.Host} answers with the reference file; its calls begin with {SediaJson.First(first.RootElement, "identifier") ?? "one without identifier"}.");
        }
        catch (SourceException failure)
        {
            return new SourceCheck(false, failure.Message);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<RecordBatch> ReadAsync(SourceContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var today = PortalTime.DayOf(context.Clock.GetUtcNow());
        var fold = new TopicFold(options.Languages);
        var rejections = new List<Rejection>();
        var fields = new FieldNames();
        // The languages of a topic may lie anywhere in the file: calls are known when it is read to its end.
        await ReadFileAsync(context, fold, rejections, fields, today, cancellationToken);
        foreach (var calls in fold.Calls().Chunk(CallsPerBatch).DefaultIfEmpty([]))
        {
            yield return new DocumentBatch
            {
                Documents = options.Details ? await WithDetailsAsync(context, calls, cancellationToken) : calls,
                Rejections = [.. rejections],
                Fields = fields.Names,
            };
            rejections.Clear();
        }
    }

    private static JsonRecords Records(Answer answer) => new(answer.Body, $"The answer to {answer.Url.Shown()}", List);

    private async Task ReadFileAsync(
        SourceContext context, TopicFold fold, List<Rejection> rejections, FieldNames fields, DateOnly today, CancellationToken cancellationToken)
    {
        await using var answer = await context.GetAsync(options.Url, Expected.Json, cancellationToken);
        var records = Records(answer);
        var number = 0;
        while (await records.NextAsync(cancellationToken) is { } record)
        {
            using (record)
            {
                number++;
                try
                {
                    if (ReferenceRow.IsTender(record.RootElement))
                        continue;
                    if (ReferenceRow.Read(record.RootElement, today) is not { } row)
                    {
                        rejections.Add(Rejected.Of($"object {number} of {options.Url.Shown()}", "It has no identifier or no title.", record.RootElement));
                        continue;
                    }

                    fields.Note(record.RootElement);
                    if (IsWanted(row.Call!, today))
                        fold.Add(row);
                }
                catch (InvalidOperationException)
                {
                    rejections.Add(Rejected.Of($"object {number} of {options.Url.Shown()}", Rejected.NoUnicode, record.RootElement));
                }
            }
        }

        if (number == 0)
            throw new SourceException($"{options.Url.Shown()} has an empty list of calls, where it has held thousands: the next run tries again.", Recovery.Retry) { Fault = Fault.NoContent };
    }

    private bool IsWanted(FundingCall call, DateOnly today) =>
        (options.Programmes.Count == 0 || options.Programmes.Contains(call.Programme))
        && (call.Status != "closed" || call.Deadlines.Count == 0 || call.Deadlines[^1].AddDays(options.ClosedDays) >= today);

    private async Task<IReadOnlyList<Document>> WithDetailsAsync(
        SourceContext context, FundingCall[] calls, CancellationToken cancellationToken)
    {
        context.Pace(options.DetailsUrl, Pause);
        var detailed = new List<Document>(calls.Length);
        // Closed ones too: read without, they would lose what was stored of them while they were open.
        foreach (var call in calls)
            detailed.Add(await WithDetailsAsync(context, call, cancellationToken));
        return detailed;
    }

    private async Task<FundingCall> WithDetailsAsync(SourceContext context, FundingCall call, CancellationToken cancellationToken)
    {
        // The portal's file names are in lower case.
#pragma warning disable CA1308 // An address, not a comparison.
        var url = new Uri(options.DetailsUrl, Uri.EscapeDataString(call.Id.ToLowerInvariant()) + ".json");
#pragma warning restore CA1308
        try
        {
            await using var answer = await context.GetAsync(url, Expected.Json, cancellationToken);
            using var json = await answer.ReadJsonAsync(cancellationToken);
            return json.RootElement.ValueKind == System.Text.Json.JsonValueKind.Object && json.RootElement.TryGetProperty("TopicDetails", out var details)
                ? ReferenceRow.With(call, details)
                : throw new SourceException($"{url.Shown()} did not answer a topic: there is no \"TopicDetails\" in it; the next run tries again.", Recovery.Retry) { Fault = Fault.Malformed };
        }
        catch (SourceException missing) when (missing.Fault is Fault.NotFound)
        {
            // A call outside of the portal's own procedure has no file; what the reference file says of it is kept.
            context.Logger.LogWarning("{Topic} has no file of its own; it is stored without description and budget.", call.Id);
            return call;
        }
    }
}
