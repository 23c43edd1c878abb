using System.Globalization;
using System.Text.Json;

namespace Foresight.Plugins.FundingCalls.Interreg;

/// <summary>One partner in one project. Fields that the source adds are passed over.</summary>
internal sealed record Partnership(
    string Programme, string Id, int Year, string? Project, string? Organisation, string? OrganisationType, string? Role, string? Objective,
    string? Start, string? End, string? County, string? Region, bool IsEnded, double? Budget)
{
    /// <summary>Reads one row; null where it has no programme, id or year.</summary>
    public static Partnership? Read(JsonElement row)
    {
        if (row.ValueKind != JsonValueKind.Object || Text(row, "program") is not { } programme || Text(row, "id") is not { } id
            || !int.TryParse(Text(row, "projektår"), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1990 or > 2100)
        {
            return null;
        }

        return new Partnership(
            programme, id, year, Text(row, "projektnamn"), Text(row, "organisationsnamn"), Text(row, "organisationstyp"), Text(row, "organisationsroll"),
            Text(row, "specifiktmal"), Text(row, "startdatum"), Text(row, "slutdatum"), Text(row, "nuts3"), Text(row, "nuts2"),
            string.Equals(Text(row, "aktiv"), "Nej", StringComparison.OrdinalIgnoreCase), Amount(row));
    }

    /// <summary>A budget of 0 says that it is not known (174 of 1,196 partners).</summary>
    private static double? Amount(JsonElement row) =>
        double.TryParse(Text(row, "partnerbudget"), NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) && double.IsFinite(amount) && amount != 0
            ? amount
            : null;

    private static string? Text(JsonElement row, string name)
    {
        if (!row.TryGetProperty(name, out var value))
            return null;
        var text = value.ValueKind switch
        {
            JsonValueKind.String => string.Join(' ', value.GetString()!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            JsonValueKind.Number => value.GetRawText(),
            _ => "",
        };
        return text.Length == 0 ? null : text;
    }
}
