using System.Globalization;

namespace Foresight.Benchmarks;

/// <summary>A line of the table of results.</summary>
/// <param name="What">What was measured.</param>
internal sealed record ResultLine(string What)
{
    public const string Header = """
        | what | seconds | processor seconds | per second | peak MB | against its yardstick | goal |
        | --- | --: | --: | --: | --: | --- | --- |
        """;

    /// <summary>By the clock.</summary>
    public double? Seconds { get; init; }

    /// <summary>Of all cores together: neighbours on the machine show less in it.</summary>
    public double? ProcessorSeconds { get; init; }

    /// <summary>With its unit, as <c>700,000 rows</c>.</summary>
    public string PerSecond { get; init; } = "";

    /// <summary>Most memory of the process, in millions of bytes.</summary>
    public double? PeakMegabytes { get; init; }

    public string Against { get; init; } = "";

    public string Goal { get; init; } = "";

    public static ResultLine Of(string what, Measured measured, string unit) => new(what)
    {
        Seconds = measured.Seconds,
        ProcessorSeconds = measured.ProcessorSeconds,
        PerSecond = $"{Number(measured.RowsPerSecond, "N0")} {unit}",
        PeakMegabytes = measured.PeakMegabytes,
    };

    /// <summary>A goal, and whether it was reached.</summary>
    public static string Held(string goal, bool reached) => $"{goal}: {(reached ? "reached" : "**missed**")}";

    public static string Number(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "";

    public string ToMarkdown() =>
        $"| {What} | {Number(Seconds, "0.00")} | {Number(ProcessorSeconds, "0.00")} | {PerSecond} | {Number(PeakMegabytes, "0")} | {Against} | {Goal} |";
}
