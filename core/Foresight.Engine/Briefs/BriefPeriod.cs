using Foresight.Sdk;

namespace Foresight.Engine.Briefs;

/// <summary>The days that a brief looks back on; both count.</summary>
internal readonly record struct BriefPeriod(DateOnly From, DateOnly To)
{
    /// <summary>As long as the time between two briefs to the same reader.</summary>
    public static BriefPeriod Of(Audience audience, DateTimeOffset asOf) => Of(audience, DateOnly.FromDateTime(asOf.UtcDateTime));

    /// <summary>As long as the time between two briefs to the same reader.</summary>
    public static BriefPeriod Of(Audience audience, DateOnly to)
    {
        var from = audience.Cadence switch
        {
            "yearly" => to.AddYears(-1),
            "quarterly" => to.AddMonths(-3),
            "monthly" => to.AddMonths(-1),
            "weekly" => to.AddDays(-7),
            var other => throw new ArgumentException(
                $"The audience '{audience.Id}' has the cadence '{other}'; a brief knows yearly, quarterly, monthly and weekly.", nameof(audience)),
        };
        return new BriefPeriod(from, to);
    }
}
