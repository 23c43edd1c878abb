using Foresight.Formats.Observations;
using Xunit;

namespace Foresight.Formats.Tests.Observations;

public class PeriodTextTests
{
    [Theory]
    [InlineData("2026 ", null, "2026", "A")]
    [InlineData("2026-S1", null, "2026-S1", "S")]
    [InlineData("2026H2", null, "2026-S2", "S")]
    [InlineData("2026Q3", null, "2026-Q3", "Q")]
    [InlineData("2026K3", null, "2026-Q3", "Q")]
    [InlineData("2026M03", null, "2026-03", "M")]
    [InlineData("2026-03", null, "2026-03", "M")]
    [InlineData("202603", null, "2026-03", "M")]
    [InlineData("20263", 'Q', "2026-Q3", "Q")]
    [InlineData("202603", 'W', "2026-W03", "W")]
    [InlineData("2026U53", null, "2026-W53", "W")]
    [InlineData("2026M09D05", null, "2026-09-05", "D")]
    [InlineData("2026-09-05", null, "2026-09-05", "D")]
    [InlineData("20260905", null, "2026-09-05", "D")]
    public void TryRead_Period_GivesSdmxForm(string text, char? frequency, string expected, string expectedFrequency)
    {
        var isPeriod = PeriodText.TryRead(text, frequency, out var period, out var found);

        Assert.True(isPeriod);
        Assert.Equal((expected, expectedFrequency), (period, found));
    }

    [Theory]
    [InlineData("2015-2019")]
    [InlineData("2026M13")]
    [InlineData("2025-W53")]
    [InlineData("2026-02-30")]
    [InlineData("0000")]
    [InlineData("SE")]
    [InlineData("2026-")]
    [InlineData("")]
    public void TryRead_NoPeriod_LeavesTheTextAsItIs(string text)
    {
        var isPeriod = PeriodText.TryRead(text, null, out var period, out var found);

        Assert.False(isPeriod);
        Assert.Equal((text, null), (period, found));
    }
}
