using System.Globalization;
using Foresight.Sdk;

namespace Foresight.Engine.Classify.Labelling.Dialogue;

/// <summary>A document as lines on the screen.</summary>
internal static class LabelPage
{
    private const int LeadLines = 7;
    private const int Keys = 9;
    private const string Indent = "  ";

    /// <summary>The document, the areas with their keys, and what the other keys do.</summary>
    public static IEnumerable<string> Of(LabelDocument document, string place, IReadOnlyList<FocusArea> areas, IReadOnlyList<string> model)
    {
        yield return "";
        yield return new string('-', ScreenText.Width);
        yield return ScreenText.Cut(ScreenText.Line(string.Join(" | ", new[] { place, document.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), LanguageOf(document), document.Publisher, document.Id }
            .Where(part => !string.IsNullOrEmpty(part)))));
        yield return "";
        foreach (var line in ScreenText.Wrap(document.Title.Length > 0 ? document.Title : "(no title)"))
            yield return line;
        yield return "";
        var text = ScreenText.Wrap(document.Text);
        foreach (var line in text.Take(LeadLines))
            yield return line;
        if (text.Count > LeadLines)
            yield return string.Create(CultureInfo.InvariantCulture, $"(m shows {text.Count - LeadLines} more lines)");
        if (document.Url is { Length: > 0 } url)
            yield return ScreenText.Cut(ScreenText.Line(url));
        if (model.Count > 0)
            yield return "";
        foreach (var line in model)
            yield return line;
        yield return "";
        foreach (var line in areas.Index().Take(Keys).Select(pair => Key(pair.Index + 1, pair.Item, areas.Take(Keys).Max(area => area.Id.Length))))
            yield return line;
        if (areas.Count > Keys)
            yield return ScreenText.Cut($" t {string.Join(", ", areas.Skip(Keys).Select(area => area.Id))}");
        foreach (var line in LabelKey.Legend)
            yield return line;
    }

    /// <summary>What is left of the text.</summary>
    public static IReadOnlyList<string> Rest(LabelDocument document) =>
        ScreenText.Wrap(document.Text) is { Count: > LeadLines } text ? [.. text.Skip(LeadLines)] : ["There is no more of it."];

    /// <summary>What the model says: the areas that it gives, or the one that is nearest, each with its words.</summary>
    public static IReadOnlyList<string> Model(LabelDocument document)
    {
        if (document.Model.Count == 0)
            return ["The model has not judged it yet."];
        var given = document.Model.Where(area => area.Belongs).ToList();
        return
        [
            given.Count == 0 ? "The model says: none of them. Likeliest is" : "The model says:",
            .. (given.Count == 0 ? document.Model.Take(1) : given).SelectMany(area => ScreenText.Wrap($"{area.Area} {Words(area)}", ScreenText.Width - Indent.Length)).Select(line => Indent + line),
        ];
    }

    private static string Words(ModelSaying area) =>
        $"{QueueItem.Share(area.Probability)} (from {QueueItem.Share(area.Threshold)})"
        + (area.DecidedBy == "model" ? "" : $", by {area.DecidedBy}")
        + (area.Terms.Count == 0 ? "" : $": {string.Join(", ", area.Terms)}");

    private static string Key(int key, FocusArea area, int width) =>
        ScreenText.Cut(string.Create(CultureInfo.InvariantCulture, $" {key} {area.Id.PadRight(width)}  {ScreenText.Line(area.Name.Sv)}"));

    private static string? LanguageOf(LabelDocument document) => document.Language?.Split('-')[0].ToLowerInvariant() switch { "sv" => "Swedish", "en" => "English", var other => other };
}
