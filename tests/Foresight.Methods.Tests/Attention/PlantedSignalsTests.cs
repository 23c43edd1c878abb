using Foresight.Methods.Attention;
using Foresight.Methods.Tests.Attention.Planted;
using Xunit;

namespace Foresight.Methods.Tests.Attention;

/// <summary>Holds the table in docs/methods/attention.md to a floor, on a few of its years.</summary>
public sealed class PlantedSignalsTests
{
    private static readonly PlantedResult[] Years =
        [.. Enumerable.Range(1, 30).Select(seed => PlantedWatch.Run(new PlantedYear((ulong)seed), (relevant, documents) => ReferenceBursts.Find(relevant, documents), 0.05, 2.5))];

    [Theory]
    [InlineData(nameof(SeriesKind.Area), 2, 0.65)]
    [InlineData(nameof(SeriesKind.Area), 3, 0.95)]
    [InlineData(nameof(SeriesKind.Topic), 3, 0.8)]
    [InlineData(nameof(SeriesKind.Topic), 5, 0.95)]
    public void Bursts_OfThreeWeeksOrMore_AreFound(string kind, double strength, double floor)
    {
        PlantedFind[] hidden = [.. Years.SelectMany(year => year.Bursts).Where(find => find.Signal.Kind.ToString() == kind && find.Signal.Strength == strength && find.Signal.Length >= 3)];

        Assert.True(hidden.Length >= 5);
        Assert.InRange(hidden.Average(find => find.Found ? 1 : 0), floor, 1);
    }

    [Theory]
    [InlineData(nameof(SeriesKind.Area), 0.1)]
    [InlineData(nameof(SeriesKind.Topic), 0.15)]
    [InlineData(nameof(SeriesKind.Term), 0.1)]
    public void FalseAlarms_WhereNothingDrifts_AreFew(string kind, double perMonth) =>
        Assert.InRange(Years.Average(year => year.FalseBursts.Count(signal => signal.Kind.ToString() == kind && !signal.IsDrift)) / PlantedWatch.Months, 0, perMonth);

    [Fact]
    public void Drifts_ToTwiceTheShareOfAnArea_AreFound()
    {
        PlantedFind[] hidden = [.. Years.SelectMany(year => year.Drifts).Where(find => find.Signal.Kind == SeriesKind.Area && find.Signal.Strength >= 2)];

        Assert.True(hidden.Length >= 5);
        Assert.InRange(hidden.Average(find => find.Found ? 1 : 0), 0.9, 1);
    }
}
