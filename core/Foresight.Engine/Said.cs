using Foresight.Sdk;

namespace Foresight.Engine;

/// <summary>What went wrong, as a brief and a summary say it.</summary>
internal static class Said
{
    public static LocalText NotLoaded(string plugin, string sentence) => new(
        $"Insticksmodulen {plugin} kunde inte laddas, och det som den skulle ge saknas. Orsak: den {Line(sentence)}",
        $"The plugin {plugin} could not be loaded, and what it would have given is missing. Reason: it {Line(sentence)}");

    public static LocalText NotClustered(string reason) => new(
        $"Texter som berättar samma nyhet kunde inte föras samman. Orsak: {Line(reason)}",
        $"Texts that tell the same news could not be brought together. Reason: {Line(reason)}");

    public static LocalText NotClassified(string reason) => new(
        $"Dokumenten kunde inte sorteras efter fokusområde. Orsak: {Line(reason)}",
        $"Documents could not be sorted by focus area. Reason: {Line(reason)}");

    public static LocalText DriftNotMeasured(string reason) => new(
        $"Om dokumenten ändrar sig kunde inte mätas. Orsak: {Line(reason)}",
        $"Whether documents change could not be measured. Reason: {Line(reason)}");

    public static LocalText NotAnalysed(string analysis, string reason) => new(
        $"Analysen {analysis} kunde inte göras. Orsak: {Line(reason)}",
        $"The analysis {analysis} could not be made. Reason: {Line(reason)}");

    public static LocalText NotWatched(string rule, string reason) => new(
        $"Larmregeln {rule} kunde inte prövas. Orsak: {Line(reason)}",
        $"The alert rule {rule} could not be judged. Reason: {Line(reason)}");

    public static LocalText NotDrawn(string chart, string reason) => new(
        $"Diagrammet {chart} kunde inte göras. Orsak: {Line(reason)}",
        $"The chart {chart} could not be made. Reason: {Line(reason)}");

    public static LocalText PartnersNotWritten(string reason) => new(
        $"Sidorna om partner kunde inte skrivas. Orsak: {Line(reason)}",
        $"The pages of partners could not be written. Reason: {Line(reason)}");

    private static string Line(string text) => text.ReplaceLineEndings(" ");
}
