using System.Globalization;
using System.Text;
using Foresight.Engine.Store.Files;

namespace Foresight.Engine.Classify.Labelling;

/// <summary>
/// Reads a file of verdicts: CSV, UTF-8, with a header that names <c>id</c> and <c>labels</c>, and where wanted <c>who</c>, <c>note</c> and
/// <c>revision</c>. Other columns are not looked at.
/// </summary>
internal sealed class VerdictFile(string file, string? person, IReadOnlyList<string> known)
{
    private static readonly string[] Needed = ["id", "labels"];
    private static readonly string[] Used = [.. Needed, "who", "note", "revision"];

    private readonly SortedDictionary<int, List<string>> _problems = [];

    /// <summary>The rows that somebody filled in and that can be read.</summary>
    public List<VerdictLine> Lines { get; } = [];

    /// <summary>How many rows nobody filled in.</summary>
    public int Empty { get; private set; }

    /// <summary>A sentence per problem, in the order of the lines.</summary>
    public IReadOnlyList<string> Problems => [.. _problems.Values.SelectMany(sentences => sentences)];

    /// <summary>Notes what is wrong with a line; line 0 stands for the whole file.</summary>
    public void Add(int line, string sentence)
    {
        if (!_problems.TryGetValue(line, out var sentences))
            _problems.Add(line, sentences = []);
        sentences.Add(line == 0 ? $"{file}: {sentence}" : $"{file}:{line}: {sentence}");
    }

    /// <summary>Reads it.</summary>
    public VerdictFile Read()
    {
        try
        {
            // A byte that is no UTF-8 stops the reading, as in label files.
            using var reader = new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true));
            using var rows = CsvRows.Read(reader, SeparatorOf(file)).GetEnumerator();
            if (!rows.MoveNext())
                Add(1, "the file is empty; it needs the header id,labels,who,note.");
            else if (IsHeader(rows.Current.Fields) is { } header)
                while (rows.MoveNext())
                    AddRow(rows.Current, header);
        }
        catch (FormatException fault)
        {
            // It begins with its line.
            var parts = fault.Message.Split(": ", 2);
            Add(int.Parse(parts[0], CultureInfo.InvariantCulture), parts[1]);
        }
        catch (DecoderFallbackException)
        {
            Add(0, "the file is not UTF-8. Save it as UTF-8.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Add(0, NamedFile.Words(file, fault));
        }

        return this;
    }

    // A Swedish spreadsheet saves CSV with semicolons.
    private static char SeparatorOf(string file)
    {
        using var reader = new StreamReader(file);
        var header = reader.ReadLine() ?? "";
        return header.Contains(';', StringComparison.Ordinal) && !header.Contains(',', StringComparison.Ordinal) ? ';' : ',';
    }

    private List<string>? IsHeader(IReadOnlyList<string> fields)
    {
        List<string> header = [.. fields.Select(name => name.Trim())];
        var lacks = Needed.Where(name => !header.Contains(name)).ToList();
        if (lacks.Count > 0)
            Add(1, $"the header lacks {string.Join(" and ", lacks)}; it needs id and labels, and may have who, note and revision, parted by commas or semicolons.");
        foreach (var name in Used.Where(name => header.Count(other => other == name) > 1))
            Add(1, $"the column {name} is there twice.");
        return _problems.Count == 0 ? header : null;
    }

    private void AddRow(CsvRow row, List<string> header)
    {
        if (row.Fields.Count != header.Count)
        {
            Add(row.Line, $"{row.Fields.Count} fields where the header has {header.Count}; is a quote or a comma missing?");
            return;
        }

        string Of(string column) => header.IndexOf(column) is var i and >= 0 ? row.Fields[i].Trim() : "";
        var (id, note) = (Of("id"), Of("note"));
        if (Of("labels").Length == 0 && note.Length == 0)
        {
            Empty++;
            return;
        }

        var problems = new List<string>();
        var who = Of("who") is { Length: > 0 } named ? named : person;
        if (id.Length == 0)
            problems.Add("the id is empty.");
        if (PersonName.ProblemOf(who) is { } problem)
            problems.Add(problem);
        var revision = RevisionOf(Of("revision"), problems);
        var saying = Saying.Read(Of("labels"), known, problems);
        foreach (var sentence in problems)
            Add(row.Line, sentence);
        if (problems.Count == 0)
            Lines.Add(new VerdictLine(row.Line, id, revision, PersonName.Read(who), saying! with { Note = note.Length > 0 ? note : null }));
    }

    private static int? RevisionOf(string text, List<string> problems)
    {
        if (text.Length == 0)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var revision) && revision > 0)
            return revision;
        problems.Add($"the revision '{text}' is no whole number from 1 on.");
        return null;
    }
}

/// <summary>A row of a file of verdicts.</summary>
internal sealed record VerdictLine(int Line, string Id, int? Revision, string Person, Saying Saying);
