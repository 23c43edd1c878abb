using Foresight.Engine.Store.Columns;
using Foresight.Engine.Store.Merge;
using Foresight.Sdk;

namespace Foresight.Engine.Store.Batches;

/// <summary>A batch of documents as columns.</summary>
internal static class DocumentBlocks
{
    public static KeyedBlock Of(DocumentBatch batch, string loadId, DateTimeOffset fetchedAt, string? rawSha256)
    {
        var nameless = batch.Documents.Select((document, i) => (document, i)).FirstOrDefault(pair => string.IsNullOrWhiteSpace(pair.document.Id));
        if (nameless.document is not null)
        {
            throw new ArgumentException($"Document {nameless.i + 1} of a batch, '{nameless.document.Title}', has no id.");
        }

        var fetched = Instants.ToStored(fetchedAt);
        var block = ColumnBlock.OfRows(StoreShapes.Documents, [.. batch.Documents.Select(document => Row(document, loadId, fetched, rawSha256))]);
        return KeyedBlock.Of(ItemIdentity.OfDocuments, block) with
        {
            Next = batch.Next,
            // An item that could not be read is still there, as far as its place tells which one it is.
            Came = [.. batch.Rejections.Select(rejection => ItemIdentity.Of(rejection.Where))],
        };
    }

    private static Dictionary<string, object?> Row(Document document, string loadId, DateTime fetched, string? rawSha256)
    {
        var row = Content(document);
        row[ColumnName.ContentHash] = ContentHash.Of(row);
        row[ColumnName.ItemId] = document.Id;
        row[ColumnName.Revision] = 1;
        row["_load_id"] = loadId;
        row[ColumnName.RetiredBy] = null;
        // No part of the hash: the text holds it too, and stores that lack the column know their documents by the hash without it.
        row["summary"] = document.Summary;
        row["_fetched_at"] = fetched;
        row[ColumnName.FirstSeenAt] = fetched;
        row["_raw_sha256"] = rawSha256;
        return row;
    }

    private static Dictionary<string, object?> Content(Document document)
    {
        var call = document as FundingCall;
        return new(StringComparer.Ordinal)
        {
            ["kind"] = document.Kind,
            ["title"] = document.Title,
            ["text"] = document.Text,
            ["language"] = document.Language,
            ["url"] = document.Origin?.AbsoluteUri,
            ["publisher"] = document.Publisher,
            ["status"] = document.Status,
            ["categories"] = document.Categories.ToArray(),
            ["published"] = Stored(document.Published),
            ["updated"] = Stored(document.Updated),
            ["published_is_day"] = document.Published?.IsDay,
            ["updated_is_day"] = document.Updated?.IsDay,
            ["due"] = document.Due,
            ["programme"] = call?.Programme,
            ["programming_period"] = call?.ProgrammingPeriod,
            ["opening"] = call?.Opening,
            ["deadlines"] = call?.Deadlines.ToArray(),
            ["budgets"] = call?.Budgets.ToArray(),
            ["applicants"] = call?.Applicants.ToArray(),
            ["countries"] = call?.Countries.ToArray(),
        };
    }

    private static DateTime? Stored(Moment? moment) => moment is { } known ? Instants.ToStored(known.Start) : null;
}
