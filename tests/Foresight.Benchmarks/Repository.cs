namespace Foresight.Benchmarks;

/// <summary>Where the repository's own files are.</summary>
internal static class Repository
{
    /// <summary>The nearest folder upward of the program that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Foresight.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder upward of {AppContext.BaseDirectory} holds Foresight.sln; run the benchmarks inside the repository.");
    }
}
