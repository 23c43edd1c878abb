using System.Text.Json;
using Foresight.Engine.Briefs;
using Xunit;

namespace Foresight.Tests.Briefs;

/// <summary>The way back from every line and number to the bytes.</summary>
public sealed class BriefEvidenceTests
{
    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public async Task Numbers_OfFindings_AreAllAccountedFor(string language)
    {
        using var tables = SomeBrief.Tables();

        using var brief = await BriefFolder.WriteAsync(SomeBrief.Input(tables, language));

        Assert.Empty(brief.Result.Untraced);
        var findings = brief.Evidence.GetProperty("findings").EnumerateArray().ToDictionary(finding => finding.GetProperty("mark").GetInt32());
        foreach (var line in brief.Page.QuerySelectorAll(".findings li"))
        {
            var finding = findings[int.Parse(line.Id!.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture)];
            var text = finding.GetProperty("text").GetString()!;
            Assert.StartsWith(text, line.QuerySelector(".sentence")!.TextContent, StringComparison.Ordinal);
            var printed = PrintedNumber.In(text + " " + finding.GetProperty("caveat").GetString(), language).Select(number => number.Text);
            Assert.Equal(printed, finding.GetProperty("numbers").EnumerateArray().Select(number => number.GetProperty("printed").GetString()!));
            Assert.All(finding.GetProperty("numbers").EnumerateArray(), number =>
                Assert.True(number.GetProperty("records").GetArrayLength() > 0 || number.GetProperty("how").GetString() is "name" or "date", number.ToString()));
        }
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public async Task Numbers_OfChartTables_AreAllAccountedFor(string language)
    {
        using var tables = SomeBrief.Tables();

        using var brief = await BriefFolder.WriteAsync(SomeBrief.Input(tables, language));

        foreach (var (figure, chart) in brief.Page.QuerySelectorAll("figure").Zip(brief.Evidence.GetProperty("charts").EnumerateArray()))
        {
            var records = chart.GetProperty("records").EnumerateArray().ToList();
            var values = chart.GetProperty("series").EnumerateArray().SelectMany(series => series.GetProperty("points").EnumerateArray())
                .Where(point => point.GetProperty("value").ValueKind == JsonValueKind.Number)
                .Select(point =>
                {
                    Assert.All(point.GetProperty("records").EnumerateArray(), place =>
                        Assert.Equal(point.GetProperty("value").GetDouble(), records[place.GetInt32()].GetProperty("value").GetDouble(), 9));
                    Assert.NotEqual(0, point.GetProperty("records").GetArrayLength());
                    return point.GetProperty("value").GetDouble();
                }).ToList();
            var cells = figure.QuerySelectorAll("td.number").SelectMany(cell => PrintedNumber.In(cell.TextContent, language)).ToList();
            Assert.Equal(values.Count, cells.Count);
            Assert.All(cells, cell => Assert.Contains(values, cell.Is));
        }
    }

    [Fact]
    public async Task Records_OfItemsAndFindings_LeadToTheKeptFile()
    {
        using var tables = SomeBrief.Tables();

        using var brief = await BriefFolder.WriteAsync(SomeBrief.Input(tables, "sv"));

        var evidence = brief.Evidence;
        var answers = evidence.GetProperty("answers").EnumerateArray().ToDictionary(answer => answer.GetProperty("id").GetString()!);
        var item = evidence.GetProperty("items")[0].GetProperty("record");
        Assert.Equal("d4", item.GetProperty("record").GetString());
        Assert.Equal("load-regeringen", item.GetProperty("load").GetString());
        Assert.Equal(FakeTables.Sha("regeringen"), item.GetProperty("sha256").GetString());
        Assert.Equal("https://example.org/answers/regeringen", answers[item.GetProperty("answer").GetString()!].GetProperty("url").GetString());
        var figure = evidence.GetProperty("findings")[2].GetProperty("records")[0];
        Assert.Equal(FakeTables.Sha("kolada"), figure.GetProperty("sha256").GetString());
        Assert.Equal($"raw/kolada/2026/09/05/{FakeTables.Sha("kolada")}.txt", figure.GetProperty("path").GetString());
        Assert.Equal("2", evidence.GetProperty("brief").GetProperty("policy").GetProperty("version").GetString());
        Assert.Equal("m1", evidence.GetProperty("brief").GetProperty("model").GetString());
    }

    [Fact]
    public async Task Number_WithoutEvidence_IsReported()
    {
        using var tables = SomeBrief.Tables();
        var input = SomeBrief.Input(tables, "sv");
        var signal = input.Signals[0] with { Id = "made-up", Headline = SomeBrief.Same("Det blev 77 fler.") };

        using var brief = await BriefFolder.WriteAsync(input with { Signals = [signal] });

        Assert.Equal(["finding made-up: 77"], brief.Result.Untraced);
        Assert.Equal("untraced", brief.Evidence.GetProperty("findings")[0].GetProperty("numbers")[0].GetProperty("how").GetString());
    }

    [Theory]
    [InlineData("sv", "från 12\u00A0345,6 till \u22123 (18–65 år, CO2e, N00401)", "12\u00A0345,6|3|18|65")]
    [InlineData("en", "from 12,345.6 to \u22123 (aged 18–65, CO2e, N00401), 7.", "12,345.6|3|18|65|7")]
    [InlineData("sv", "3, 4 och 5. 2026-Q3", "3|4|5|2026")]
    public void In_ASentence_FindsTheNumbersAndNotTheNames(string language, string sentence, string numbers)
    {
        var found = PrintedNumber.In(sentence, language);

        Assert.Equal(numbers, string.Join('|', found.Select(number => number.Text)));
    }

    [Theory]
    [InlineData("12 %", 0.123, true)]
    [InlineData("12 procent", 12.4, true)]
    [InlineData("1,5 miljoner", 1_476_140, true)]
    [InlineData("3,0", -2.96, true)]
    [InlineData("3,0", 3.06, false)]
    public void Is_AValueRoundedAsPrinted(string printed, double value, bool same)
    {
        var number = PrintedNumber.In(printed, "sv")[0];

        Assert.Equal(same, number.Is(value));
    }
}
