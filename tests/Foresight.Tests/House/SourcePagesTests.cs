using System.Text.RegularExpressions;
using Foresight.Tests.Runs;
using Xunit;

namespace Foresight.Tests.House;

/// <summary>Whoever copies an entry out of a source's page gets a policy that holds.</summary>
public sealed partial class SourcePagesTests
{
    [Fact]
    public async Task Pages_OfTheSources_ShowAnEntryThatChecks()
    {
        var pages = Directory.GetFiles(Path.Combine(Repository.Root, "docs", "sources"), "*.md").Order().ToList();
        var entries = pages.ConvertAll(page => string.Concat(Yaml().Matches(File.ReadAllText(page)).Select(block => block.Groups["entries"].Value)));
        using var workspace = new TestWorkspace().Source("first", "feed", "url: https://feeds.example.org/first").Write(string.Concat(entries));

        var check = await ForesightCommand.RunAsync("check", "--data", workspace.Data);

        Assert.Equal([], pages.Where((_, i) => entries[i].Length == 0).Select(Path.GetFileName));
        Assert.True(check.ExitCode == 0, check.ToString());
    }

    [GeneratedRegex("```yaml\\n(?<entries>  - id: .+?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Yaml();
}
