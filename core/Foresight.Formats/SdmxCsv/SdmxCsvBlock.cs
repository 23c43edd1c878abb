namespace Foresight.Formats.SdmxCsv;

/// <summary>Rows of an SDMX-CSV message as columns.</summary>
/// <param name="Columns">Every column but OBS_VALUE by its name in the header, dictionary-coded.</param>
/// <param name="Values">OBS_VALUE of each row; NaN where it is empty, <c>:</c> or <c>NaN</c>.</param>
/// <param name="Lines">The line on which each row begins; the header is line 1.</param>
/// <param name="Rejections">Lines that could not be read; they are in no column.</param>
public sealed record SdmxCsvBlock(
    IReadOnlyDictionary<string, SdmxCsvColumn> Columns, double[] Values, int[] Lines, IReadOnlyList<SdmxCsvRejection> Rejections)
{
    /// <summary>The number of rows.</summary>
    public int Count => Values.Length;
}

/// <summary>A column of a block: row <c>i</c> has <c>Values[Codes[i]]</c>.</summary>
/// <param name="Values">The distinct values of this block, in the order in which they first appear.</param>
/// <param name="Codes">One code per row; -1 where the field is empty.</param>
public sealed record SdmxCsvColumn(IReadOnlyList<string> Values, int[] Codes);

/// <summary>A line that could not be read.</summary>
/// <param name="Line">The line; the header is line 1.</param>
/// <param name="Reason">One sentence.</param>
public sealed record SdmxCsvRejection(int Line, string Reason)
{
    /// <summary>The line as it stands in the answer; null where it is long.</summary>
    public string? Text { get; init; }
}
