using System.Globalization;
using System.Runtime.CompilerServices;
using Foresight.Plugins.Registers.Files;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Plugins.Registers;

/// <summary>What contact persons saw, as texts among the others: to be judged by focus area, and to stand in briefs.</summary>
public sealed class ContactObservationsSource(ContactObservationsOptions options) : ISource
{
    private static readonly LocalText Example = new("Exempel: ", "Example: ");
    private static readonly LocalText SeenBy = new("iakttagelse av", "observation by");

    /// <inheritdoc/>
    public async Task<SourceCheck> CheckAsync(SourceContext context, CancellationToken cancellationToken)
    {
        try
        {
            var files = await ReadAllAsync(context, cancellationToken);
            return files.ProblemCount > 0
                ? new SourceCheck(false, files.Refusal().Message)
                : new SourceCheck(true, string.Create(CultureInfo.InvariantCulture, $"The register of observations can be read, with {files.Tables.Sum(table => table.Rows.Count)} rows."));
        }
        catch (SourceException failure)
        {
            return new SourceCheck(false, failure.Message);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<RecordBatch> ReadAsync(SourceContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var files = await ReadAllAsync(context, cancellationToken);
        foreach (var note in files.Notes)
            context.Logger.LogWarning("{Note}", note);
        if (files.ProblemCount > 0)
        {
            foreach (var refused in files.Refused())
                yield return new DocumentBatch { Documents = [], Rejections = refused.Rejections, ReadFrom = refused.ReadFrom };
            throw files.Refusal();
        }

        foreach (var table in files.Tables)
        {
            yield return new DocumentBatch
            {
                Documents = [.. table.Rows.Select(row => DocumentOf(row.Row, context.Policy))],
                Fields = [.. table.Columns.Select(one => one.Column.Name)],
                ReadFrom = table.Address,
                EndsSnapshot = true,
            };
        }
    }

    private Task<RegisterFiles> ReadAllAsync(SourceContext context, CancellationToken cancellationToken) =>
        new RegisterFolder(options, [Register.Observations]).ReadAsync(context, cancellationToken);

    private Document DocumentOf(RegisterRow row, Policy? policy)
    {
        var (what, why) = (row.Fields["what"], row.Fields["why"]);
        var body = policy?.Bodies.FirstOrDefault(body => body.Id == row.Fields.GetValueOrDefault("body"))?.Name.In(options.Language);
        var place = row.Fields.GetValueOrDefault("location");
        return new Document
        {
            Id = row.Id,
            Kind = "observation",
            Title = $"{(row.Fields.GetValueOrDefault("example") == "true" ? Example.In(options.Language) : "")}{what}{(place is null ? "" : $" ({place})")}",
            Text = $"{Sentence(what)} {Sentence(why)}",
            Language = options.Language,
            Publisher = $"{SeenBy.In(options.Language)} {row.Fields["role"]}{(body is null ? "" : $", {body}")}",
            Published = Moment.On(DateOnly.ParseExact(row.Fields["seen"], "yyyy-MM-dd", CultureInfo.InvariantCulture)),
            Categories = row.Fields.TryGetValue("focus_areas", out var areas) ? areas.Split("; ") : [],
            Origin = row.Fields.TryGetValue("source", out var source) ? new Uri(source) : null,
        };
    }

    private static string Sentence(string text) => text is [.., '.' or '!' or '?'] ? text : $"{text}.";
}
