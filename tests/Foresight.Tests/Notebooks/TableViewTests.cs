using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Xunit;

namespace Foresight.Tests.Notebooks;

/// <summary>What a cell prints of a query's answer, whose assembly is referred to by its path, as in a notebook.</summary>
public sealed class TableViewTests
{
    [Theory]
    [InlineData(20, 20, null)]
    [InlineData(21, 20, "1 more rows")]
    [InlineData(100_000, 20, "99980 more rows")]
    public async Task Table_OfManyRows_IsShownUpToALimitAndSaysHowManyMore(int rows, int shown, string? rest)
    {
        var table = $"new TableColumn(\"n\", typeof(int), Enumerable.Range(0, {rows}).Select(n => (object)$\"r{{n}}\").ToList())";

        var (html, text) = await ShowAsync(table);

        Assert.Equal(shown, Regex.Count(html, "<td>"));
        Assert.Equal(shown, Regex.Count(text, "(?m)^r[0-9]+"));
        Assert.Equal(rest is not null, html.EndsWith($"<p>{rest}</p>", StringComparison.Ordinal));
        Assert.Equal(rest, text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1 + shown).SingleOrDefault());
    }

    [Theory]
    [InlineData("new string('x', 5_000_000)", "xxx…")]
    [InlineData("Enumerable.Repeat(\"å\", 1_000_000).ToList()", "å, å, å…")]
    [InlineData("\"short\"", "short")]
    public async Task Cell_OfALongText_IsCut(string value, string likeness)
    {
        var table = $"new TableColumn(\"text\", typeof(string), new object[] {{ {value} }})";

        var (html, text) = await ShowAsync(table);

        Assert.InRange(html.Length, 1, 1000);
        Assert.InRange(text.Length, 1, 1000);
        Assert.Equal(likeness.EndsWith('…'), text.TrimEnd().EndsWith('…'));
        Assert.Contains(likeness.TrimEnd('…'), text, StringComparison.Ordinal);
    }

    private static async Task<(string Html, string Text)> ShowAsync(string column)
    {
        var options = ScriptOptions.Default.WithImports("System.Collections.Generic", "System.Linq", "Foresight.Sdk", "Foresight.Notebooks")
            .WithReferences(typeof(object).Assembly, typeof(Enumerable).Assembly, typeof(global::Foresight.Sdk.Table).Assembly)
            .WithMetadataResolver(ScriptMetadataResolver.Default.WithBaseDirectory(Repository.Path("notebooks")));
        var script = $$"""
            #r "../artifacts/bin/Foresight.Notebooks/debug/Foresight.Notebooks.dll"
            var view = new TableView(new Table([{{column}}]));
            new[] { view.ToHtml(), view.ToString() }
            """;

        var shown = await CSharpScript.EvaluateAsync<string[]>(script, options, cancellationToken: TestContext.Current.CancellationToken);
        return (shown[0], shown[1]);
    }
}
