using System.IO.Compression;
using System.Text.Json;

namespace Foresight.Engine.Forecasts;

/// <summary>
/// Reads competition series as the R packages Mcomp and Tcomp give them, in JSON (also <c>.gz</c>): an object of series by id, each with <c>period</c>,
/// <c>x</c> (the past) and <c>xx</c> (what came).
/// </summary>
public static class CompetitionFile
{
    private const int MostProblems = 20;

    /// <summary>All series of the file, in its order.</summary>
    /// <exception cref="ConfigurationException">The file cannot be read, or a series is wrong; lists the problems.</exception>
    public static IReadOnlyList<CompetitionSeries> Read(string file)
    {
        try
        {
            using var stream = Open(file);
            using var json = JsonDocument.Parse(stream);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                throw new ConfigurationException([$"{file}: an object of series by id was expected, not {Kind(json.RootElement)}."]);
            var (series, problems) = (new List<CompetitionSeries>(), new List<string>());
            foreach (var entry in json.RootElement.EnumerateObject())
            {
                if (Problem(entry.Value) is { } problem)
                    problems.Add($"{file}: the series {entry.Name} {problem}.");
                else
                    series.Add(new CompetitionSeries(entry.Name, CompetitionFrequency.Of(FirstText(entry.Value, "period"))!, Values(entry.Value, "x")!, Values(entry.Value, "xx")!));
            }

            if (series.Count == 0 && problems.Count == 0)
                problems.Add($"{file}: no series are in it.");
            return problems.Count == 0 ? series
                : throw new ConfigurationException([.. problems.Take(MostProblems), .. problems.Count > MostProblems ? [$"… and {problems.Count - MostProblems} more series."] : Array.Empty<string>()]);
        }
        catch (JsonException fault)
        {
            throw new ConfigurationException([$"{file}: no JSON from line {fault.LineNumber + 1} on: {fault.Message}"]);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new ConfigurationException([$"{file}: cannot be read: {fault.Message}"]);
        }
    }

    private static Stream Open(string file)
    {
        var stream = File.OpenRead(file);
        return file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }

    private static string? Problem(JsonElement series)
    {
        if (series.ValueKind != JsonValueKind.Object)
            return $"is no object but {Kind(series)}";
        if (CompetitionFrequency.Of(FirstText(series, "period")) is null)
            return $"has the period '{FirstText(series, "period")}'; known are {string.Join(", ", CompetitionFrequency.Names)}";
        return Values(series, "x") is not { Length: >= 2 } ? "needs its past in x: at least two numbers"
            : Values(series, "xx") is not { Length: >= 1 } ? "needs what came in xx: at least one number"
            : null;
    }

    /// <summary>R writes a single text as a list of one.</summary>
    private static string? FirstText(JsonElement series, string name) =>
        !series.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 ? value[0].ToString()
        : value.ToString();

    private static double[]? Values(JsonElement series, string name) =>
        series.TryGetProperty(name, out var values) && values.ValueKind == JsonValueKind.Array && values.EnumerateArray().All(value => value.ValueKind == JsonValueKind.Number)
            ? [.. values.EnumerateArray().Select(value => value.GetDouble())]
            : null;

    private static string Kind(JsonElement element) => element.ValueKind.ToString().ToLowerInvariant();
}
