using System.Globalization;
using Foresight.Engine.Classify;
using Foresight.Sdk;

namespace Foresight.Engine.Forecasts;

/// <summary>Reads a series from CSV: a period and a value on each line (comma, semicolon or tab), with or without a header; an empty value is missing.</summary>
public static class SeriesFile
{
    private const int MostProblems = 20;

    /// <summary>The figures, in the order of time.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="name">The file's name, for problems.</param>
    /// <exception cref="ConfigurationException">A line is wrong; lists the problems.</exception>
    public static IReadOnlyList<SeriesFigure> Read(TextReader reader, string name)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var text = reader.ReadToEnd().TrimStart('\uFEFF');
        var separator = text.Split('\n')[0] is var first && first.Contains(';', StringComparison.Ordinal) ? ';' : first.Contains('\t', StringComparison.Ordinal) ? '\t' : ',';
        List<string> problems = [];
        List<SeriesFigure> figures = [];
        try
        {
            foreach (var (line, fields) in CsvRows.Read(new StringReader(text), separator))
            {
                if (Figure(fields, separator) is { } figure)
                    figures.Add(figure);
                else if (line > 1)
                    problems.Add($"{name}:{line}: a period such as 2026, 2026-Q3 or 2026-03 and a value were expected, not '{string.Join(separator, fields)}'.");
            }
        }
        catch (FormatException fault)
        {
            problems.Add($"{name}:{fault.Message}");
        }

        problems.AddRange(figures.GroupBy(figure => figure.Period).Where(same => same.Count() > 1).Select(same => $"{name}: the period {same.Key.Text} stands there {same.Count()} times."));
        if (figures.Select(figure => figure.Period.Frequency).Distinct().Count() > 1)
            problems.Add($"{name}: periods of several frequencies stand there; give one, such as years or months.");
        if (figures.Count == 0 && problems.Count == 0)
            problems.Add($"{name}: no values are in it.");
        return problems.Count == 0 ? [.. figures.OrderBy(figure => figure.Period)] : throw new ConfigurationException([.. problems.Take(MostProblems)]);
    }

    // A spreadsheet that parts fields by semicolons or tabs may write decimals with a comma.
    private static SeriesFigure? Figure(IReadOnlyList<string> fields, char separator)
    {
        if (fields.Count < 2 || !Period.TryParse(fields[0], out var period))
            return null;
        var written = separator == ',' ? fields[1].Trim() : fields[1].Trim().Replace(',', '.');
        return written.Length == 0 ? new SeriesFigure(period, null)
            : double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? new SeriesFigure(period, value)
            : null;
    }
}
