using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Foresight.Sdk;

namespace Foresight.Plugins.FundingCalls.Interreg;

/// <summary>Swedish partners in Interreg projects, with each partner's budget (Interregbarometern; not official statistics).</summary>
public sealed class InterregSource(InterregOptions options) : ISource
{
    private const string Dataset = "interreg-partners";
    private const int RowsPerBatch = 50_000;

    private static readonly string[] Dimensions =
    [
        Dimension.RefArea, Dimension.Unit, "programme", "project_id", "project", "organisation", "organisation_type", "role", "objective", "start", "end",
        "row",
    ];

    /// <summary>Recognises the raw data by the names of its fields.</summary>
    public static SourceMatch? Recognise(AnswerHead head)
    {
        var text = head.Text.AsSpan().TrimStart(" \t\r\n\uFEFF");
        return text.StartsWith("[") && text.Contains("\"projektnamn\"", StringComparison.Ordinal) && text.Contains("\"partnerbudget\"", StringComparison.Ordinal)
            ? new SourceMatch(new Dictionary<string, string> { ["url"] = head.Url.AbsoluteUri })
            : null;
    }

    /// <inheritdoc/>
    public async Task<SourceCheck> CheckAsync(SourceContext context, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await Answer.GetAsync(context.Http, options.Url, cancellationToken);
            return new SourceCheck(true, $"{options.Url} answers.");
        }
        catch (SourceException failure)
        {
            return new SourceCheck(false, failure.Message);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<RecordBatch> ReadAsync(SourceContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await Answer.GetAsync(context.Http, options.Url, cancellationToken);
        var builder = new ObservationBatchBuilder(Dataset, Dimensions);
        var rejections = new List<Rejection>();
        var repeats = new Dictionary<Partnership, int>();
        var number = 0;
        await foreach (var row in RowsAsync(response, cancellationToken))
        {
            number++;
            if (Partnership.Read(row) is { } partnership)
                Add(builder, partnership, repeats);
            else
                rejections.Add(new Rejection($"row {number}", "It has no program, id or projektår."));
            if (builder.Count >= RowsPerBatch)
                yield return builder.Build();
        }

        if (builder.Count > 0 || rejections.Count > 0)
            yield return builder.Build(rejections: rejections);
    }

    private static void Add(ObservationBatchBuilder builder, Partnership one, Dictionary<Partnership, int> repeats)
    {
        // Ids restart in every programme, and even within one at times: project and year tell rows apart. What is still alike is
        // numbered in the source's order, so that no row is lost.
        var identity = one with { Budget = null, IsEnded = false, County = SwedishCounties.CodeOf(one.County) };
        var repeat = repeats[identity] = repeats.GetValueOrDefault(identity) + 1;
        var flags = (one.Budget is null, one.IsEnded) switch
        {
            (true, true) => "unknown,ended",
            (true, false) => "unknown",
            (false, true) => "ended",
            _ => null,
        };
        builder.Add(
            Period.Year(one.Year), one.Budget, flags, Presence.Missing,
            identity.County, "EUR", one.Programme, one.Id, one.Project, one.Organisation, one.OrganisationType, one.Role, one.Objective, one.Start, one.End,
            repeat == 1 ? null : repeat.ToString(CultureInfo.InvariantCulture));
    }

    private async IAsyncEnumerable<JsonElement> RowsAsync(HttpResponseMessage response, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        await using var rows = JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(stream, cancellationToken: cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            try
            {
                if (!await rows.MoveNextAsync())
                    yield break;
            }
            catch (JsonException wrong)
            {
                throw response.Content.Headers.ContentType?.MediaType == "text/html"
                    ? new SourceException($"{options.Url} answered a web page instead of JSON: the data may have moved.", Recovery.Retry, wrong)
                    : new SourceException($"{options.Url} did not answer a JSON list of partners: {wrong.Message.TrimEnd('.')}.", Recovery.Retry, wrong);
            }
            catch (Exception cut) when (cut is IOException or HttpRequestException or InvalidDataException)
            {
                throw new SourceException($"{options.Url} broke off in the midst of its answer ({cut.Message.TrimEnd('.')}).", Recovery.Retry, cut);
            }

            yield return rows.Current;
        }
    }
}
