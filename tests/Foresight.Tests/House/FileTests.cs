using System.Text.RegularExpressions;
using Xunit;

namespace Foresight.Tests.House;

public sealed partial class FileTests
{
    private static readonly string[] TextFiles =
    [
        ".cs", ".csproj", ".props", ".targets", ".sln", ".md", ".txt", ".json", ".yaml", ".yml", ".xml", ".csv", ".hbs", ".html", ".css",
        ".config", ".editorconfig", ".ipynb", ".sh", ".py", "",
    ];

    [Theory]
    [InlineData("core")]
    [InlineData("plugins")]
    public void Code_NineteenFilesInTwenty_HaveFewerThan300Lines(string folder)
    {
        var files = Repository.Files(folder, "*.cs");

        string[] tooLong = [.. files.Where(file => Repository.Lines(file).Length >= 300)];

        Assert.True(tooLong.Length * 20 <= files.Count,
            $"{tooLong.Length} of {files.Count} files in {folder} have 300 lines or more: {string.Join(", ", tooLong)}.");
    }

    [Fact]
    public void Code_NoFileIsNamedForNothing()
    {
        var faults = Repository.Files("", "*.cs").Where(file => NamedForNothing().IsMatch(file))
            .Select(file => $"{file}: name it for what it knows or does, not Helper, Util, Manager or Common.");

        Assert.Empty(faults);
    }

    [Fact]
    public void TextFiles_NameNoMachineAndNoRegistry()
    {
        var faults = Repository.Files("").Where(file => TextFiles.Contains(Path.GetExtension(file)))
            .SelectMany(file => Repository.Lines(file).Select((line, index) => (file, line, number: index + 1)))
            .Where(place => PlaceOfOneMachine().IsMatch(place.line))
            .Select(place => $"{place.file}:{place.number} names a path of one machine, or a package registry: {PlaceOfOneMachine().Match(place.line).Value}");

        Assert.Empty(faults);
    }

    [Fact]
    public void BannedSymbols_HoldTheClockTheClientAndTheExit()
    {
        var banned = Repository.Lines("BannedSymbols.txt").Select(line => line.Split(';')[0]);

        string[] expected =
        [
            "P:System.DateTime.Now", "P:System.DateTime.UtcNow", "P:System.DateTime.Today", "P:System.DateTimeOffset.Now",
            "P:System.DateTimeOffset.UtcNow", "M:System.Net.Http.HttpClient.#ctor", "M:System.Environment.Exit(System.Int32)",
        ];
        Assert.Empty(expected.Except(banned));
    }

    [Fact]
    public void BannedSymbols_EachSaysWhatToDoInstead()
    {
        Assert.DoesNotContain(Repository.Lines("BannedSymbols.txt"), line => line.Split(';', 2) is not [_, { Length: > 10 }]);
    }

    [GeneratedRegex(@"(Helper|Helpers|Util|Utils|Utilities|Manager|Common)\.cs$", RegexOptions.CultureInvariant)]
    private static partial Regex NamedForNothing();

    // A slash after a letter, a digit, a dot or another slash belongs to a URL or a longer path.
    [GeneratedRegex(@"(?<![\w.:/*-])/(work|root|tmp/wt|home/\w+)/|(api\.nuget|registry\.npmjs)\.org|<add [^>]*value=""http", RegexOptions.CultureInvariant)]
    private static partial Regex PlaceOfOneMachine();
}
