using Foresight.Engine.Alerts;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Briefs;

public sealed class BriefAlertsTests
{
    private static readonly AlertView Alert = new()
    {
        Id = "r/2026-07",
        Rule = "r",
        Status = AlertStatus.Approved,
        Level = AlertLevel.Warning,
        FiredAt = new DateTimeOffset(2026, 9, 1, 5, 0, 0, TimeSpan.Zero),
        InForce = true,
        Sentence = new LocalText("Exporten var 12 % lägre <nu>.", "Exports were 12% lower <now>."),
        Held = 0,
        Person = "AB",
        Evidence = [new Evidence { View = "observations", Source = "kolada", Record = "dataset=d period=2026-07", Value = 88 }],
    };

    [Theory]
    [InlineData("sv", "Varning. Exporten var 12 % lägre <nu>. (sedan 1 september 2026, godkänt av AB)")]
    [InlineData("en", "Warning. Exports were 12% lower <now>. (since 1 September 2026, approved by AB)")]
    public async Task Alerts_ThatWereApproved_StandAboveTheFindingsWithTheirEvidence(string language, string line)
    {
        using var tables = SomeBrief.Tables();

        using var brief = await BriefFolder.WriteAsync(SomeBrief.Input(tables, language) with { Alerts = [Alert] });

        Assert.Equal(line, brief.Text(".alerts li"));
        Assert.Equal(88, brief.Evidence.GetProperty("alerts")[0].GetProperty("records")[0].GetProperty("value").GetDouble());
    }

    [Fact]
    public async Task Alerts_WithoutAny_LeaveNoHeading()
    {
        using var tables = SomeBrief.Tables();

        using var brief = await BriefFolder.WriteAsync(SomeBrief.Input(tables, "sv"));

        Assert.Empty(brief.Page.QuerySelectorAll(".alerts"));
    }
}
