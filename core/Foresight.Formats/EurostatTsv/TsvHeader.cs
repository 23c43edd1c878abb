using System.Text;
using Foresight.Formats.Observations;

namespace Foresight.Formats.EurostatTsv;

/// <summary>The first line: the dimensions of the key, the one that goes across, and its values.</summary>
internal sealed record TsvHeader(byte Separator, string[] Key, string Across, string[] Columns)
{
    private const int MostDimensions = 64;

    /// <summary>Whether periods go across, as in nearly every file.</summary>
    public bool TimeIsAcross => IsTime(Across);

    public static bool IsTime(string dimension) =>
        dimension.Equals("time", StringComparison.OrdinalIgnoreCase) || dimension.Equals("TIME_PERIOD", StringComparison.OrdinalIgnoreCase);

    public static TsvHeader Read(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith("\uFEFF"u8))
            line = line[3..];
        var separator = line.StartsWith("\""u8) ? (byte)',' : (byte)'\t';
        var keyEnd = separator == (byte)',' ? line[1..].IndexOf((byte)'"') + 2 : line.IndexOf(separator);
        if (keyEnd < 2)
            throw NoHeader(line);
        var key = Encoding.UTF8.GetString(line[..keyEnd]).Trim('"');
        var across = key.LastIndexOf('\\');
        var cells = Encoding.UTF8.GetString(line[keyEnd..]);
        if (across < 0 || cells.Length == 0 || cells[0] != (char)separator)
            throw NoHeader(line);

        var names = key[..across].Split(',', StringSplitOptions.TrimEntries);
        var columns = cells[1..].Split((char)separator, StringSplitOptions.TrimEntries);
        // Some files end their lines with a separator.
        if (columns.Length > 1 && columns[^1].Length == 0)
            columns = columns[..^1];
        var header = new TsvHeader(separator, names, key[(across + 1)..].Trim(), columns);
        if (names.Length > MostDimensions)
            throw new InvalidDataException($"The header of the file names {names.Length} dimensions, more than the {MostDimensions} that a table of Eurostat's can have.");
        if (names.Append(header.Across).Any(string.IsNullOrEmpty) || names.Append(header.Across).Distinct(StringComparer.OrdinalIgnoreCase).Count() <= names.Length)
            throw new InvalidDataException($"The header of the file names a dimension twice or not at all: {Shown.Text(key)}.");
        if (columns.Distinct(StringComparer.Ordinal).Count() < columns.Length || columns.Contains(""))
            throw new InvalidDataException($"The header of the file names a {Shown.Text(header.Across)} twice or not at all.");
        return header.TimeIsAcross || names.Any(IsTime)
            ? header
            : throw new InvalidDataException($"The header of the file names no time among its dimensions ({Shown.Text(key)}): it is no table of observations.");
    }

    private static InvalidDataException NoHeader(ReadOnlySpan<byte> line) => new(
        $"The answer does not begin with a header of Eurostat's TSV, such as freq,unit,geo\\TIME_PERIOD, but with '{Shown.Text(Encoding.UTF8.GetString(line[..Math.Min(line.Length, 80)]))}'.");
}
