using Foresight.Engine.Signals;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Signals;

/// <summary>The rules of docs/methods/grading.md.</summary>
public sealed class GradingTests
{
    private static readonly Grading Grading = new(
    [
        Source("office", "SCB", Reliability.A), Source("office-2", "SCB", Reliability.A), Source("portal", "RKA", Reliability.B),
        Source("club", "Klubben", Reliability.C), Source("unknown", "Någon", Reliability.F),
    ]);

    [Theory]
    [InlineData("office", "A2", 1)]
    [InlineData("office portal", "B2", 2)]
    [InlineData("office office-2", "A2", 1)]
    [InlineData("portal office club", "C2", 3)]
    [InlineData("office unknown", "F2", 2)]
    [InlineData("office gone-from-the-policy", "F2", 2)]
    public void Grade_OfFigures_IsThatOfTheWeakestSource(string sources, string code, int publishers)
    {
        var graded = Grading.Grade(Found("indicator", "observations", sources));

        Assert.Equal((code, publishers), (SignalWords.Code(graded), graded.Publishers));
    }

    [Theory]
    [InlineData("attention", "office", 1, "A3")]
    [InlineData("attention", "office", 2, "A2")]
    [InlineData("attention", "office", 4, "A1")]
    [InlineData("attention", "office", 0, "A6")]
    [InlineData("date", "office", null, "A2")]
    [InlineData("attention", "*", null, "F3")]
    public void Grade_OfTexts_GoesByTheirPublishers(string kind, string sources, int? publishers, string code)
    {
        var graded = Grading.Grade(Found(kind, "documents", sources) with { Publishers = publishers });

        Assert.Equal(code, SignalWords.Code(graded));
    }

    [Fact]
    public void Grade_OfWhatMayBeChanceOrComes_IsPossibleOnly()
    {
        var sure = Found("indicator", "observations", "office") with { Figures = [new("p-value", 0.01), new("slope-per-year", 2) { Low = 1, High = 3 }] };

        Assert.Equal(2, Grading.Grade(sure).Credibility);
        Assert.Equal(3, Grading.Grade(sure with { Figures = [new("p-value", 0.2)] }).Credibility);
        Assert.Equal(3, Grading.Grade(sure with { Figures = [new("slope-per-year", 1) { Low = -1, High = 3 }] }).Credibility);
        Assert.Equal(2, Grading.Grade(sure with { Figures = [new("level", 1) { Low = -1, High = 3 }] }).Credibility);
        Assert.Equal(3, Grading.Grade(sure with { Kind = "forecast" }).Credibility);
        Assert.Equal(3, Grading.Grade(sure with { Uncertainty = Grade.High }).Credibility);
    }

    [Fact]
    public void Grade_ThatTheAnalysisGives_Stands()
    {
        var own = Found("indicator", "observations", "club") with { Reliability = Reliability.A, Credibility = 4, Publishers = 9 };

        Assert.Equivalent(own, Grading.Grade(own), strict: true);
    }

    [Fact]
    public void Grade_WithoutEvidence_CannotBeJudged() => Assert.Equal("F6", SignalWords.Code(Grading.Grade(Found("indicator", "observations", ""))));

    private static WatchedSource Source(string id, string producer, Reliability reliability) => new(id, new LocalText(id, id), producer, reliability);

    private static Signal Found(string kind, string view, string sources) => new()
    {
        Id = "a",
        Kind = kind,
        Headline = new LocalText("sv", "en"),
        Weight = 0.5,
        Evidence = [.. sources.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(source => new Evidence { View = view, Source = source, Record = "r" })],
    };
}
