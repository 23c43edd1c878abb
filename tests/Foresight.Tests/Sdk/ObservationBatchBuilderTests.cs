using CsCheck;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Sdk;

public sealed class ObservationBatchBuilderTests
{
    [Fact]
    public void Build_Rows_AreColumnsOfCodes()
    {
        var builder = new ObservationBatchBuilder("trade", Dimension.RefArea, Dimension.Product);
        builder.Add(Period.Year(2025), 1.5, null, Presence.Present, "SE", "TOTAL");
        builder.Add(Period.Year(2026), 2.5, "p", Presence.Present, "SE", null);

        var batch = builder.Build(new Cursor("2026"), [new Rejection("line 3", "No figure.")]);

        Assert.Equal("trade", batch.Dataset);
        Assert.Equal(2, batch.Count);
        Assert.Equal([1.5, 2.5], batch.Values.ToArray());
        Assert.Equal([Period.Year(2025), Period.Year(2026)], Rows(batch.Periods));
        Assert.Equal(["SE"], batch.Dimensions[Dimension.RefArea].Values);
        Assert.Equal([0, 0], batch.Dimensions[Dimension.RefArea].Codes.ToArray());
        Assert.Equal([0, -1], batch.Dimensions[Dimension.Product].Codes.ToArray());
        Assert.Equal([-1, 0], batch.Status!.Codes.ToArray());
        Assert.Equal("2026", batch.Next?.Value);
        Assert.Equal("line 3", Assert.Single(batch.Rejections).Where);
    }

    [Theory]
    [InlineData(null, Presence.Confidential, Presence.Confidential)]
    [InlineData(null, Presence.Present, Presence.Missing)]
    [InlineData(double.NaN, Presence.Present, Presence.Missing)]
    [InlineData(double.NaN, Presence.NotApplicable, Presence.NotApplicable)]
    [InlineData(0.0, Presence.Missing, Presence.Present)]
    public void Add_ValueAndPresence_AgreeInTheBatch(double? value, Presence given, Presence expected)
    {
        var builder = new ObservationBatchBuilder("trade");
        builder.Add(Period.Year(2026), value, "", given);

        var batch = builder.Build();

        Assert.Equal(expected, Assert.Single(batch.Presences.ToArray()));
        Assert.Equal(expected != Presence.Present, double.IsNaN(Assert.Single(batch.Values.ToArray())));
        Assert.Empty(batch.Status!.Values);
    }

    [Fact]
    public void Add_WrongNumberOfCodes_IsRefusedAndLeavesTheBuilderWhole()
    {
        var builder = new ObservationBatchBuilder("trade", Dimension.RefArea);

        var fault = Assert.Throws<ArgumentException>(() => builder.Add(Period.Year(2026), 1, null, Presence.Present, "SE", "DK"));

        Assert.StartsWith("trade has 1 dimensions, the row has 2.", fault.Message, StringComparison.Ordinal);
        Assert.Equal(0, builder.Build().Periods.Codes.Length);
    }

    [Fact]
    public void Build_Twice_StartsAnew()
    {
        var builder = new ObservationBatchBuilder("trade", Dimension.RefArea);
        builder.Add(Period.Year(2025), 1, "p", Presence.Present, "SE");
        var first = builder.Build();
        builder.Add(Period.Year(2026), 2, null, Presence.Present, "DK");

        var second = builder.Build();

        Assert.Equal(["SE"], first.Dimensions[Dimension.RefArea].Values);
        Assert.Equal(["DK"], Rows(second.Dimensions[Dimension.RefArea]));
        Assert.Equal([2.0], second.Values.ToArray());
        Assert.Empty(second.Status!.Values);
        Assert.Equal(0, builder.Count);
    }

    [Fact]
    public void Build_AnyRows_GivesBackEachCodeInItsRow()
    {
        Gen.OneOf<string?>("SE", "DK", "NO", null).Array[0, 50].Sample(areas =>
        {
            var builder = new ObservationBatchBuilder("trade", Dimension.RefArea);
            foreach (var area in areas)
            {
                builder.Add(Period.Year(2026), 1, area, Presence.Present, area);
            }

            var batch = builder.Build();

            return Rows(batch.Dimensions[Dimension.RefArea]).SequenceEqual(areas)
                && Rows(batch.Status!).SequenceEqual(areas)
                && batch.Dimensions[Dimension.RefArea].Values.Count == areas.OfType<string>().Distinct().Count();
        });
    }

    private static T?[] Rows<T>(CodedColumn<T> column) => [.. column.Codes.ToArray().Select(code => code < 0 ? default : column.Values[code])];
}
