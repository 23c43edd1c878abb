using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Xml.Linq;
using Foresight.Engine.Charts;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Charts;

public sealed class ChartRendererTests
{
    public static TheoryData<ChartKind> Kinds => [.. Enum.GetValues<ChartKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Render_SameDataInAnotherCulture_GivesTheSameBytes(ChartKind kind)
    {
        var spec = SomeChart.Of(kind);
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        other.NumberFormat.NumberDecimalSeparator = ",";
        other.NumberFormat.NegativeSign = "\u2212";
        other.DateTimeFormat.DateSeparator = ".";

        var first = ChartRenderer.Render(spec, "sv", SomeChart.FocusAreas);
        var second = In(other, () => ChartRenderer.Render(spec, "sv", SomeChart.FocusAreas));

        Assert.Equal(first.Png, second.Png);
        Assert.Equal(first.Svg, second.Svg);
        Assert.Equal(first.Csv, second.Csv);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Render_EachKind_LaysOutAsApproved(ChartKind kind)
    {
        var request = new ChartRequest(SomeChart.Of(kind), "sv", SomeChart.FocusAreas, Standalone: false);
        using var sheet = ChartRenderer.Draw(request);
        var chart = ChartRenderer.Render(SomeChart.Of(kind), "sv", SomeChart.FocusAreas);

        var summary = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{sheet.Width} x {sheet.Height}\n");
        foreach (var text in sheet.Texts)
        {
            summary.Append(CultureInfo.InvariantCulture, $"{text.X,4:0} {text.Baseline,4:0} {(text.Bold ? 'b' : ' ')} {text.Text}\n");
        }

        summary.Append('\n').Append(chart.AltLong).Append("\n\n").Append(chart.Csv.ReplaceLineEndings("\n"));
        AssertApproved(kind.ToString(), summary.ToString());
    }

    [Fact]
    public void Draw_ColumnsOfCounts_HaveWholeTicks()
    {
        // Twelve at most: a fifth of it would be steps of two and a half.
        var counts = SomeChart.StackedColumns with
        {
            Series = [SomeChart.StackedColumns.Series[0] with { Points = [.. SomeChart.StackedColumns.Series[0].Points.Select((point, month) => point with { Value = month + 4 })] }],
        };

        using var sheet = ChartRenderer.Draw(new ChartRequest(counts, "sv", SomeChart.FocusAreas, Standalone: false));

        Assert.Equal(["0", "5", "10", "15"], sheet.Texts.Select(text => text.Text).Where(text => text.All(letter => char.IsDigit(letter) || letter == ',') && text.Length < 4));
    }

    [Fact]
    public void Draw_WeeksWithAMarkedStretch_NamesMonthsAndSaysWhatIsMarked()
    {
        var weeks = Enumerable.Range(0, 52).Select(week => Period.Parse(new DateOnly(2025, 9, 7).AddDays(7 * week).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        var spec = SomeChart.Line with
        {
            Series = [new ChartSeries
            {
                Name = "Klimat",
                Emphasis = Emphasis.FocusArea,
                FocusArea = "climate",
                Points = [.. weeks.Select((week, i) => new ChartPoint
                {
                    Label = week.Text, Period = week, Value = i < 50 ? 6 : 24, Mark = i < 50 ? PointMark.None : PointMark.Highlight, Note = i < 50 ? null : "fler än vanligt",
                })],
            }],
        };

        using var sheet = LineDrawing.Draw(new ChartRequest(spec, "sv", SomeChart.FocusAreas, Standalone: false));

        Assert.Single(sheet.Texts, text => text.Text == "fler än vanligt");
        Assert.Equal(["okt", "nov", "dec", "jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug"], sheet.Texts.Select(text => text.Text).Where(text => text.Length == 3 && text.All(char.IsLetter)));
        Assert.All(sheet.Texts, text => Assert.True(text.Baseline <= sheet.Height, $"{text.Text} is below the picture's edge."));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Render_EachKind_GivesAnAccessibleSvgThatNeedsNoFont(ChartKind kind)
    {
        var svg = XDocument.Parse(ChartRenderer.Render(SomeChart.Of(kind), "sv", SomeChart.FocusAreas).Svg).Root!;

        Assert.Equal("img", svg.Attribute("role")?.Value);
        Assert.Equal("sv", svg.Attribute("lang")?.Value);
        Assert.Contains("Åtgärder för ökad öppenhet", svg.Element(svg.Name.Namespace + "title")!.Value, StringComparison.Ordinal);
        Assert.NotEmpty(svg.Element(svg.Name.Namespace + "desc")!.Value);
        Assert.Empty(svg.Descendants(svg.Name.Namespace + "text"));
        Assert.True(svg.ToString().Length < 300_000);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Render_Languages_BothAreDrawnToo(ChartKind kind)
    {
        var english = ChartRenderer.Render(SomeChart.Of(kind), "en", SomeChart.FocusAreas, standalone: true);

        Assert.Equal(HouseStyle.Width + (2 * HouseStyle.StandaloneMargin), english.Width);
        Assert.StartsWith("\u0089PNG", Encoding.Latin1.GetString(english.Png), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Draw_EachKind_NoTwoTextsOverlap(ChartKind kind)
    {
        using var sheet = ChartRenderer.Draw(new ChartRequest(SomeChart.Of(kind), "sv", SomeChart.FocusAreas, Standalone: true));

        var boxes = sheet.Texts.Select(text => new SkiaSharp.SKRect(
            text.X, text.Baseline - (text.Size * 0.72f), text.X + HouseFont.Measure(text.Text, text.Size, text.Bold), text.Baseline)).ToArray();
        var overlaps = from one in Enumerable.Range(0, boxes.Length)
                       from other in Enumerable.Range(one + 1, boxes.Length - one - 1)
                       where boxes[one].IntersectsWith(boxes[other])
                       select $"{sheet.Texts[one].Text} / {sheet.Texts[other].Text}";

        Assert.Empty(overlaps);
    }

    [Fact]
    public void Render_TwoChartsInOnePage_ShareNoId()
    {
        var ids = new[] { SomeChart.Line, SomeChart.Bars }
            .SelectMany(spec => XDocument.Parse(ChartRenderer.Render(spec, "sv").Svg).Descendants().Attributes("id").Select(id => id.Value)).ToArray();

        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("title")]
    [InlineData("subtitle")]
    [InlineData("source line")]
    [InlineData("evidence")]
    [InlineData("point")]
    public void Render_WithoutWhatEveryChartMustHave_IsRefusedWithASentence(string missing)
    {
        var spec = missing switch
        {
            "title" => SomeChart.Bars with { Title = " " },
            "subtitle" => SomeChart.Bars with { Subtitle = "" },
            "source line" => SomeChart.Bars with { SourceLine = "" },
            "evidence" => SomeChart.Bars with { Evidence = [] },
            _ => SomeChart.Bars with { Series = [new ChartSeries { Name = "Tom", Points = [new ChartPoint { Label = "Hemby" }] }] },
        };

        var refusal = Assert.Throws<ArgumentException>(() => ChartRenderer.Render(spec, "sv"));

        Assert.Contains("has no " + missing, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_CellThatBeginsLikeAFormula_IsEscapedButNumbersAreNot()
    {
        var spec = SomeChart.Bars with
        {
            Series =
            [
                new ChartSeries
                {
                    Name = "Värde, \"nytt\"",
                    Points = [new ChartPoint { Label = "=cmd|' /C calc'!A0", Value = -1.5 }, new ChartPoint { Label = "@sum", Value = 1234567.25 }],
                },
            ],
        };

        var lines = ChartRenderer.Render(spec, "sv").Csv.Split("\r\n");

        Assert.Equal("Kategori,\"Värde, \"\"nytt\"\" (euro per invånare)\"", lines[0]);
        Assert.Equal("'=cmd|' /C calc'!A0,-1.5", lines[1]);
        Assert.Equal("'@sum,1234567.25", lines[2]);
    }

    [Fact]
    public void HeatMap_SilentAndNotWatched_AreToldApartInTableCsvAndWords()
    {
        var chart = ChartRenderer.Render(SomeChart.HeatMap, "sv");

        Assert.Equal(["Nätverken", "källan tyst eller oläsbar"], chart.Table.Rows[2].Take(2));
        Assert.Equal(["Parlamentet", "inte bevakat"], chart.Table.Rows[3].Take(2));
        Assert.Contains("\r\nParlamentet,,,,", chart.Csv, StringComparison.Ordinal);
        Assert.Contains("Klimat: Regeringen 3; bevakat, inget kom: En källa vars namn är så långt att det måste brytas på flera rader; källan tyst eller oläsbar: Nätverken; inte bevakat: Parlamentet.", chart.AltLong, StringComparison.Ordinal);
    }

    [Fact]
    public void HeatMap_CellsTooNarrowForAValue_LeaveItToShadeAndTable()
    {
        var narrow = SomeChart.HeatMap with { Series = [.. Enumerable.Range(0, 60).Select(i => SomeChart.HeatMap.Series[0] with { Name = "." + new string('i', i % 2) })] };

        using var sheet = ChartRenderer.Draw(new ChartRequest(narrow, "sv", SomeChart.FocusAreas, Standalone: false));

        Assert.DoesNotContain(sheet.Texts, text => text.Text == "112");
    }

    [Fact]
    public void HeatMap_ValueBelowZero_IsRefused()
    {
        var below = SomeChart.HeatMap with { Series = [SomeChart.HeatMap.Series[0] with { Points = [new ChartPoint { Label = "a", Value = -1 }] }] };

        var refusal = Assert.Throws<ArgumentException>(() => ChartRenderer.Render(below, "sv"));

        Assert.Contains("below zero", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_MissingValue_SaysNoDataAndNeverZero()
    {
        var table = ChartRenderer.Render(SomeChart.Bars, "sv").Table;

        var row = Assert.Single(table.Rows, row => row[0] == "Öby");
        Assert.Equal("ingen uppgift", row[1]);
        Assert.Equal("inget i uppgifterna", row[2]);
    }

    private static T In<T>(CultureInfo culture, Func<T> act)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            return act();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static void AssertApproved(string name, string received, [CallerFilePath] string here = "")
    {
        var path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "fixtures", "charts", name + ".approved.txt"));
        var approved = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        if (approved != received)
        {
            File.WriteAllText(path.Replace(".approved.", ".received.", StringComparison.Ordinal), received);
        }

        Assert.Equal(approved, received);
    }
}
