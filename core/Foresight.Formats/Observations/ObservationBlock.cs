namespace Foresight.Formats.Observations;

/// <summary>Observations as columns, as the readers of bulk formats yield them. The identity of a row is its dimensions and its period.</summary>
/// <param name="Dimensions">The dimensions by the source's own names, without time and frequency.</param>
/// <param name="Periods">The period of each row in SDMX's form (<c>2026</c>, <c>2026-Q3</c>, <c>2026-03</c>); as given where it is none.</param>
/// <param name="Frequencies">The frequency of each row (SDMX <c>A</c>, <c>Q</c>, <c>M</c> …): as stated, or by the period's form.</param>
/// <param name="Values">The value of each row; NaN where there is none.</param>
/// <param name="Presences">Why there is no value; empty where every row has one.</param>
/// <param name="Flags">The source's flags, as given; null where no row has one.</param>
/// <param name="Marks">The flags in letters of SDMX's CL_OBS_STATUS (see <see cref="ObservationFlags"/>); null where no row has any.</param>
/// <param name="Rejections">What could not be read; it is in no column.</param>
public sealed record ObservationBlock(
    IReadOnlyDictionary<string, CodedTexts> Dimensions,
    CodedTexts Periods,
    CodedTexts Frequencies,
    double[] Values,
    ObservationPresence[] Presences,
    CodedTexts? Flags,
    CodedTexts? Marks,
    IReadOnlyList<ObservationRejection> Rejections)
{
    /// <summary>The number of rows.</summary>
    public int Count => Values.Length;

    /// <summary>The names of all dimensions as the table has them, time and frequency too.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];
}

/// <summary>A line of which something could not be read.</summary>
/// <param name="Line">The line; the first is line 1.</param>
/// <param name="Reason">One sentence.</param>
public sealed record ObservationRejection(int Line, string Reason)
{
    /// <summary>The line as it stands in the file; null where it is long.</summary>
    public string? Text { get; init; }
}
