using System.Globalization;
using Foresight.Sdk;

namespace Foresight.Plugins.FundingCalls.Esif;

/// <summary>A row: what is planned in one cell of a programme's plan of finances.</summary>
/// <param name="Country">The country by the platform's letters.</param>
/// <param name="Programme">The programme's number (CCI).</param>
/// <param name="Fund">The fund.</param>
/// <param name="Priority">The programme's own priority.</param>
/// <param name="Objective">The thematic objective.</param>
/// <param name="Region">The category of region.</param>
/// <param name="Measure">The measure of rural development.</param>
/// <param name="Focus">The focus area of rural development.</param>
/// <param name="Period">The year that the row states, else the first of the programming period.</param>
internal sealed record EsifRow(
    string Country, string Programme, string Fund, string? Priority, string? Objective, string? Region, string? Measure, string? Focus, Period Period)
{
    /// <summary>The names of the dimensions; an amount's kind and unit come last.</summary>
    public static IReadOnlyList<string> Dimensions { get; } =
    [
        Dimension.RefArea, "programme", "fund", "priority", "thematic_objective", "region_category", "measure", "focus_area", Dimension.Indicator, Dimension.Unit,
    ];

    /// <summary>Reads a row; null with the reason where it is none.</summary>
    public static (EsifRow? Row, string? Reason) Read(EsifColumns columns, string?[] fields)
    {
        if (columns.Of(fields, "ms") is not { } country || columns.Of(fields, "cci") is not { } programme || columns.Of(fields, "fund") is not { } fund)
            return (null, "It has no country, no programme or no fund.");
        // A programme's number begins with the first year of its programming period.
        var year = columns.Of(fields, "year") ?? programme[..Math.Min(4, programme.Length)];
        if (!int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1988 or > 2100)
            return (null, $"'{year}' is no year.");
        return (
            new EsifRow(
                country, programme, fund, columns.Of(fields, "priority"), columns.Of(fields, "to_code", "to"), columns.Of(fields, "category_of_region"),
                columns.Of(fields, "eafrd_measure_code", "eafrd_measure"), columns.Of(fields, "eafrd_focus_area_code", "eafrd_fa_code", "eafrd_fa"), Period.Year(number)),
            null);
    }

    /// <summary>An amount; null where none is stated.</summary>
    /// <exception cref="FormatException">It is no amount.</exception>
    public static double? Amount(string? text) =>
        text is null ? null
        : double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var amount) && double.IsFinite(amount)
            ? amount
        : throw new FormatException($"'{text}' is no amount.");
}
