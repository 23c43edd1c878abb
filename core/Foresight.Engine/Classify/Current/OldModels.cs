using Foresight.Engine.Classify.Outside;

namespace Foresight.Engine.Classify.Current;

/// <summary>Clears away models that no store needs any longer.</summary>
internal static class OldModels
{
    /// <summary>How many of a policy's models are kept beside those that judge: to look at, and to go back to.</summary>
    public const int Kept = 3;

    /// <summary>Deletes a policy's models but for those that judge a store, those that the stores refused last, and the newest others.</summary>
    public static void Clear(string folder, string policy, IReadOnlyDictionary<string, CurrentModel> current)
    {
        var needed = current.Values.SelectMany(model => new[] { model.Version, model.Refused?.Version }).ToHashSet(StringComparer.Ordinal);
        var others = Directory.EnumerateDirectories(folder)
            .Select(model => (Folder: model, Card: Read(model)))
            .Where(model => model.Card is { } card && card.Policy == policy && card.Version == Path.GetFileName(model.Folder) && !needed.Contains(card.Version))
            .OrderByDescending(model => model.Card!.TrainedAt).ThenBy(model => model.Folder, StringComparer.Ordinal);
        foreach (var (old, _) in others.Skip(Kept).ToArray())
            Directory.Delete(old, recursive: true);
    }

    // What has no card of ours is somebody else's, or is being made.
    private static ModelRecord? Read(string folder)
    {
        try
        {
            return ModelFolder.ReadCard(folder);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
