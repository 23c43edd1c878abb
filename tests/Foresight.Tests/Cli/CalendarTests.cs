using Foresight.Tests.Runs;
using Xunit;

namespace Foresight.Tests.Cli;

/// <summary>The yearly cycle by the real command, on an empty store at the samples' date.</summary>
public sealed class CalendarTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string[] Options => ["--samples", "--policy", "vanersborg", "--store", Path.Combine(folder.Path, "store")];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Due_OfTheBoard_ListsReportsWithWhatIsMissing()
    {
        var text = await ForesightCommand.RunAsync(["calendar", "due", "--body", "kommunstyrelsen", "--days", "60", .. Options]);
        var json = await ForesightCommand.JsonAsync(["calendar", "due", "--body", "kommunstyrelsen", "--days", "60", .. Options]);

        Assert.True(text.ExitCode == 0, text.ToString());
        var interim = json.GetProperty("due").EnumerateArray().Single(line => line.GetProperty("report").GetProperty("id").GetString() == "interim-report");
        Assert.Equal("2026-10-14", interim.GetProperty("report").GetProperty("due").GetString());
        Assert.False(interim.GetProperty("complete").GetBoolean());
        Assert.Contains("interim-report, 2026-10-14: the register of activities is empty; follow-up is not measured: no activities are registered.", text.Out, StringComparison.Ordinal);
        Assert.Equal("2026-10-07", json.GetProperty("nextMeetings")[0].GetProperty("meeting").GetProperty("day").GetString());
    }

    [Fact]
    public async Task Due_OfABodyThatIsNot_NamesTheBodies()
    {
        var result = await ForesightCommand.RunAsync(["calendar", "due", "--body", "styrelsen", .. Options]);

        Assert.Equal((2, ""), (result.ExitCode, result.Out));
        Assert.StartsWith("The policy has no body 'styrelsen'; it has kommunfullmaktige, ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Year_AsIcs_IsWrittenWholeAndTheSameAgain()
    {
        var file = Path.Combine(folder.Path, "cycle.ics");

        var first = await ForesightCommand.RunAsync(["calendar", "year", "2027", "--ics", file, .. Options]);
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await ForesightCommand.RunAsync(["calendar", "year", "2027", "--ics", file, .. Options]);

        Assert.Equal((0, file), (first.ExitCode, first.Out.TrimEnd()));
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        // Wednesday 6 January 2027 is Epiphany: the board meets the day after, under the identity of its ordinary day.
        Assert.Contains("UID:kommunstyrelsen-20270106@vanersborg.foresight", text, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20270107", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Year_AsText_IsByMonthAndSaysWhatIsToConfirm()
    {
        var result = await ForesightCommand.RunAsync(["calendar", "year", "2027", .. Options]);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Thu 2027-01-07  meeting  kommunstyrelsen", result.Out, StringComparison.Ordinal);
        Assert.Contains("moved from 2027-01-06: its ordinary day is E", result.Out, StringComparison.Ordinal);
        Assert.Contains("Thu 2027-04-15  report   kommunfullmaktige", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("July 2027", result.Out, StringComparison.Ordinal);
    }
}
