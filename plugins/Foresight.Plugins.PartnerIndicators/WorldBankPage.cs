using System.Text.Json;
using Foresight.Formats.Observations;
using Foresight.Sdk;

namespace Foresight.Plugins.PartnerIndicators;

/// <summary>A page of the World Bank's: <c>[{page, pages, …}, [rows]]</c>, or <c>[{message: […]}]</c> where it refuses.</summary>
/// <param name="Number">The page's number, as it states it.</param>
/// <param name="Pages">The number of pages.</param>
/// <param name="Batch">The rows.</param>
internal sealed record WorldBankPage(int Number, int Pages, ObservationBatch Batch)
{
    public const string Dataset = "wdi";

    public static async Task<WorldBankPage> ReadAsync(SourceContext context, Uri url, CancellationToken cancellationToken)
    {
        using var answer = await context.GetAsync(url, Expected.Json, cancellationToken).ConfigureAwait(false);
        using var document = await answer.ReadJsonAsync(cancellationToken).ConfigureAwait(false);
        var parts = document.RootElement.ValueKind == JsonValueKind.Array ? document.RootElement.EnumerateArray().ToArray() : [];
        if (parts.Length > 0 && Json.Member(parts[0], "message") is { } message)
            throw new SourceException($"The World Bank refuses {url.Shown()}: {Words(message)}.", Recovery.Stop) { Fault = Fault.Refused };
        if (parts.Length < 2 || Json.Whole(parts[0], "page") is not { } number || Json.Whole(parts[0], "pages") is not { } pages
            || parts[1].ValueKind is not (JsonValueKind.Array or JsonValueKind.Null))
        {
            throw new SourceException($"The answer to {url.Shown()} is no page of the World Bank's API, which is a list of page and rows.", Recovery.Stop) { Fault = Fault.Malformed };
        }

        return new WorldBankPage(number, pages, ToBatch(parts[1]));
    }

    private static string Words(JsonElement message) => message.ValueKind == JsonValueKind.Array
        ? string.Join("; ", message.EnumerateArray().Select(one => Json.Text(one, "value") ?? one.ToString()).Select(words => words.TrimEnd('.')))
        : message.ToString();

    private static ObservationBatch ToBatch(JsonElement rows)
    {
        var fields = new FieldNames();
        var list = rows.ValueKind == JsonValueKind.Array ? rows.EnumerateArray() : default;
        foreach (var row in list)
            fields.Note(row);
        var builder = new ObservationBatchBuilder(Dataset, Dimension.Indicator, Dimension.RefArea, Dimension.Unit)
        {
            Fields = fields.Names,
            MarksOf = flags => ObservationFlags.OfSdmx(flags, null, hasValue: true).Letters,
        };
        var rejections = new List<Rejection>();
        var seen = new HashSet<(string, string, Period, string?)>();
        var number = 0;
        foreach (var row in list)
        {
            number++;
            var where = $"item {number}";
            var unit = NullIfEmpty(Json.Text(row, "unit"));
            // Aggregates have no ISO 3166 code.
            var area = NullIfEmpty(Json.Text(row, "countryiso3code")) ?? NullIfEmpty(IdOf(row, "country"));
            if (IdOf(row, "indicator") is not { Length: > 0 } indicator || area is null || !Period.TryParse(Json.Text(row, "date"), out var period))
                rejections.Add(Rejected.Of(where, "It lacks its indicator, country or date.", row));
            else if (!Json.TryValue(row, "value", out var value))
                rejections.Add(Rejected.Of($"{indicator} {area} {period}", "Its value is no number.", row));
            else if (!seen.Add((indicator, area, period, unit)))
                rejections.Add(Rejected.Of($"{indicator} {area} {period}", "It is given twice on one page: the first is kept.", row));
            else
                builder.Add(period, value, Json.Text(row, "obs_status"), Presence.Missing, indicator, area, unit);
        }

        return builder.Build(rejections: rejections);
    }

    private static string? IdOf(JsonElement row, string name) => Json.Member(row, name) is { } named ? Json.Text(named, "id") : null;

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
