using System.Text.Json;
using Foresight.Sdk;

namespace Foresight.Plugins.PartnerIndicators;

/// <summary>Turns pages of values into batches, one a page, and remembers which ids gave anything.</summary>
internal sealed class KoladaRows(int? from)
{
    public const string Dataset = "kolada";

    /// <summary>The number of members behind a group's mean; 1, which is every municipality, is no dimension.</summary>
    private const string Count = "count";

    private readonly HashSet<(string, string, Period, string?, string?)> seen = [];
    private readonly List<Rejection> rejections = [];

    public HashSet<string> Kpis { get; } = [];

    public HashSet<string> Municipalities { get; } = [];

    public ObservationBatch ToBatch(KoladaPage page)
    {
        var builder = new ObservationBatchBuilder(Dataset, Dimension.Indicator, Dimension.RefArea, Dimension.Sex, Count) { Fields = page.Fields };
        var number = 0;
        foreach (var entry in page.Values.EnumerateArray())
        {
            number++;
            try
            {
                Add(entry, number, builder);
            }
            catch (InvalidOperationException)
            {
                rejections.Add(Rejected.Of($"item {number}", Rejected.NoUnicode, entry));
            }
        }

        var batch = builder.Build(rejections: [.. rejections]);
        rejections.Clear();
        seen.Clear();
        return batch;
    }

    private void Add(JsonElement entry, int number, ObservationBatchBuilder builder)
    {
        if (Json.Text(entry, "kpi") is not { Length: > 0 } kpi || Json.Text(entry, "municipality") is not { Length: > 0 } municipality
            || !Period.TryParse(Json.Text(entry, "period"), out var period) || Json.Member(entry, "values") is not { ValueKind: JsonValueKind.Array } values)
        {
            rejections.Add(Rejected.Of($"item {number}", "It lacks its KPI, municipality, period or values.", entry));
            return;
        }

        Kpis.Add(kpi);
        Municipalities.Add(municipality);
        if (from is null || period.Start.Year >= from)
            Add(kpi, municipality, period, values, builder);
    }

    private void Add(string kpi, string municipality, Period period, JsonElement values, ObservationBatchBuilder builder)
    {
        foreach (var one in values.EnumerateArray())
        {
            if (Json.Member(one, "isdeleted") is { ValueKind: JsonValueKind.True })
                continue;
            var sex = Json.Text(one, "gender") switch { "K" => "F", "" => null, var gender => gender };
            var count = Json.Text(one, "count") is { Length: > 0 } members && members != "1" ? members : null;
            var where = $"{kpi} {municipality} {period} {sex}";
            if (!Json.TryValue(one, "value", out var value))
                rejections.Add(Rejected.Of(where, "Its value is no number.", one));
            else if (!seen.Add((kpi, municipality, period, sex, count)))
                rejections.Add(Rejected.Of(where, "It is given twice on one page: the first is kept.", one));
            else
                builder.Add(period, value, Json.Text(one, "status"), Presence.Missing, kpi, municipality, sex, count);
        }
    }
}
