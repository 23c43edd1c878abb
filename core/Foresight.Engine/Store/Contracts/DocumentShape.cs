using System.Text.Json.Nodes;
using Foresight.Engine.Policies;
using Foresight.Engine.Store.Quarantine;
using Foresight.Sdk;

namespace Foresight.Engine.Store.Contracts;

/// <summary>The shape of documents: their kinds, and which of the columns that may be empty are ever filled.</summary>
internal static class DocumentShape
{
    private sealed record Part(string Name, Func<Document, JsonNode?> Value, Func<Document, Document> Without);

    private static readonly Part[] Parts =
    [
        new("summary", d => Text(d.Summary), d => d with { Summary = null }),
        new("text", d => d.Text.Length > 0 ? Text(d.Text) : null, d => d with { Text = "" }),
        new("language", d => Text(d.Language), d => d with { Language = null }),
        new("url", d => Text(d.Origin?.AbsoluteUri), d => d with { Origin = null }),
        new("publisher", d => Text(d.Publisher), d => d with { Publisher = null }),
        new("status", d => Text(d.Status), d => d with { Status = null }),
        new("categories", d => List(d.Categories), d => d with { Categories = [] }),
        new("published", d => Text(d.Published?.ToString()), d => d with { Published = null }),
        new("updated", d => Text(d.Updated?.ToString()), d => d with { Updated = null }),
        new("due", d => Text(d.Due?.ToString("O")), d => d with { Due = null }),
        OfCall("programming_period", c => Text(c.ProgrammingPeriod), c => c with { ProgrammingPeriod = null }),
        OfCall("opening", c => Text(c.Opening?.ToString("O")), c => c with { Opening = null }),
        OfCall("deadlines", c => List(c.Deadlines.Select(day => day.ToString("O"))), c => c with { Deadlines = [] }),
        OfCall("budgets", c => c.Budgets.Count == 0 ? null : new JsonArray([.. c.Budgets.Select(budget => (JsonNode)budget)]), c => c with { Budgets = [] }),
        OfCall("applicants", c => List(c.Applicants), c => c with { Applicants = [] }),
        OfCall("countries", c => List(c.Countries), c => c with { Countries = [] }),
    ];

    /// <summary>The columns.</summary>
    public static IEnumerable<string> Columns => Parts.Select(part => part.Name);

    public static ShapeCheck Check(DocumentBatch batch, PartSchema? known, SchemaContract contract)
    {
        var newColumns = known is null ? [] : Parts.Where(part => !known.Columns.ContainsKey(part.Name) && batch.Documents.Any(d => part.Value(d) is not null)).ToArray();
        var newKinds = known is null ? [] : batch.Documents.Select(d => d.Kind).Where(kind => !known.Kinds.ContainsKey(kind)).Distinct().ToArray();
        if (newColumns.Length + newKinds.Length == 0)
        {
            return new(batch, Tally(batch.Documents), [], []);
        }

        string[] changes = [.. newColumns.Select(part => Filled(part.Name)), .. newKinds.Select(NewKind)];
        if (contract is not (SchemaContract.DiscardRow or SchemaContract.DiscardValue))
        {
            return new(batch, Tally(batch.Documents), changes, []);
        }

        var (kept, discarded, keptOut) = (new List<Document>(), new List<QuarantineItem>(), new List<string>());
        foreach (var document in batch.Documents)
        {
            var own = newColumns.Where(part => part.Value(document) is not null).ToArray();
            if (newKinds.Contains(document.Kind) || (own.Length > 0 && contract == SchemaContract.DiscardRow))
            {
                var reason = newKinds.Contains(document.Kind) ? NewKind(document.Kind) : Filled(own[0].Name);
                discarded.Add(new("row", document.Id, reason, Json(document)));
                keptOut.Add(document.Id);
                continue;
            }

            discarded.AddRange(own.Select(part => new QuarantineItem("value", document.Id, Filled(part.Name), new JsonObject { [part.Name] = part.Value(document) })));
            kept.Add(own.Aggregate(document, (rest, part) => part.Without(rest)));
        }

        var rest = new DocumentBatch
        {
            Documents = kept,
            Next = batch.Next,
            Rejections = batch.Rejections,
            About = batch.About,
            EndsSnapshot = batch.EndsSnapshot,
            Fields = batch.Fields,
        };
        return new(rest, Tally(kept), changes, discarded) { KeptOut = keptOut };
    }

    private static string Filled(string column) => $"'{column}' of documents is filled for the first time.";

    private static string NewKind(string kind) => $"The kind of documents '{kind}' is new.";

    private static PartSchema Tally(IReadOnlyList<Document> documents)
    {
        var tally = new PartSchema { Rows = documents.Count };
        foreach (var document in documents)
        {
            PartSchema.Count(tally.Kinds, document.Kind, 1);
        }

        foreach (var part in Parts)
        {
            PartSchema.Count(tally.Columns, part.Name, documents.LongCount(document => part.Value(document) is not null));
        }

        return tally;
    }

    /// <summary>The document as it came, without its authors: they are never kept.</summary>
    private static JsonObject Json(Document document)
    {
        var json = new JsonObject { ["id"] = document.Id, ["kind"] = document.Kind, ["title"] = document.Title };
        if (document is FundingCall call)
        {
            json["programme"] = call.Programme;
        }

        foreach (var part in Parts)
        {
            if (part.Value(document) is { } value)
            {
                json[part.Name] = value;
            }
        }

        return json;
    }

    private static Part OfCall(string name, Func<FundingCall, JsonNode?> value, Func<FundingCall, FundingCall> without) =>
        new(name, d => d is FundingCall call ? value(call) : null, d => d is FundingCall call ? without(call) : d);

    private static JsonNode? Text(string? text) => text is null ? null : JsonValue.Create(text);

    private static JsonArray? List(IEnumerable<string> items) => items.Any() ? new([.. items.Select(Text)]) : null;
}
