using System.Security.Cryptography;
using System.Text;
using Foresight.Engine.Classify.Outside;
using Foresight.Sdk;

namespace Foresight.Engine.Classify.Current;

/// <summary>
/// The texts that every model of a policy is judged by and none learns from: <c>test/*.csv</c> in the folder of label files, labelled with topics as
/// those are. A text and its translation have one id but for its end: <c>pair0001-sv</c>, <c>pair0001-en</c>.
/// </summary>
internal sealed class FixedTest
{
    private const string Folder = "test";

    private FixedTest(IReadOnlyList<string> files, IReadOnlyList<LabelledRow> rows, TrainingSet truth)
    {
        (Files, Rows, Labels, Texts) = (files, rows, truth.Labels, truth.Texts);
        // The areas are in it: the same texts are another test under another mapping.
        Hash = ModelVersion.HashOf(truth with { Groups = [] });
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        Units = [.. Texts.Select(text => places.TryGetValue(Stem(text), out var unit) ? unit : places[Stem(text)] = places.Count)];
    }

    public string Hash { get; }

    public IReadOnlyList<string> Files { get; }

    public IReadOnlyList<LabelledRow> Rows { get; }

    public IReadOnlyList<string> Labels { get; }

    public IReadOnlyList<LabelledText> Texts { get; }

    /// <summary>The pair that each text belongs to.</summary>
    public IReadOnlyList<int> Units { get; }

    /// <summary>Reads it; null where there is none.</summary>
    /// <param name="setup">The policy and its folder of labels.</param>
    /// <param name="training">The label files' texts.</param>
    /// <exception cref="LabelFileException">The test's files are wrong, or a text of it is also in the label files.</exception>
    public static FixedTest? Read(ClassifySetup setup, TrainingSet training)
    {
        var files = FilesOf(setup);
        if (files.Count == 0)
            return null;
        var rows = LabelledTexts.Read(files, AreaLabels.Known(setup));
        var truth = AreaLabels.Of(setup, rows);
        var learned = training.Texts.Select(text => text.Id).Concat(training.Texts.Select(Print)).ToHashSet(StringComparer.Ordinal);
        var both = truth.Texts.Where(text => learned.Contains(text.Id) || learned.Contains(Print(text))).Select(text => text.Id).ToArray();
        return both.Length == 0 ? new FixedTest(files, rows, truth) : throw new LabelFileException(
            [$"{PlaceOf(setup)}: {both.Length} of its {truth.Texts.Count} texts are in the label files too, '{both[0]}' first; a test that was learned flatters. Take them out of one of the two."]);
    }

    /// <summary>Its files; none where there is no test.</summary>
    public static IReadOnlyList<string> FilesOf(ClassifySetup setup) =>
        Directory.Exists(PlaceOf(setup)) && Directory.EnumerateFiles(PlaceOf(setup), "*.csv*").Any() ? LabelFiles.In(PlaceOf(setup)) : [];

    /// <summary>Texts without those that the test has: stored documents may be among them.</summary>
    public IReadOnlyList<LabelledText> NotIn(IReadOnlyList<LabelledText> texts)
    {
        var tested = Texts.Select(Print).ToHashSet(StringComparer.Ordinal);
        return [.. texts.Where(text => !tested.Contains(Print(text)))];
    }

    /// <summary>A model's verdicts on it.</summary>
    public IReadOnlyList<JudgedText> Judge(IClassifier classifier) => Evaluation.Judge(classifier, Texts);

    private static string PlaceOf(ClassifySetup setup) => Path.Combine(setup.LabelsFolder, Folder);

    private static string Stem(LabelledText text) =>
        text.Language is { } language && text.Id.EndsWith("-" + language, StringComparison.Ordinal) ? text.Id[..^(language.Length + 1)] : text.Id;

    private static string Print(LabelledText text) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(text.Text.Where(char.IsLetterOrDigit)).ToLowerInvariant())));
}
