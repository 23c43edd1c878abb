using Foresight.Engine.Classify;
using Foresight.Sdk;

namespace Foresight.Plugins.Tests.FocusClassifier;

/// <summary>The labelled texts that ship with the project, with focus areas as a policy maps them.</summary>
internal static class OurTexts
{
    private static readonly Dictionary<string, string[]> Topics = new()
    {
        ["a1"] = ["housing", "business", "tourism", "nature", "culture"],
        ["a2"] = ["employment", "sustainable-growth"],
        ["a3"] = ["school", "adult-learning", "higher-education"],
        ["a4"] = ["circular-economy", "energy", "climate"],
        ["a5"] = ["gender-equality", "integration", "diversity", "disability"],
        ["a6"] = ["humanitarian-aid", "civil-society", "development-aid"],
    };

    private static readonly Lazy<IReadOnlyList<LabelledRow>> Read = new(() => LabelFiles.Read(LabelFiles.In(Path.Combine(Root(), "data", "labels")), known: null));

    private static readonly Lazy<IReadOnlyList<LabelledRow>> ReadTest = new(() => LabelFiles.Read(LabelFiles.In(Path.Combine(Root(), "data", "labels", "test")), known: null));

    public static IReadOnlyList<LabelledRow> Rows => Read.Value;

    /// <summary>The fixed test, which no model learns from.</summary>
    public static IReadOnlyList<LabelledRow> TestRows => ReadTest.Value;

    public static IReadOnlyCollection<string> Areas => Topics.Keys;

    public static TrainingSet All() => Set(Rows);

    public static TrainingSet Real() => Of("evaluation", "text", "gov_sv_dev.csv");

    /// <summary>Texts of a shared file; skips the test where there is none.</summary>
    public static TrainingSet Of(params string[] path) => Set(LabelFiles.Read([SharedFolder.Path(path)], known: null));

    public static TrainingSet Set(IEnumerable<LabelledRow> rows) =>
        new([.. Areas], [.. rows.Select(row => new LabelledText(row.Id, row.Text, row.Language, AreasOf(row).ToHashSet()))]);

    public static IEnumerable<string> AreasOf(LabelledRow row) =>
        Topics.Where(pair => row.Labels.Contains(pair.Key) || pair.Value.Any(row.Labels.Contains)).Select(pair => pair.Key);

    /// <summary>The texts were written in three rounds by different writers, the third in the manner of the Government only; data/labels/README.md tells how ids show it.</summary>
    public static int RoundOf(LabelledRow row) => row.Id[1] switch { '2' => 2, '3' => 3, _ => 1 };

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Foresight.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        return folder.FullName;
    }
}
