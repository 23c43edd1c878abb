namespace Foresight.Engine.Forecasts;

/// <summary>A series of a forecasting competition: what was given, and what came.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Frequency">How often it has a value.</param>
/// <param name="Past">The values that a forecast is made from, oldest first.</param>
/// <param name="Future">The values to forecast.</param>
public sealed record CompetitionSeries(string Id, CompetitionFrequency Frequency, IReadOnlyList<double> Past, IReadOnlyList<double> Future);

/// <summary>A frequency of the competitions.</summary>
/// <param name="Name">Its name there, in lower case: <c>monthly</c>.</param>
/// <param name="Period">Values in a season, as the competitions count: 1 for yearly, weekly, daily and other series, 4, 12 or 24.</param>
public sealed record CompetitionFrequency(string Name, int Period)
{
    private static readonly CompetitionFrequency[] All =
        [new("yearly", 1), new("quarterly", 4), new("monthly", 12), new("weekly", 1), new("daily", 1), new("hourly", 24), new("other", 1)];

    /// <summary>The names, in the order of the tables.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(frequency => frequency.Name)];

    /// <summary>The frequency of that name, in any case; null where there is none.</summary>
    public static CompetitionFrequency? Of(string? name) => Array.Find(All, frequency => frequency.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
