using Foresight.Formats.Observations;
using Foresight.Formats.PxWeb;
using Foresight.Sdk;

namespace Foresight.Plugins;

/// <summary>Periods as the Nordic offices write them: <c>2026M03</c>, <c>2026K1</c>, <c>2026U12</c>.</summary>
internal static class PxWebPeriods
{
    public static bool TryRead(string text, out Period period)
    {
        period = default;
        return PeriodText.TryRead(text, null, out var form, out _) && Period.TryParse(form, out period);
    }

    /// <summary>The variable of periods: the one that says so, else the last whose codes are all periods.</summary>
    /// <exception cref="SourceException">The table has none, or one without a single period.</exception>
    public static PxWebDimension Of(PxWebTable table, string name) =>
        (table.Time ?? table.Dimensions.LastOrDefault(variable => variable.Codes.Count > 0 && variable.Codes.All(code => TryRead(code, out _)))) is { } time
            && (time.Codes.Count == 0 || time.Codes.Any(code => TryRead(code, out _))) ? time
            : throw new SourceException($"The table {name} has no variable of periods: it cannot be stored as observations.", Recovery.Stop) { Fault = Fault.Malformed };
}
