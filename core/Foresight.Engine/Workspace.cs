namespace Foresight.Engine;

/// <summary>The folders of an analyst: policies, samples, added plugins and the store.</summary>
/// <param name="Data">The data folder.</param>
public sealed record Workspace(string Data)
{
    /// <summary>The policies' folder.</summary>
    public string Policies => Path.Combine(Data, "policies");

    /// <summary>The labelled texts' folder.</summary>
    public string Labels => Path.Combine(Data, "labels");

    /// <summary>The map of the samples.</summary>
    public string SamplesMap => Path.Combine(Data, "samples", "samples.json");

    /// <summary>The folder of added plugins.</summary>
    public string Plugins => Path.Combine(Data, "plugins");

    /// <summary>The folder of trained models; a model is named by the hash of all that it was made from, so every store may use it.</summary>
    public string Models => Path.Combine(Data, "store", "models");

    /// <summary>The folder of a policy's stores.</summary>
    public string Stores(string policy) => Path.Combine(Data, "store", policy);

    /// <summary>Finds the workspace: the data folder that was named, or the nearest folder upward that holds <c>data/policies</c>.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none; the sentence says what to do.</exception>
    public static Workspace Find(string? named, string start)
    {
        if (named is not null)
        {
            return Directory.Exists(Path.Combine(named, "policies"))
                ? new Workspace(Path.GetFullPath(named))
                : throw new DirectoryNotFoundException($"{named} holds no folder 'policies'; --data names the folder that holds policies, labels and samples.");
        }

        return Nearest(start)
            ?? throw new DirectoryNotFoundException($"No folder from {start} upward holds data/policies; go to your workspace or name it with --data DIR.");
    }

    /// <summary>Whether this folder, or one above it, holds a workspace.</summary>
    public static bool IsIn(string folder) => Nearest(folder) is not null;

    private static Workspace? Nearest(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "data", "policies")))
            {
                return new Workspace(Path.Combine(folder.FullName, "data"));
            }
        }

        return null;
    }
}
