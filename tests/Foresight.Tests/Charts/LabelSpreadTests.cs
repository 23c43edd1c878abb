using CsCheck;
using Foresight.Engine.Charts;
using Xunit;

namespace Foresight.Tests.Charts;

public sealed class LabelSpreadTests
{
    [Fact]
    public void Apart_AnyLabelsWithRoom_NeverOverlapAndKeepTheirOrder() =>
        Gen.Select(Gen.Float[0, 400].Array[1, 8], Gen.Float[10, 40].Array[8]).Sample((wanted, heights) =>
        {
            var placed = LabelSpread.Apart(wanted, heights[..wanted.Length], 0, 400);

            var order = Enumerable.Range(0, wanted.Length).OrderBy(i => wanted[i]).ThenBy(i => i).ToArray();
            for (var i = 1; i < order.Length; i++)
            {
                var room = placed[order[i]] - placed[order[i - 1]] - ((heights[order[i]] + heights[order[i - 1]]) / 2);
                Assert.True(room > -0.05, $"{room}");
            }

            Assert.All(order, i => Assert.InRange(placed[i], (heights[i] / 2) - 0.05f, 400.05f - (heights[i] / 2)));
        });

    [Fact]
    public void Apart_LabelsFarFromEachOther_StayWhereTheyWantToBe()
    {
        var placed = LabelSpread.Apart([20, 200], [20, 20], 0, 400);

        Assert.Equal([20f, 200f], placed);
    }
}
