namespace Foresight.Sdk;

/// <summary>Names of the dimensions that the store keeps as columns of their own (SDMX concepts); any other goes to a map.</summary>
public static class Dimension
{
    /// <summary>The place that is measured.</summary>
    public const string RefArea = "ref_area";

    /// <summary>The partner of a flow.</summary>
    public const string CounterpartArea = "counterpart_area";

    /// <summary>What is measured, where the dataset holds several indicators (a Kolada KPI, a World Bank indicator).</summary>
    public const string Indicator = "indicator";

    /// <summary>The product.</summary>
    public const string Product = "product";

    /// <summary>The direction of a flow: <c>1</c> import, <c>2</c> export (Comext's codes).</summary>
    public const string Flow = "flow";

    /// <summary>Sex: <c>T</c>, <c>F</c> or <c>M</c> (SDMX CL_SEX; Kolada's <c>K</c> becomes <c>F</c>).</summary>
    public const string Sex = "sex";

    /// <summary>Age.</summary>
    public const string Age = "age";

    /// <summary>Unit of measure, as the source states it.</summary>
    public const string Unit = "unit";

    /// <summary>The names above, in the store's column order.</summary>
    public static IReadOnlyList<string> Columns { get; } = [RefArea, CounterpartArea, Indicator, Product, Flow, Sex, Age, Unit];
}

/// <summary>Why an observation has no value, or that it has one.</summary>
public enum Presence : byte
{
    /// <summary>There is a value.</summary>
    Present = 0,

    /// <summary>Missing (SDMX <c>M</c>, Eurostat <c>:</c>).</summary>
    Missing = 1,

    /// <summary>Confidential.</summary>
    Confidential = 2,

    /// <summary>Not applicable.</summary>
    NotApplicable = 3,
}

/// <summary>A column of codes into a short list of values: row <c>i</c> has <c>Values[Codes[i]]</c>, or none where the code is -1.</summary>
public sealed class CodedColumn<T>(IReadOnlyList<T> values, ReadOnlyMemory<int> codes)
{
    /// <summary>The distinct values.</summary>
    public IReadOnlyList<T> Values { get; } = values;

    /// <summary>One code per row; -1 for none.</summary>
    public ReadOnlyMemory<int> Codes { get; } = codes;
}

/// <summary>
/// A batch of observations of one dataset, as columns. The identity of a row is (dataset, dimensions, period); two rows of a
/// batch must not share one. Between 10,000 and 200,000 rows a batch work well.
/// </summary>
public sealed class ObservationBatch : RecordBatch
{
    /// <summary>The dataset's id, such as <c>nama_10r_3gdp</c>.</summary>
    public required string Dataset { get; init; }

    /// <summary>The number of rows.</summary>
    public int Count => Values.Length;

    /// <summary>The period of each row.</summary>
    public required CodedColumn<Period> Periods { get; init; }

    /// <summary>The value of each row; NaN where there is none.</summary>
    public required ReadOnlyMemory<double> Values { get; init; }

    /// <summary>Why there is no value; empty means that NaN is Missing and the rest Present.</summary>
    public ReadOnlyMemory<Presence> Presences { get; init; }

    /// <summary>The source's flags of each row, as given (<c>p</c>, <c>b</c>, <c>ep</c>); null where the dataset has none.</summary>
    public CodedColumn<string>? Status { get; init; }

    /// <summary>
    /// What the flags mean, in the letters of SDMX's code list CL_OBS_STATUS, such as <c>B</c> (break in series), <c>P</c>
    /// (provisional), <c>E</c> (estimated), <c>U</c> (low reliability), sorted and joined (<c>BP</c>); null where nothing is known.
    /// </summary>
    public CodedColumn<string>? Marks { get; init; }

    /// <summary>The dimensions by name: those of <see cref="Dimension"/>, and any other of the dataset's own.</summary>
    public required IReadOnlyDictionary<string, CodedColumn<string>> Dimensions { get; init; }
}
