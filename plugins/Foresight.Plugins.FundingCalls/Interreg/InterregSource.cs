using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Foresight.Sdk;

namespace Foresight.Plugins.FundingCalls.Interreg;

/// <summary>Swedish partners in Interreg projects, with each partner's budget (Interregbarometern; not official statistics).</summary>
public sealed class InterregSource(InterregOptions options) : ISource
{
    private const string Dataset = "interreg-partners";

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
            await using var answer = await context.GetAsync(options.Url, Expected.Json, cancellationToken);
            return new SourceCheck(true, $"{options.Url.Shown()} answers.");
        }
        catch (SourceException failure)
        {
            return new SourceCheck(false, failure.Message);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<RecordBatch> ReadAsync(SourceContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var answer = await context.GetAsync(options.Url, Expected.Json, cancellationToken);
        var partnerships = new List<Partnership>();
        var rejections = new List<Rejection>();
        var fields = new FieldNames();
        var number = 0;
        await foreach (var row in RowsAsync(answer, cancellationToken))
        {
            number++;
            try
            {
                if (Partnership.Read(row) is not { } partnership)
                {
                    rejections.Add(Rejected.Of($"row {number}", "It has no program, id or projektår.", row));
                    continue;
                }

                fields.Note(row);
                partnerships.Add(partnership);
            }
            catch (InvalidOperationException)
            {
                rejections.Add(Rejected.Of($"row {number}", Rejected.NoUnicode, row));
            }
        }

        if (number == 0)
            throw NoList($"{options.Url.Shown()} answered an empty list where partners were due; the next run tries again.");
        var builder = new ObservationBatchBuilder(Dataset, Dimensions) { Fields = fields.Names };
        // Ids restart in every programme, and even within one at times: project and year tell rows apart. What is still alike is
        // numbered by its budget, so that no row is lost and their order in the file does not matter.
        foreach (var alike in partnerships.GroupBy(IdentityOf))
        {
            var repeat = 0;
            foreach (var one in alike.OrderByDescending(one => one.Budget ?? 0).ThenBy(one => one.IsEnded))
                Add(builder, alike.Key, one, ++repeat);
        }

        // A row that could not be read may be one that is stored: then nothing is said of what is gone.
        yield return builder.Build(rejections: rejections, endsSnapshot: rejections.Count == 0);
    }

    private static Partnership IdentityOf(Partnership one) => one with
    {
        Budget = null,
        IsEnded = false,
        County = SwedishCounties.CodeOf(one.County) ?? SwedishRegions.CodeOf(one.Region),
        Region = null,
    };

    private static void Add(ObservationBatchBuilder builder, Partnership identity, Partnership one, int repeat)
    {
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

    private static async IAsyncEnumerable<JsonElement> RowsAsync(Answer answer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var rows = JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(answer.Body, cancellationToken: cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            try
            {
                if (!await rows.MoveNextAsync())
                    yield break;
            }
            catch (JsonException wrong)
            {
                throw NoList($"{answer.Url.Shown()} did not answer a whole JSON list of partners (line {(wrong.LineNumber ?? 0) + 1}); the next run tries again.", wrong);
            }

            yield return rows.Current;
        }
    }

    private static SourceException NoList(string sentence, Exception? inner = null) => new(sentence, Recovery.Retry, inner) { Fault = Fault.Malformed };
}
