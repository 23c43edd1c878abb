using System.Text.Encodings.Web;
using System.Text.Json;
using Foresight.Engine.Store.Log;

namespace Foresight.Engine.Classify.Current;

/// <summary>The model that judges a store.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Recipe">The hash of label files, mapping, settings and plugin when it was taken.</param>
/// <param name="Since">When it was taken.</param>
internal sealed record CurrentModel(string Version, string Recipe, DateTimeOffset Since)
{
    /// <summary>The best figure on the fixed test that a model had that judged here; null where there was no test.</summary>
    public BestFigure? Best { get; init; }

    /// <summary>The last model that was trained and not taken; null where the last one was.</summary>
    public RefusedModel? Refused { get; init; }
}

/// <summary>A figure and the test that it was reached on.</summary>
internal sealed record BestFigure(string Test, double MicroF1);

/// <summary>A model that was not taken.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Recipe">What it was made from, but for the texts of people and sources.</param>
/// <param name="Texts">The number of texts that it learned from.</param>
/// <param name="Test">The hash of the fixed test; empty where there is none.</param>
internal sealed record RefusedModel(string Version, string Recipe, int Texts, string Test);

/// <summary>
/// <c>models/current.json</c>: which model judges which store. Stores share the folder of models, and each has its own current one: what people and
/// sources said in one store is not known to the others.
/// </summary>
internal sealed class CurrentModels(string folder)
{
    private const string Name = "current.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The current models by store; none where the file is missing or broken: the model of today's label files is looked for then.</summary>
    public IReadOnlyDictionary<string, CurrentModel> Read()
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, CurrentModel>>(File.ReadAllBytes(Path.Combine(folder, Name)), Json) ?? [];
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return new Dictionary<string, CurrentModel>();
        }
    }

    /// <summary>Puts a store's current model in place, whole or not at all, and clears away models of the policy that no store needs any longer.</summary>
    public async Task WriteAsync(string store, CurrentModel current, string policy, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        using var guard = new StoreLock(folder);
        using (await guard.AcquireAsync(cancellationToken).ConfigureAwait(false))
        {
            // Stores outside the workspace are named by their folder; one that is gone needs no model.
            var others = Read().Where(other => !Path.IsPathRooted(other.Key) || Directory.Exists(other.Key));
            var all = new SortedDictionary<string, CurrentModel>(others.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal) { [store] = current };
            var aside = Path.Combine(folder, $"{Name}.{Guid.NewGuid():N}.tmp");
            await using (var stream = File.Create(aside))
            {
                await JsonSerializer.SerializeAsync(stream, all, Json, cancellationToken).ConfigureAwait(false);
                stream.Flush(flushToDisk: true);
            }

            File.Move(aside, Path.Combine(folder, Name), overwrite: true);
            OldModels.Clear(folder, policy, all);
        }
    }
}
