using Foresight.Engine.Alerts.Judging;
using Foresight.Engine.Store;
using Foresight.Sdk;
using Foresight.Tests.Store;
using Xunit;

namespace Foresight.Tests.Alerts;

/// <summary>Policies, rules and figures for tests of alerts.</summary>
internal static class SomeAlerts
{
    public static AlertRule Rule(params (AlertLevel Level, string When)[] steps) => new()
    {
        Id = "r",
        Name = new LocalText("n", "n"),
        Why = new LocalText("w", "w"),
        Steps = [.. steps.Select(step => new AlertStep(step.Level, step.When))],
    };

    public static Policy Policy(params AlertRule[] rules) => new()
    {
        Id = "vik",
        Version = "1",
        HoldsFrom = new DateOnly(2026, 1, 1),
        Title = new LocalText("Plan", "Plan"),
        Organisation = new LocalText("Vik", "Vik"),
        FocusAreas = [new FocusArea("sea", new LocalText("Hav", "Sea"), new LocalText("Hav", "Sea"), ["sea"])],
        Places =
        [
            new Place { Id = "vik", Name = new LocalText("Vik", "Vik"), Role = PlaceRole.Home, Country = "SE", Codes = Codes("HOME") },
            new Place { Id = "sweden", Name = new LocalText("Sverige", "Sweden"), Role = PlaceRole.Country, Country = "SE" },
            new Place { Id = "norway", Name = new LocalText("Norge", "Norway"), Role = PlaceRole.Country, Country = "NO" },
            .. new[] { "A", "B", "C", "D" }.Select(code => new Place { Id = "p" + code, Name = new LocalText(code, code), Role = PlaceRole.Peer, Country = "SE", Codes = Codes(code) }),
        ],
        PeerGroups = [new PeerGroup("peers", "G1", new LocalText("g", "g"), 2025, ["pA", "pB", "pC", "pD"])],
        Funds = [new Fund("life", new LocalText("LIFE", "LIFE"), [], null)],
        Indicators = [Indicator],
        Alerts = rules,
    };

    public static Indicator Indicator { get; } = new()
    {
        Id = "N1",
        Source = "figures",
        Dataset = "d",
        FocusAreas = ["sea"],
        Name = new LocalText("andelen", "the share"),
        Unit = new LocalText("procent", "per cent"),
        Good = Direction.Target,
        Target = 50,
        Peers = "peers",
        Producer = "P",
        Why = new LocalText("w", "w"),
    };

    public static JudgingContext Context(StoreFolder folder, Policy policy) => new(folder.Store.Tables, policy, folder.Clock);

    /// <summary>Monthly exports of all goods to Norway, in euro, from January 2024 on; null for a month that the source marks as confidential, NaN for one that it leaves out.</summary>
    public static ObservationBatch Exports(params double?[] values) => Exports("NO", values);

    public static ObservationBatch Exports(string partner, params double?[] values)
    {
        var builder = new ObservationBatchBuilder("DS", Dimension.RefArea, Dimension.CounterpartArea, Dimension.Product, Dimension.Flow, Dimension.Indicator, Dimension.Unit);
        foreach (var (i, value) in values.Index().Where(month => month.Item is not double.NaN))
        {
            builder.Add(Period.Month(2024 + (i / 12), (i % 12) + 1), value, null, value is null ? Presence.Confidential : Presence.Missing, "SE", partner, "TOTAL", "2", "VALUE_IN_EUROS", "EUR");
        }

        return builder.Build(null);
    }

    /// <summary>Yearly figures of the indicator N1.</summary>
    public static ObservationBatch Figures(params (string Area, int Year, double? Value)[] rows)
    {
        var builder = new ObservationBatchBuilder("d", Dimension.RefArea, Dimension.Indicator);
        foreach (var (area, year, value) in rows)
        {
            builder.Add(Period.Year(year), value, null, Presence.Missing, area, "N1");
        }

        return builder.Build(null);
    }

    public static async Task<IReadOnlyList<AlertRow>> RunAsync(StoreFolder folder, Policy policy) =>
        (await Engine.Alerts.WatchStep.RunAsync(Context(folder, policy), folder.Store.AppendAlertsAsync, TestContext.Current.CancellationToken)).Events;

    private static Dictionary<string, IReadOnlyList<PlaceCode>> Codes(string code) => new() { ["kolada"] = [new PlaceCode(code)] };
}
