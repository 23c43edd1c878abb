using Foresight.Engine;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Briefs;

public class StaleFiguresTests
{
    [Theory]
    [InlineData("2025", "2026-06-26", null, true)]
    [InlineData("2025", null, null, false)]
    [InlineData("2024", "2026-06-26", null, false)]
    [InlineData("2024", "2026-06-26", 2025, true)]
    [InlineData("halvår", "2026-06-26", null, false)]
    public async Task Read_NewestFigureOf2024_IsStaleOnceALaterOneIsPublished(string period, string? published, int? byPolicy, bool isStale)
    {
        using var tables = new FakeTables().Figure("kolada", "N00", "0001", 2023, 1).Figure("kolada", "N00", "0001", 2024, 2)
            .Figure("kolada", "N00", "0001", 2025, null).Figure("kolada", "N00", "0002", 2025, 3).Release("N00", "2023", "2025-06-26").Release("N00", period, published);

        var told = await StaleFigures.ReadAsync(tables, Policy(byPolicy));

        Assert.Equal(isStale ? "For 1 of 1 indicators the source has newer figures than those held here." : null, told?.En);
    }

    private static Policy Policy(int? published) => SomeBrief.Policy with
    {
        Places = [SomeBrief.Policy.Places[0] with { Codes = new Dictionary<string, IReadOnlyList<PlaceCode>> { ["kolada"] = [new PlaceCode("0001")] } }],
        Indicators = [SomeBrief.Policy.Indicators[0] with { Published = published }],
    };
}
