using Foresight.Sdk.Testing;

namespace Foresight.Plugins.Tests.Conformance;

/// <summary>The sources of one plugin with recorded answers of ours; every source of every plugin has at least one case.</summary>
public abstract class ConformanceCases
{
    /// <summary>The cases of all plugins.</summary>
    public static IReadOnlyDictionary<string, SourceCase> All { get; } = typeof(ConformanceCases).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(ConformanceCases)))
        .SelectMany(type => ((ConformanceCases)Activator.CreateInstance(type)!).Cases)
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>The cases by the part's id; a further case of the same source adds a word behind a slash: <c>feed/atom</c>.</summary>
    public abstract IReadOnlyDictionary<string, SourceCase> Cases { get; }

    /// <summary>A file of the shipped samples.</summary>
    protected static string Sample(params string[] parts) => Path.Combine([Root, "data", "samples", .. parts]);

    /// <summary>A file of <c>tests/fixtures/sources</c>.</summary>
    protected static string Fixture(params string[] parts) => Path.Combine([Root, "tests", "fixtures", "sources", .. parts]);

    private static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Foresight.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder from {AppContext.BaseDirectory} upward holds Foresight.sln.");
    }
}
