using System.Globalization;
using Foresight.Engine.Alerts;
using Foresight.Sdk;
using Foresight.Tests.Store;
using Xunit;

namespace Foresight.Tests.Alerts;

public sealed class BackTestTests : IDisposable
{
    private static readonly double?[] Level = [.. Enumerable.Repeat((double?)100, 12)];

    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Replay_OfAHistory_TellsEveryFiringAndWhichWereShortLived()
    {
        var rule = SomeAlerts.Rule((AlertLevel.Watch, "exports to NO fall more than 10 % year on year"), (AlertLevel.Alarm, "exports to NO fall more than 40 % year on year"));
        await _folder.LoadAsync("comext", SomeAlerts.Exports([.. Level, 100, 80, 100, 100, 80, 80, 50, 80, 100]));

        var result = await BackTest.RunAsync(rule, SomeAlerts.Context(_folder, SomeAlerts.Policy(rule)));

        Assert.Equal(("2025-01", "2025-09", 9, 0), (result.From, result.To, result.Judged, result.Untold));
        Assert.Equal(
            ["2025-02-28 fired Watch True", "2025-05-31 fired Watch False", "2025-06-30 fired Watch False", "2025-07-31 escalated Alarm True", "2025-08-31 fired Watch True"],
            result.Firings.Select(firing => string.Create(CultureInfo.InvariantCulture, $"{firing.Day:yyyy-MM-dd} {firing.Event} {firing.Level} {firing.ShortLived}")));
    }

    [Fact]
    public async Task Replay_WithALongerCoolDown_HoldsWhatRepeats()
    {
        var rule = SomeAlerts.Rule((AlertLevel.Watch, "exports to NO fall more than 10 % year on year")) with { CoolDown = TimeSpan.FromDays(365) };
        await _folder.LoadAsync("comext", SomeAlerts.Exports([.. Level, 100, 80, 100, 100, 80, 80, 50, 80, 100]));

        var result = await BackTest.RunAsync(rule, SomeAlerts.Context(_folder, SomeAlerts.Policy(rule)));

        Assert.Equal((1, 4), (result.Firings.Count, result.Held));
    }

    [Fact]
    public async Task Replay_OfWhatPeopleCalledFalse_SaysSo()
    {
        var rule = SomeAlerts.Rule((AlertLevel.Watch, "exports to NO fall more than 10 % year on year"));
        var policy = SomeAlerts.Policy(rule);
        await _folder.LoadAsync("comext", SomeAlerts.Exports([.. Level, 100]));
        await SomeAlerts.RunAsync(_folder, policy);
        await _folder.LoadAsync("comext", SomeAlerts.Exports([.. Level, 100, 80]));
        await SomeAlerts.RunAsync(_folder, policy);
        await new AlertBook(SomeAlerts.Context(_folder, policy), _folder.Store.AppendAlertsAsync)
            .DecideAsync("r/2025-02", AlertEvent.FalseAlarm, "AB", "a strike", TestContext.Current.CancellationToken);

        var result = await BackTest.RunAsync(rule, SomeAlerts.Context(_folder, policy));

        Assert.True(Assert.Single(result.Firings).FalseAlarm);
    }

    [Fact]
    public async Task Replay_OfRealExchangeRates_FindsTheFallsOfTheKrona()
    {
        var builder = new ObservationBatchBuilder("d", Dimension.RefArea, Dimension.Indicator);
        foreach (var line in (await File.ReadAllLinesAsync(SharedFolder.Path("captures", "statistics", "series", "exchange-rates-monthly.csv"), TestContext.Current.CancellationToken)).Skip(1))
        {
            if (line.Split(',') is [var day, "Sweden", { Length: > 0 } rate])
            {
                builder.Add(Period.Month(int.Parse(day[..4], CultureInfo.InvariantCulture), int.Parse(day[5..7], CultureInfo.InvariantCulture)), double.Parse(rate, CultureInfo.InvariantCulture), null, Presence.Missing, "HOME", "N1");
            }
        }

        await _folder.LoadAsync("figures", builder.Build());
        var rule = SomeAlerts.Rule((AlertLevel.Watch, "indicator N1 rises more than 20 % in 12 months")) with { CoolDown = TimeSpan.FromDays(730) };

        var result = await BackTest.RunAsync(rule, SomeAlerts.Context(_folder, SomeAlerts.Policy(rule)));

        // The krona against the dollar: the devaluations of 1981 and 1982, the free float of November 1992, the crises of 2008 and after. Counted by hand in the file.
        Assert.Equal([1981, 1983, 1992, 1997, 2000, 2008, 2015, 2022], result.Firings.Select(firing => firing.Day.Year));
    }
}
