using System.Globalization;
using Foresight.Sdk;

namespace Foresight.Engine.Briefs;

/// <summary>An answer of a source as it was kept.</summary>
internal sealed record StoredAnswer(string LoadId, int Number, string Url, string Sha256, string Path, DateTime? FetchedAt)
{
    public string Id => string.Create(CultureInfo.InvariantCulture, $"{LoadId}/{Number}");
}

/// <summary>A piece of evidence, followed to the answer that it was read from as far as the store can tell.</summary>
/// <param name="Evidence">The evidence, with the load's id added where the store knows it.</param>
/// <param name="Answer">The kept answer; null where it is not known.</param>
/// <param name="Sha256">Of the raw file; null where it is not known.</param>
/// <param name="Days">The days that the record carries: published, due, deadlines.</param>
/// <param name="Title">A document's title; null for others.</param>
internal sealed record Trace(Evidence Evidence, StoredAnswer? Answer, string? Sha256, IReadOnlyList<DateOnly> Days, string? Title = null);

/// <summary>Looks up where evidence comes from: documents by their record, observations by load and answer.</summary>
internal sealed class EvidenceBook
{
    private const int Chunk = 200;

    private readonly Dictionary<(string Source, string Item), TableRow> _documents = [];
    private readonly Dictionary<(string View, string Source, string Item), (string Load, string Hash)> _rows = [];
    private readonly Dictionary<(string Load, int Number), StoredAnswer> _byNumber = [];
    private readonly Dictionary<(string Load, string Sha256), StoredAnswer> _byHash = [];

    public static async Task<EvidenceBook> OpenAsync(ITables tables, IReadOnlyCollection<Evidence> evidence, CancellationToken cancellationToken)
    {
        var book = new EvidenceBook();
        foreach (var source in evidence.Where(IsDocument).GroupBy(one => one.Source, StringComparer.Ordinal))
        {
            foreach (var chunk in source.Select(one => one.Record).Distinct(StringComparer.Ordinal).Chunk(Chunk))
            {
                cancellationToken.ThrowIfCancellationRequested();
                await book.ReadDocumentsAsync(tables, source.Key, chunk).ConfigureAwait(false);
            }
        }

        foreach (var register in evidence.Where(IsOfRegister).GroupBy(one => (one.View, one.Source)))
        {
            foreach (var chunk in register.Select(one => one.Record).Distinct(StringComparer.Ordinal).Chunk(Chunk))
            {
                cancellationToken.ThrowIfCancellationRequested();
                await book.ReadRowsAsync(tables, register.Key.View, register.Key.Source, chunk).ConfigureAwait(false);
            }
        }

        var loads = evidence.Select(one => one.LoadId).OfType<string>()
            .Concat(book._documents.Values.Select(row => row.Text("_load_id")))
            .Concat(book._rows.Values.Select(row => row.Load))
            .Distinct(StringComparer.Ordinal);
        foreach (var chunk in loads.Chunk(Chunk))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await book.ReadAnswersAsync(tables, chunk).ConfigureAwait(false);
        }

        return book;
    }

    public Trace Of(Evidence evidence)
    {
        if (IsDocument(evidence) && _documents.TryGetValue((evidence.Source, evidence.Record), out var row))
        {
            var (load, hash) = (evidence.LoadId ?? row.Text("_load_id"), row.Text("_raw_sha256"));
            List<DateOnly> days = [.. new[] { row.Day("published"), row.Day("due"), row.Day("opening") }.OfType<DateOnly>()];
            days.AddRange(row.Text("deadlines").Split(';', StringSplitOptions.RemoveEmptyEntries)
                .Select(day => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)));
            return new Trace(evidence with { LoadId = load }, _byHash.GetValueOrDefault((load, hash)), hash, days, row.Text("title"));
        }

        if (IsOfRegister(evidence) && _rows.TryGetValue((evidence.View, evidence.Source, evidence.Record), out var kept))
        {
            return new Trace(evidence with { LoadId = kept.Load }, _byHash.GetValueOrDefault((kept.Load, kept.Hash)), kept.Hash, []);
        }

        var answer = evidence is { LoadId: { } id, Answer: { } number } ? _byNumber.GetValueOrDefault((id, number)) : null;
        return new Trace(evidence, answer, answer?.Sha256, []);
    }

    // A verdict is a verdict on a document: it is followed through it.
    private static bool IsDocument(Evidence evidence) => evidence.View is "documents" or "classifications";

    private static bool IsOfRegister(Evidence evidence) => evidence.Source != "*" && Register.All.Any(register => register.View == evidence.View);

    private async Task ReadRowsAsync(ITables tables, string view, string source, string[] items)
    {
        var rows = await tables.QueryAsync(
            $"SELECT _item_id, _load_id, _raw_sha256 FROM registers WHERE _source = $1 AND dataset = $2 AND _item_id IN ({Places(items.Length, 3)})",
            [source, Register.All.Single(register => register.View == view).Id, .. items]).ConfigureAwait(false);
        foreach (var row in rows.Rows)
        {
            _rows[(view, source, row.Text("_item_id"))] = (row.Text("_load_id"), row.Text("_raw_sha256"));
        }
    }

    private async Task ReadDocumentsAsync(ITables tables, string source, string[] items)
    {
        var rows = await tables.QueryAsync(
            $"""
            SELECT _source, _item_id, _load_id, _raw_sha256, title, published, due, opening,
                   array_to_string(list_transform(coalesce(deadlines, []), day -> strftime(day, '%Y-%m-%d')), ';') AS deadlines
            FROM documents WHERE _source = $1 AND _item_id IN ({Places(items.Length, 2)})
            """,
            [source, .. items]).ConfigureAwait(false);
        foreach (var row in rows.Rows)
        {
            _documents[(row.Text("_source"), row.Text("_item_id"))] = row;
        }
    }

    private async Task ReadAnswersAsync(ITables tables, string[] loads)
    {
        var rows = await tables.QueryAsync(
            $"SELECT _load_id, _answer, url, sha256, path, fetched_at FROM answers WHERE _load_id IN ({Places(loads.Length, 1)})", [.. loads])
            .ConfigureAwait(false);
        foreach (var row in rows.Rows)
        {
            var answer = new StoredAnswer(
                row.Text("_load_id"), (int)row.Number("_answer")!.Value, row.Text("url"), row.Text("sha256"), row.Text("path"), row["fetched_at"] as DateTime?);
            _byNumber[(answer.LoadId, answer.Number)] = answer;
            _byHash.TryAdd((answer.LoadId, answer.Sha256), answer);
        }
    }

    private static string Places(int count, int first) =>
        string.Join(", ", Enumerable.Range(first, count).Select(place => string.Create(CultureInfo.InvariantCulture, $"${place}")));
}
