using System.Globalization;
using Foresight.Sdk;

namespace Foresight.Engine.Classify.Judging;

/// <summary>What a model says beside what is true, bin by bin: a probability that means what it says has both dots on one spot (Murphy and Winkler 1977).</summary>
public static class ReliabilityChart
{
    /// <summary>The chart.</summary>
    /// <param name="report">The figures.</param>
    /// <param name="language"><c>sv</c> or <c>en</c>.</param>
    /// <exception cref="ArgumentException">Nothing was judged.</exception>
    public static ChartSpec Of(EvaluationReport report, string language)
    {
        ArgumentNullException.ThrowIfNull(report);
        var bins = report.Reliability.Where(bin => bin.Decisions > 0).ToArray();
        if (bins.Length == 0)
            throw new ArgumentException("There is no decision to draw: the file has no text that the model judged.", nameof(report));
        var swedish = language == "sv";
        var off = Wording.Number(100 * report.Overall.CalibrationError, language, 1);
        return new ChartSpec
        {
            Kind = ChartKind.Dumbbell,
            Title = swedish ? $"Modellens sannolikheter ligger i snitt {off} procentenheter fel" : $"The model's probabilities are off by {off} percentage points on average",
            Subtitle = swedish
                ? $"Procent av besluten, efter vad modellen sade; {report.Overall.Texts} texter ur {report.Data}"
                : $"Percent of the decisions, by what the model said; {report.Overall.Texts} texts of {report.Data}",
            Unit = "%",
            Decimals = 1,
            Series =
            [
                Series(swedish ? "modellen sade" : "the model said", Emphasis.Us, bin => bin.Said),
                Series(swedish ? "stämde" : "was true", Emphasis.Reference, bin => bin.True),
            ],
            SourceLine = swedish ? $"Modell {report.Model ?? "från delar som hölls undan"}, bedömd på {report.Data}." : $"Model {report.Model ?? "from held-out parts"}, judged on {report.Data}.",
            Evidence = [.. bins.SelectMany(bin => new[] { Evidence(bin, bin.Said, "mean probability"), Evidence(bin, bin.True, "share that is true") })],
        };

        ChartSeries Series(string name, Emphasis emphasis, Func<ReliabilityBin, double> value) => new()
        {
            Name = name,
            Emphasis = emphasis,
            Points = [.. bins.Select(bin => new ChartPoint { Label = Label(bin), Value = 100 * value(bin) })],
        };

        string Label(ReliabilityBin bin) => swedish
            ? $"{Percent(bin.From)}–{Percent(bin.To)} % ({bin.Decisions} beslut)"
            : $"{Percent(bin.From)}–{Percent(bin.To)} % ({bin.Decisions} decisions)";

        Evidence Evidence(ReliabilityBin bin, double value, string formula) =>
            new() { View = "classifications", Source = "*", Record = $"{report.Data} probability {Percent(bin.From)} to {Percent(bin.To)} %", Value = 100 * value, Formula = formula };
    }

    private static string Percent(double share) => (100 * share).ToString("F0", CultureInfo.InvariantCulture);
}
