using Foresight.Tests.Runs;
using Xunit;

namespace Foresight.Tests.Cli;

/// <summary>A call that cannot be done ends with 2, says why in a sentence on the error stream, and answers nothing.</summary>
public sealed class WrongCallTests
{
    [Theory]
    [InlineData("nosuch", "nosuch")]
    [InlineData("run --nosuch", "--nosuch")]
    [InlineData("run --samples --language fr", "fr")]
    [InlineData("run --samples --replay map.json", "exclude each other")]
    [InlineData("query", "sql")]
    [InlineData("check --data no-such-folder", "no-such-folder")]
    [InlineData("sources --samples --policy no-such-policy", "no-such-policy")]
    [InlineData("plugins --plugins no-such-folder", "no-such-folder")]
    [InlineData("preview no-such-file.xml", "no-such-file.xml")]
    [InlineData("classify eval --samples --labels no-such-file.csv", "no-such-file.csv: there is no such file")]
    [InlineData("classify eval --samples --labels README.md --group weekday", "weekday")]
    [InlineData("classify eval --model docs", "--model needs --labels")]
    [InlineData("classify eval --model docs --labels README.md", "docs holds no model")]
    [InlineData("classify train --labels README.md", "--labels and --model go together")]
    [InlineData("classify train --model new-model", "--labels and --model go together")]
    [InlineData("classify train --labels no-such-file.csv --model new-model", "no-such-file.csv")]
    [InlineData("classify train --labels docs --model new-model", "docs: this is a folder")]
    [InlineData("classify train --labels no-such-file.csv --model docs", "docs holds other files than a model's")]
    [InlineData("classify train --labels no-such-file.csv --model new-model --with nosuch=1", "nosuch")]
    [InlineData("classify apply --model docs --in a.csv --out a.csv", "the same file")]
    [InlineData("classify label --samples", "Give an ID with --labels, or a sheet with --from FILE")]
    [InlineData("classify label --samples --labels none --as AB", "--labels needs an ID")]
    [InlineData("classify label --samples no/such --labels none --as a@example.org", "e-mail address")]
    [InlineData("classify label --samples no/such --labels none --as AB", "There is no document 'no/such'")]
    [InlineData("classify label --samples no/such --labels sea --as AB", "--labels: the label 'sea' is unknown")]
    [InlineData("classify label --samples --from no-such-file.csv --as AB", "no-such-file.csv: there is no such file")]
    [InlineData("classify label --samples --from no-such-file.csv --labels none", "--from names the documents")]
    [InlineData("classify queue --samples --csv no-such-folder/sheet.csv", "no-such-folder/sheet.csv: there is no such folder")]
    [InlineData("classify queue --samples --language fr", "fr")]
    [InlineData("classify queue --samples --area sea", "no focus area 'sea'")]
    [InlineData("analyse --samples --area sea", "no focus area 'sea'")]
    [InlineData("signals list --samples --since yesterday", "give a day such as")]
    [InlineData("signals list --samples --level wave", "wave")]
    [InlineData("signals rate x --samples --confirm --reject --as AB", "exclude each other")]
    [InlineData("coverage --samples --by publisher", "--by takes source, language, region or month")]
    [InlineData("coverage --samples --area sea", "no focus area 'sea'")]
    [InlineData("coverage --samples --months 0", "--months takes 1 to 600")]
    [InlineData("preview README.md", "No source recognises README.md")]
    [InlineData("preview docs", "docs: this is a folder")]
    [InlineData("preview http://127.0.0.1:1/feed", "could not be reached")]
    public async Task Command_CalledWrongly_EndsWith2AndOneSentence(string call, string expected)
    {
        var args = call.Split(' ');

        var result = await ForesightCommand.RunAsync(args);

        AssertRefused(result, expected);
    }

    [Theory]
    [InlineData("select nonsense", "", "nonsense")]
    [InlineData("select 1", "blah", "'blah' is no version")]
    [InlineData("select 1", "v9999", "v9999")]
    public async Task Query_ThatCannotBeAnswered_EndsWith2AndOneSentence(string sql, string at, string expected)
    {
        using var workspace = new TestWorkspace().Source("prov", "feed", "url: https://feeds.example.org/prov").Write();

        var result = await ForesightCommand.RunAsync(["query", sql, .. workspace.Options, .. at.Length > 0 ? ["--at", at] : Array.Empty<string>()]);

        AssertRefused(result, expected);
    }

    [Theory]
    [InlineData("{ bad", "line 1")]
    [InlineData("{ \"answers\": [] }", "asOf")]
    [InlineData("{ \"asOf\": \"later\", \"answers\": [] }", "later")]
    [InlineData("{ \"asOf\": \"2026-09-05\", \"answers\": [ { \"url\": \"*\", \"file\": \"none.xml\" } ] }", "none.xml")]
    [InlineData("{ \"asOf\": \"2026-09-05\", \"answers\": [ { \"url\": \"*\", \"file\": \"map.json\", \"status\": 7 } ] }", "status 7")]
    public async Task Ingest_WithABadMap_EndsWith2AndOneSentence(string map, string expected)
    {
        using var workspace = new TestWorkspace().Source("prov", "feed", "url: https://feeds.example.org/prov").Write();
        await File.WriteAllTextAsync(workspace.Map, map, TestContext.Current.CancellationToken);

        var result = await ForesightCommand.RunAsync(["ingest", .. workspace.Options]);

        AssertRefused(result, expected);
    }

    private static void AssertRefused(CommandResult result, string expected)
    {
        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.Equal("", result.Out);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }
}
