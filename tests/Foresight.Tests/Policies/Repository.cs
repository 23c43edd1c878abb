using System.Runtime.CompilerServices;

namespace Foresight.Tests.Policies;

/// <summary>The folders of this repository, found from this file's place in it.</summary>
internal static class Repository
{
    public static string PathOf(params string[] parts) => Path.Combine([Root(), .. parts]);

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
}
