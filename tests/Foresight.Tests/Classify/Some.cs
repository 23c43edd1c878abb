using Foresight.Engine.Classify;
using Foresight.Sdk;

namespace Foresight.Tests.Classify;

/// <summary>A policy with two areas, and a folder of labels by topic.</summary>
internal static class Some
{
    public static readonly IReadOnlySet<string> Topics = new HashSet<string> { "energy", "housing", "school", "sport", "green" };

    public const string Labels = """
        id,language,kind,labels,text
        a,sv,news,energy,"Vindkraft, solceller"
        b,en,news,housing|energy,Heat pumps in flats
        c,en,news,sport,A football match
        d,sv,news,none,Polisen söker vittnen
        e,sv,news,school,Nya läromedel

        """;

    public static Policy Policy(string version = "1", params FocusArea[] areas) => new()
    {
        Id = "testby",
        Version = version,
        HoldsFrom = new DateOnly(2026, 1, 1),
        Title = new LocalText("Policy", "Policy"),
        Organisation = new LocalText("Testby", "Testby"),
        FocusAreas = areas.Length > 0 ? areas : [Area("green", "energy"), Area("homes", "housing")],
        Places = [],
    };

    public static FocusArea Area(string id, params string[] topics) => new(id, new LocalText(id, id), new LocalText(id, id), topics);

    public static ClassifySetup Setup(TemporaryFolder folder, ITrainableClassifier classifier, Policy? policy = null)
    {
        var labels = Path.Combine(folder.Path, "labels");
        if (!Directory.Exists(labels))
        {
            Directory.CreateDirectory(labels);
            File.WriteAllText(Path.Combine(labels, "ours.csv"), Labels);
        }

        return new ClassifySetup
        {
            Policy = policy ?? Policy(),
            Classifier = classifier,
            ClassifierId = "words",
            ClassifierVersion = "1.0",
            LabelsFolder = labels,
            Topics = Topics,
            ModelsFolder = Path.Combine(folder.Path, "models"),
        };
    }
}
