using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Foresight.Sdk;

namespace Foresight.Engine.Classify.Outside;

/// <summary>A model as it lies on disk: the model, its card for programs and its card for people.</summary>
public static class ModelFolder
{
    /// <summary>The model's file.</summary>
    public const string Model = "model.bin";

    /// <summary>The card for people.</summary>
    public const string Page = "card.md";

    private const string Card = "card.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Reads the card of a model.</summary>
    /// <exception cref="InvalidDataException">There is none, or it is none.</exception>
    public static ModelRecord ReadCard(string folder)
    {
        var file = Path.Combine(folder, Card);
        try
        {
            return JsonSerializer.Deserialize<ModelRecord>(File.ReadAllBytes(file), Json) ?? throw new InvalidDataException($"{file} is empty.");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"{file} is no model's card. Train the model anew.", fault);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidDataException($"{folder} holds no model: {Card} is missing. 'classify train --labels FILE --model {folder}' makes one.", fault);
        }
    }

    /// <summary>Makes a model aside and puts it in its place, whole.</summary>
    internal static async Task<ModelRecord> MakeAsync(string folder, Func<string, Task<ModelRecord>> train, CancellationToken cancellationToken)
    {
        CheckPlace(folder);
        var aside = $"{Path.TrimEndingDirectorySeparator(folder)}.{Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)}.tmp";
        Directory.CreateDirectory(aside);
        try
        {
            var record = await train(Path.Combine(aside, Model)).ConfigureAwait(false);
            await File.WriteAllTextAsync(Path.Combine(aside, Page), CardPage.Of(record), cancellationToken).ConfigureAwait(false);
            await using (var stream = File.Create(Path.Combine(aside, Card)))
            {
                await JsonSerializer.SerializeAsync(stream, record, Json, cancellationToken).ConfigureAwait(false);
                stream.Flush(flushToDisk: true);
            }

            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
            Directory.Move(aside, folder);
            return record;
        }
        finally
        {
            if (Directory.Exists(aside))
                Directory.Delete(aside, recursive: true);
        }
    }

    /// <summary>Writes the cards of a model anew: each is whole at any time.</summary>
    internal static void WriteCard(string folder, ModelRecord record)
    {
        Replace(Path.Combine(folder, Page), Encoding.UTF8.GetBytes(CardPage.Of(record)));
        Replace(Path.Combine(folder, Card), JsonSerializer.SerializeToUtf8Bytes(record, Json));
    }

    private static void Replace(string file, byte[] content)
    {
        var aside = $"{file}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllBytes(aside, content);
            File.Move(aside, file, overwrite: true);
        }
        finally
        {
            File.Delete(aside);
        }
    }

    /// <summary>What is known of a model once it is trained.</summary>
    internal static ModelRecord Record(
        (string Id, string Version, string Settings) classifier, TrainingSet training, string hash, IReadOnlyList<string> files, ModelCard card, (DateTimeOffset At, TimeSpan Took) trained) => new()
        {
            Version = ModelVersion.Of(hash),
            Hash = hash,
            Classifier = classifier.Id,
            ClassifierVersion = classifier.Version,
            Settings = classifier.Settings,
            CodeVersion = typeof(ModelFolder).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "",
            Labels = training.Labels,
            TrainedAt = trained.At,
            TrainingSeconds = Math.Round(trained.Took.TotalSeconds, 1),
            LabelFiles = [.. files.Select(file => Path.GetFileName(file))],
            DataHash = ModelVersion.HashOf(training),
            TextsByLabel = training.Labels.ToDictionary(label => label, label => training.Texts.Count(text => text.Labels.Contains(label)), StringComparer.Ordinal),
            TextsByLanguage = training.Texts.GroupBy(text => text.Language ?? "unknown", StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal),
            TextsOfNone = training.Texts.Count(text => text.Labels.Count == 0),
            Card = card,
        };

    /// <summary>What lies there and is no model is somebody's.</summary>
    internal static void CheckPlace(string folder)
    {
        if (File.Exists(folder))
            throw new IOException($"{folder} is a file; --model names the folder that the model is written to.");
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any(entry => !IsOurs(Path.GetFileName(entry))))
            throw new IOException($"{folder} holds other files than a model's; name a folder that is empty or not there yet.");
    }

    // A card that was being written when the program was killed is ours too.
    private static bool IsOurs(string name) =>
        name is Model or Card or Page || (name.EndsWith(".tmp", StringComparison.Ordinal)
            && (name.StartsWith(Card + ".", StringComparison.Ordinal) || name.StartsWith(Page + ".", StringComparison.Ordinal)));
}
