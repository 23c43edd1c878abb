using Foresight.Plugins.FocusClassifier;
using Foresight.Sdk;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Foresight.Plugins.Tests.FocusClassifier;

/// <summary>The classifier as a host makes it, and texts to teach it.</summary>
internal static class Some
{
    public static readonly string[] Areas = ["waste", "school"];

    private static readonly Dictionary<string, string[]> Words = new()
    {
        ["waste"] = ["återvinning", "avfallet", "sorteringen", "matavfall", "återbruk", "recycling", "landfill", "composting"],
        ["school"] = ["skolan", "elever", "lärarna", "läromedel", "gymnasieskolan", "pupils", "teachers", "classroom"],
        [""] = ["polisen", "skatterna", "försvaret", "domstolen", "vägarna", "parliament", "missiles", "prosecutor"],
    };

    private static readonly string[] Filler = ["kommunen", "och", "regeringen", "med", "beslutar", "the", "council", "with", "plan", "nya", "under", "året"];

    public static ITrainableClassifier Classifier(Action<FocusClassifierOptions>? set = null)
    {
        var services = new ServiceCollection();
        new FocusClassifierPlugin().Register(services);
        var provider = services.BuildServiceProvider();
        var part = provider.GetServices<PluginPart>().Single(part => part.Contract == typeof(ITrainableClassifier) && part.Id == "focus");
        var options = (FocusClassifierOptions)Activator.CreateInstance(part.Options)!;
        set?.Invoke(options);
        return (ITrainableClassifier)ActivatorUtilities.CreateInstance(provider, part.Implementation, options);
    }

    /// <summary>Texts of both areas, of neither and of both at once; the same for the same number.</summary>
    public static TrainingSet Training(int texts = 120) => new(Areas, [.. Enumerable.Range(0, texts).Select(Labelled)]);

    public static async Task<(IClassifier Classifier, ModelCard Card, byte[] Bytes)> Trained(TrainingSet training, Action<FocusClassifierOptions>? set = null)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "model.bin");
        var classifier = Classifier(set);
        var card = await classifier.TrainAsync(training, file, NullLogger.Instance, CancellationToken.None);
        return (classifier.Load(file), card, await File.ReadAllBytesAsync(file));
    }

    private static LabelledText Labelled(int i)
    {
        string[] labels = (i % 4) switch { 0 => ["waste"], 1 => ["school"], 2 => [], _ => i % 8 == 3 ? ["waste", "school"] : [] };
        var random = new Random(i);
        var words = labels.DefaultIfEmpty("").SelectMany(label => random.GetItems(Words[label], 3));
        var filler = random.GetItems(Filler, 6);
        return new LabelledText($"t{i:D4}", string.Join(' ', filler.Concat(words)), "sv", labels.ToHashSet());
    }
}
