using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Foresight.Sdk;

namespace Foresight.Engine.Classify.Outside;

/// <summary>Writes verdicts, one per line, in the form that the file's name tells.</summary>
internal sealed class VerdictWriter : IDisposable
{
    private const string None = "none";

    /// <summary>Terms per label; more is no reason any more.</summary>
    private const int Terms = 6;

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly StreamWriter _writer;
    private readonly TextForm _form;

    public VerdictWriter(string file, TextForm form, bool packed, IReadOnlyList<string> labels)
    {
        (_writer, _form) = (TextFile.Write(file, packed), form);
        if (form == TextForm.Csv)
            Line(["id", "labels", "cannot_say", .. labels.Select(label => "p_" + label), "terms"]);
    }

    public void Write(string id, Verdict verdict)
    {
        if (_form == TextForm.Csv)
            WriteCsv(id, verdict);
        else
            WriteJson(id, verdict);
    }

    public void Dispose() => _writer.Dispose();

    private static IEnumerable<(string Label, string[] Terms)> Reasons(Verdict verdict) => verdict.Scores
        .Where(score => score.Belongs || !score.Sure)
        .Select(score => (score.Label, Terms: score.Terms.Where(term => term.Weight > 0).Take(Terms).Select(term => term.Term).ToArray()))
        .Where(reason => reason.Terms.Length > 0);

    private static IEnumerable<string> Labels(Verdict verdict, Func<LabelScore, bool> which) => verdict.Scores.Where(which).Select(score => score.Label);

    private static double Rounded(double probability) => Math.Round(probability, 4);

    private void WriteCsv(string id, Verdict verdict)
    {
        var labels = string.Join('|', Labels(verdict, score => score.Belongs));
        Line(
        [
            id,
            labels.Length == 0 ? None : labels,
            string.Join('|', Labels(verdict, score => !score.Sure)),
            .. verdict.Scores.Select(score => Rounded(score.Probability).ToString("0.####", CultureInfo.InvariantCulture)),
            string.Join("; ", Reasons(verdict).Select(reason => $"{reason.Label}: {string.Join(", ", reason.Terms)}")),
        ]);
    }

    private void Line(IEnumerable<string> cells) => _writer.WriteLine(string.Join(',', cells.Select(Quoted)));

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private void WriteJson(string id, Verdict verdict)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Json))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            WriteList(json, "labels", Labels(verdict, score => score.Belongs));
            WriteList(json, "cannotSay", Labels(verdict, score => !score.Sure));
            json.WriteStartObject("probabilities");
            foreach (var score in verdict.Scores)
                json.WriteNumber(score.Label, Rounded(score.Probability));
            json.WriteEndObject();
            json.WriteStartObject("terms");
            foreach (var (label, terms) in Reasons(verdict))
                WriteList(json, label, terms);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        _writer.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
