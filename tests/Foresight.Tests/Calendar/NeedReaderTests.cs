using Foresight.Engine.Briefs;
using Foresight.Engine.Calendar;
using Foresight.Engine.Calendar.Reports;
using Foresight.Engine.Registers;
using Foresight.Sdk;
using Foresight.Tests.Store;
using Xunit;

namespace Foresight.Tests.Calendar;

/// <summary>What reports need and is not there.</summary>
public sealed class NeedReaderTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 9, 5);

    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Register_WithoutRows_IsEmpty()
    {
        Assert.Equal("registret över aktiviteter är tomt", (await MissingAsync(new ReportNeed(NeedKind.Register, "activities"))).Single().Sentence.Sv);
    }

    [Fact]
    public async Task Register_WithExamplesOnly_SaysSo()
    {
        await folder.LoadAsync("r", Some.Activities(("a", "Ett")));

        Assert.Equal("the register of activities holds examples only", (await MissingAsync(new ReportNeed(NeedKind.Register, "activities"))).Single().Sentence.En);
        Assert.Equal("follow-up is not measured: no activities are registered", (await MissingAsync(new ReportNeed(NeedKind.FollowUp))).Single().Sentence.En);
    }

    [Fact]
    public async Task FollowUp_OfActivitiesPastTheirEnd_CountsThoseWithoutAResult()
    {
        await folder.LoadAsync("r", Activities(("ended", "2026-06", null), ("told", "2026-06", "Klart"), ("going", "2026-12", null)));

        Assert.Equal("1 aktivitet är avslutad utan resultat", (await MissingAsync(new ReportNeed(NeedKind.FollowUp))).Single().Sentence.Sv);
        Assert.Empty(await MissingAsync(new ReportNeed(NeedKind.Register, "activities")));
    }

    [Theory]
    [InlineData(SourceHealth.Ok, null)]
    [InlineData(SourceHealth.NotModified, null)]
    [InlineData(SourceHealth.Silent, "Nyckeltal har inte gett något nytt på längre tid än väntat")]
    [InlineData(SourceHealth.Failed, "Nyckeltal gick inte att läsa")]
    [InlineData(SourceHealth.NeverRead, "Nyckeltal är inte läst ännu")]
    public async Task Source_ThatIsNotWell_IsMissing(SourceHealth health, string? expected)
    {
        var gaps = await MissingAsync(new ReportNeed(NeedKind.Source, "kolada"), health);

        Assert.Equal(expected, gaps.SingleOrDefault()?.Sentence.Sv);
    }

    [Theory]
    [InlineData(0, "Figures has no figures for 2027")]
    [InlineData(1, "Figures has no figures for 2026")]
    [InlineData(2, null)]
    public async Task Figures_OfAYear_AreOurOwnOnly(int yearsBack, string? expected)
    {
        await folder.LoadAsync("kolada", Some.Figures("d", ("0007", 2025, 1.5), ("0009", 2026, 2.5)));

        var gaps = await MissingAsync(new ReportNeed(NeedKind.Figures, "kolada", yearsBack));

        Assert.Equal(expected, gaps.SingleOrDefault()?.Sentence.En);
    }

    [Fact]
    public async Task Alerts_WhenNoneWaits_AreDecided()
    {
        Assert.Empty(await MissingAsync(new ReportNeed(NeedKind.Alerts)));
    }

    [Fact]
    public async Task Due_WithinTheDays_ListsWhatIsDueOrSentAndForWhom()
    {
        var policy = SomeCycle.Policy(new Cycle
        {
            Reports =
            [
                SomeCycle.Report("soon", "20 September each year"), SomeCycle.Report("sent", "5 October each year"),
                SomeCycle.Report("late", "20 November each year"), SomeCycle.Report("others", "20 September each year") with { Body = "board", By = null },
            ],
        });

        var lines = await DueList.ReadAsync(new ReportCalendar(policy, new MeetingCalendar(policy)), await ReaderAsync(policy, SourceHealth.Ok), "council", Today, new DateOnly(2026, 9, 30));

        Assert.Equal(["soon", "sent"], lines.Select(line => line.Report.Rule.Id));
    }

    private static RegisterBatch Activities(params (string Id, string Ends, string? Result)[] rows) => new()
    {
        Register = Register.Activities.Id,
        EndsSnapshot = true,
        Rows = [.. rows.Select(row => new RegisterRow(row.Id, new[] { ("id", row.Id), ("title", row.Id), ("status", "ongoing"), ("ends", row.Ends), ("result", row.Result) }
            .Where(field => field.Item2 is not null).ToDictionary(field => field.Item1, field => field.Item2!)))],
    };

    private async Task<IReadOnlyList<ReportGap>> MissingAsync(ReportNeed need, SourceHealth health = SourceHealth.Ok)
    {
        var policy = SomeCycle.Policy(new Cycle { Reports = [SomeCycle.Report("yearly", "15 April each year", need)] });
        var report = new ReportCalendar(policy, new MeetingCalendar(policy)).Between(new DateOnly(2027, 1, 1), new DateOnly(2027, 12, 31)).Single();
        return await (await ReaderAsync(policy, health)).MissingAsync(report);
    }

    private async Task<NeedReader> ReaderAsync(Policy policy, SourceHealth health) => new(
        policy, folder.Store.Tables, await RegisterBook.ReadAsync(folder.Store.Tables),
        [(new SourceState { Id = "kolada", Title = "Nyckeltal", Producer = "P", Licence = "L", Health = health }, new LocalText("Nyckeltal", "Figures"))], Today);
}
