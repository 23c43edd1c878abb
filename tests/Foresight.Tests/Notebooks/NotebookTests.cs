using System.Text.Json;
using Foresight.Tests.Runs;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Xunit;

namespace Foresight.Tests.Notebooks;

/// <summary>Runs the cells of each notebook with Roslyn scripting, as the kernel does: one after the other, in one state.</summary>
[Collection(SampleRunCollection.Name)]
public sealed class NotebookTests
{
    // What the kernel opens by itself.
    private static readonly string[] Imports =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Text", "System.Threading.Tasks"];

    public static TheoryData<string> Notebooks =>
        [.. Directory.EnumerateFiles(Repository.Path("notebooks"), "*.ipynb").Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task Notebook_CellByCell_RunsAndShowsItsObjects(string name)
    {
        var (_, cells) = await SamplesStoreAsync(name);
        var options = ScriptOptions.Default.WithImports(Imports).WithFilePath(Repository.Path("notebooks", name))
            .WithReferences(typeof(object).Assembly, typeof(Enumerable).Assembly)
            .WithMetadataResolver(ScriptMetadataResolver.Default.WithBaseDirectory(Repository.Path("notebooks")));
        var shown = new List<string>();

        ScriptState<object>? state = null;
        foreach (var cell in cells)
        {
            state = state is null
                ? await CSharpScript.RunAsync<object>(cell, options, cancellationToken: TestContext.Current.CancellationToken)
                : await state.ContinueWithAsync<object>(cell, options, TestContext.Current.CancellationToken);
            shown.Add(Show(state.ReturnValue));
        }

        Assert.Equal(cells.Count, shown.Count);
        Assert.Contains(shown, html => html.StartsWith("<table>", StringComparison.Ordinal));
        Assert.Equal(2, shown.Count(html => html.StartsWith("<figure", StringComparison.Ordinal)));
    }

    // A notebook reads the workspace's own samples store, so it must be there: the command makes it, or finds nothing new.
    private static async Task<(CommandResult Run, IReadOnlyList<string> Cells)> SamplesStoreAsync(string name)
    {
        var run = await ForesightCommand.RunAsync("run", "--policy", "vanersborg", "--samples");
        Assert.True(run.ExitCode == 0, run.ToString());
        using var notebook = JsonDocument.Parse(await File.ReadAllTextAsync(Repository.Path("notebooks", name)));
        return (run, [.. notebook.RootElement.GetProperty("cells").EnumerateArray()
            .Where(cell => cell.GetProperty("cell_type").GetString() == "code")
            .Select(cell => string.Concat(cell.GetProperty("source").EnumerateArray().Select(line => line.GetString())))]);
    }

    // The kernel finds a type's formatter by the name of its attribute; so does this.
    private static string Show(object? value)
    {
        var attribute = value?.GetType().GetCustomAttributes(inherit: true).FirstOrDefault(a => a.GetType().Name == "TypeFormatterSourceAttribute");
        if (attribute is null)
        {
            return value?.ToString() ?? "";
        }

        var source = Activator.CreateInstance((Type)attribute.GetType().GetProperty("FormatterSourceType")!.GetValue(attribute)!)!;
        var formatters = (IEnumerable<object>)source.GetType().GetMethod("CreateTypeFormatters")!.Invoke(source, null)!;
        var html = formatters.Single(formatter => (string)formatter.GetType().GetProperty("MimeType")!.GetValue(formatter)! == "text/html");
        using var writer = new StringWriter();
        Assert.True((bool)html.GetType().GetMethod("Format")!.Invoke(html, [value, writer])!);
        return writer.ToString();
    }
}
