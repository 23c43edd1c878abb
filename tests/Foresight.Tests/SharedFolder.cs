using Xunit;

namespace Foresight.Tests;

/// <summary>The folder of captures and corpora that belong to others; named by FORESIGHT_SHARED, absent for most people.</summary>
internal static class SharedFolder
{
    public static string Path(params string[] parts)
    {
        var root = Environment.GetEnvironmentVariable("FORESIGHT_SHARED");
        Assert.SkipWhen(string.IsNullOrEmpty(root), "FORESIGHT_SHARED is not set: the sources' real answers are not here.");
        return System.IO.Path.Combine([root!, .. parts]);
    }
}
