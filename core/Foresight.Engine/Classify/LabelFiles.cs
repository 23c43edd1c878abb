using System.IO.Compression;
using System.Text;
using Foresight.Engine.Store.Files;

namespace Foresight.Engine.Classify;

/// <summary>
/// Reads files of labelled texts: CSV (also <c>.gz</c>), UTF-8, with a header that names <c>id</c>, <c>text</c> and <c>labels</c>, and where wanted
/// <c>language</c>, <c>kind</c> and <c>steep</c>; labels parted by <c>|</c>, or <c>none</c>.
/// </summary>
public static class LabelFiles
{
    private const string None = "none";

    /// <summary>The label files of a folder, in name order.</summary>
    /// <exception cref="LabelFileException">There are none.</exception>
    public static IReadOnlyList<string> In(string folder)
    {
        var files = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.csv").Concat(Directory.EnumerateFiles(folder, "*.csv.gz")).Order(StringComparer.Ordinal).ToArray()
            : [];
        return files.Length > 0 ? files : throw new LabelFileException([$"{folder}: no labelled texts (*.csv) are here. Add some, or name another folder."]);
    }

    /// <summary>Reads files together.</summary>
    /// <param name="files">The files.</param>
    /// <param name="known">The labels that are allowed; null for any.</param>
    /// <exception cref="LabelFileException">Anything is wrong in any file; lists everything.</exception>
    public static IReadOnlyList<LabelledRow> Read(IReadOnlyList<string> files, IReadOnlySet<string>? known)
    {
        var reading = new Reading(known);
        foreach (var file in files)
            reading.Add(file);
        return reading.Problems.Count == 0 ? reading.Rows : throw new LabelFileException(reading.Problems);
    }

    private sealed class Reading(IReadOnlySet<string>? known)
    {
        private readonly Dictionary<string, string> _places = new(StringComparer.Ordinal);

        public List<LabelledRow> Rows { get; } = [];

        public List<string> Problems { get; } = [];

        public void Add(string file)
        {
            try
            {
                using var stream = Open(file);
                // A byte that is no UTF-8 stops the reading: replaced letters would be learned as words.
                using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true));
                using var rows = CsvRows.Read(reader).GetEnumerator();
                if (!rows.MoveNext())
                    Problems.Add($"{file}:1: the file is empty; it needs the header id,language,kind,steep,labels,text.");
                else if (Header.Of(rows.Current.Fields, out var missing) is not { } header)
                    Problems.Add($"{file}:1: the header lacks {missing}; it needs id, text and labels, and may have language, kind and steep.");
                else
                    while (rows.MoveNext())
                        AddRow(file, rows.Current, header);
            }
            catch (FormatException fault)
            {
                Problems.Add($"{file}:{fault.Message}");
            }
            catch (DecoderFallbackException)
            {
                Problems.Add($"{file}: the file is not UTF-8. Save it as UTF-8.");
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                Problems.Add($"{file}: {NamedFile.Words(file, fault)}");
            }
        }

        private static Stream Open(string file)
        {
            var stream = File.OpenRead(file);
            return file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        }

        private void AddRow(string file, CsvRow row, Header header)
        {
            var place = $"{file}:{row.Line}";
            if (row.Fields.Count != header.Columns)
            {
                Problems.Add($"{place}: {row.Fields.Count} fields where the header has {header.Columns}; is a quote or a comma missing?");
                return;
            }

            var (id, text) = (row.Fields[header.Id].Trim(), row.Fields[header.Text].Trim());
            var labels = row.Fields[header.Labels].Split('|', StringSplitOptions.TrimEntries);
            var before = Problems.Count;
            if (id.Length == 0)
                Problems.Add($"{place}: the id is empty.");
            else if (!_places.TryAdd(id, place))
                Problems.Add($"{place}: the id '{id}' is already at {_places[id]}; every text needs its own.");
            if (text.Length == 0)
                Problems.Add($"{place}: the text is empty.");
            if (labels.Contains(""))
                Problems.Add($"{place}: a label is empty; a text that belongs to nothing has the label none.");
            if (labels.Length > 1 && labels.Contains(None))
                Problems.Add($"{place}: none stands beside other labels; it must stand alone.");
            if (labels.Distinct(StringComparer.Ordinal).Count() < labels.Length)
                Problems.Add($"{place}: a label stands twice in '{row.Fields[header.Labels]}'.");
            foreach (var label in labels.Where(label => label is not "" and not None && known?.Contains(label) == false))
                Problems.Add($"{place}: the label '{label}' is unknown; known are {string.Join(", ", known!.Order(StringComparer.Ordinal))}.");
            var (language, kind, steep) = (Header.OptionalOf(row, header.Language), Header.OptionalOf(row, header.Kind), Header.OptionalOf(row, header.Steep));
            // A stranger's file may use these columns in its own way.
            if (known is not null)
            {
                CheckValue(place, "kind", kind, LabelledRow.Kinds);
                CheckValue(place, "steep", steep, LabelledRow.SteepFactors);
            }

            if (Problems.Count == before)
                Rows.Add(new LabelledRow(id, text, labels.Where(label => label != None).ToHashSet(StringComparer.Ordinal), language, kind, steep));
        }

        private void CheckValue(string place, string column, string? value, IReadOnlyList<string> allowed)
        {
            if (value is not null && !allowed.Contains(value))
                Problems.Add($"{place}: the {column} '{value}' is unknown; known are {string.Join(", ", allowed)}; leave it empty where none of them fits.");
        }
    }

    private sealed record Header(int Columns, int Id, int Text, int Labels, int Language, int Kind, int Steep)
    {
        public static Header? Of(IReadOnlyList<string> names, out string missing)
        {
            var places = names.Select((name, i) => (Name: name.Trim(), i)).DistinctBy(pair => pair.Name, StringComparer.Ordinal)
                .ToDictionary(pair => pair.Name, pair => pair.i, StringComparer.Ordinal);
            missing = string.Join(", ", new[] { "id", "text", "labels" }.Where(name => !places.ContainsKey(name)));
            return missing.Length > 0
                ? null
                : new Header(names.Count, places["id"], places["text"], places["labels"], Optional("language"), Optional("kind"), Optional("steep"));

            int Optional(string name) => places.GetValueOrDefault(name, -1);
        }

        public static string? OptionalOf(CsvRow row, int column) => column >= 0 && row.Fields[column].Trim() is { Length: > 0 } value ? value : null;
    }
}
