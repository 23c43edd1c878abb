using System.Globalization;
using Foresight.Engine.Ingest;
using Foresight.Sdk;

namespace Foresight.Cli.Output;

/// <summary>The records of a preview, for a person or as JSON.</summary>
internal static class PreviewRecords
{
    public static object Of(Preview preview) => new
    {
        preview.Source,
        preview.Options,
        about = preview.Batches.Select(batch => batch.About).FirstOrDefault(about => about is not null) is { } about
            ? new { about.Title, link = about.Link?.ToString(), about.Language, updated = about.Updated?.ToString(), timeToLiveMinutes = about.TimeToLive?.TotalMinutes }
            : null,
        documents = Documents(preview).Select(document => new
        {
            document.Id,
            document.Title,
            url = document.Origin?.AbsoluteUri,
            document.Kind,
            published = document.Published?.ToString(),
            updated = document.Updated?.ToString(),
            due = document.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            document.Status,
            document.Publisher,
            document.Authors,
            document.Categories,
            document.Language,
            document.Summary,
            document.Text,
        }),
        observations = Observations(preview),
        codes = Codes(preview),
        registers = preview.Batches.OfType<RegisterBatch>().SelectMany(batch => batch.Rows.Select(row => new { batch.Register, row.Id, row.Fields })),
        rejections = preview.Batches.SelectMany(batch => batch.Rejections),
        preview.Note,
        preview.Failed,
    };

    public static void Print(TextWriter output, Preview preview, int limit)
    {
        var documents = Documents(preview).ToList();
        var rows = preview.Batches.OfType<ObservationBatch>().Sum(batch => batch.Count);
        output.WriteLine($"Source {preview.Source}{string.Concat(preview.Options.Select(option => $" {option.Key}={option.Value}"))}");
        foreach (var about in preview.Batches.Select(batch => batch.About).Where(about => about is not null).Take(1))
        {
            output.WriteLine($"{about!.Title} {about.Link} {about.Language} {about.Updated}".Trim());
        }

        output.WriteLine($"{documents.Count} documents, {rows} observations, {Codes(preview).Count()} codes, {preview.Batches.Sum(batch => batch.Rejections.Count)} rejected");
        output.WriteLine();
        foreach (var document in documents.Take(limit))
        {
            output.WriteLine($"{document.Published?.ToString() ?? document.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "undated"}  {document.Title}");
            output.WriteLine($"    {document.Id}  {document.Origin}");
        }

        foreach (var observation in Observations(preview).Take(limit))
        {
            output.WriteLine(string.Join("  ", observation.Select(pair => $"{pair.Key}={pair.Value}")));
        }

        foreach (var (register, row) in preview.Batches.OfType<RegisterBatch>().SelectMany(batch => batch.Rows.Select(row => (batch.Register, row))).Take(limit))
        {
            output.WriteLine($"{register}  {row.Id}  {string.Join("  ", row.Fields.Select(field => $"{field.Key}={field.Value}"))}");
        }

        foreach (var (dataset, code) in preview.Batches.OfType<CodeListBatch>().SelectMany(batch => batch.Codes.Select(code => (batch.Dataset, code))).Take(limit))
        {
            output.WriteLine($"code  {dataset}  {code.Dimension}={code.Code}  {code.En ?? code.Sv}");
        }

        foreach (var rejection in preview.Batches.SelectMany(batch => batch.Rejections).Take(limit))
        {
            output.WriteLine($"Rejected {rejection.Where}: {rejection.Reason}");
        }

        if (preview.Note is not null)
        {
            output.WriteLine(preview.Note);
        }
    }

    private static IEnumerable<Document> Documents(Preview preview) => preview.Batches.OfType<DocumentBatch>().SelectMany(batch => batch.Documents);

    private static IEnumerable<object> Codes(Preview preview) => preview.Batches.OfType<CodeListBatch>()
        .SelectMany(batch => batch.Codes.Select(code => new { batch.Dataset, code.Dimension, code.Code, code.Sv, code.En, code.Kind, code.Parent }));

    private static IEnumerable<Dictionary<string, object?>> Observations(Preview preview)
    {
        foreach (var batch in preview.Batches.OfType<ObservationBatch>())
        {
            for (var i = 0; i < batch.Count; i++)
            {
                var row = new Dictionary<string, object?> { ["dataset"] = batch.Dataset };
                foreach (var (name, column) in batch.Dimensions)
                {
                    if (column.Codes.Span[i] is >= 0 and var code)
                    {
                        row[name] = column.Values[code];
                    }
                }

                row["period"] = batch.Periods.Values[batch.Periods.Codes.Span[i]].Text;
                var value = batch.Values.Span[i];
                row["value"] = double.IsNaN(value) ? null : value;
                if (batch.Status is { } status && status.Codes.Span[i] is >= 0 and var flag)
                {
                    row["status"] = status.Values[flag];
                }

                yield return row;
            }
        }
    }
}
