using System.Globalization;

namespace Foresight.Sdk;

/// <summary>How the model whose verdicts are stored errs, per label and language: the view <c>models</c>.</summary>
public sealed class ErrorRates
{
    /// <summary>The language of the rows that hold all languages.</summary>
    public const string All = "all";

    private readonly Dictionary<(string Label, string Language), ErrorCounts> _counts;

    private ErrorRates(string modelVersion, Dictionary<(string Label, string Language), ErrorCounts> counts) => (ModelVersion, _counts) = (modelVersion, counts);

    /// <summary>The version of the model.</summary>
    public string ModelVersion { get; }

    /// <summary>Reads them for the model that most of the latest verdicts are of.</summary>
    /// <param name="tables">The store's tables.</param>
    /// <returns>Null where nothing is classified, or the model's errors are not known.</returns>
    public static async Task<ErrorRates?> ReadAsync(ITables tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var table = await tables.QueryAsync(
            """
            SELECT DISTINCT model_version, label, language, hits, misses, false_alarms, right_noes FROM models
            WHERE model_version = (SELECT model_version FROM classifications GROUP BY model_version ORDER BY count(*) DESC, model_version LIMIT 1)
            """).ConfigureAwait(false);
        return table.RowCount == 0 ? null : new ErrorRates(table.Rows.First().Text("model_version"), table.Rows.DistinctBy(Key).ToDictionary(Key, Counts));
    }

    /// <summary>The counts of a label in a language; those of all languages where that one has too few texts to tell.</summary>
    public ErrorCounts Of(string label, string? language) =>
        language is not null && _counts.TryGetValue((label, language), out var own) && own.IsEnough ? own : _counts.GetValueOrDefault((label, All));

    /// <summary>Corrects how many texts belong to a label.</summary>
    /// <param name="label">The label.</param>
    /// <param name="byLanguage">The texts by language (null where unknown), and how many of them are said to belong.</param>
    /// <returns>Null where there is too little to correct by.</returns>
    public CorrectedCount? Correct(string label, IEnumerable<(string? Language, int Said, int Of)> byLanguage)
    {
        ArgumentNullException.ThrowIfNull(byLanguage);
        // Languages that share their error rates are one group: their errors are not independent.
        return CorrectedCount.From(byLanguage.GroupBy(part => Of(label, part.Language)).Select(group => (group.Sum(part => part.Said), group.Sum(part => part.Of), group.Key)));
    }

    private static (string Label, string Language) Key(TableRow row) => (row.Text("label"), row.Text("language"));

    private static ErrorCounts Counts(TableRow row) => new(Whole(row["hits"]), Whole(row["misses"]), Whole(row["false_alarms"]), Whole(row["right_noes"]));

    private static int Whole(object? value) => Convert.ToInt32(value, CultureInfo.InvariantCulture);
}
