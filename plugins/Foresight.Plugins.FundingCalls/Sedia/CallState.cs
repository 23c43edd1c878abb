namespace Foresight.Plugins.FundingCalls.Sedia;

/// <summary>Whether one may apply.</summary>
internal static class CallState
{
    private static readonly (string Name, string Code)[] Codes = [("forthcoming", "31094501"), ("open", "31094502"), ("closed", "31094503")];

    /// <summary>The portal's code of a state; null where the name is none.</summary>
    public static string? CodeOf(string state) => Codes.FirstOrDefault(one => one.Name == state).Code;

    /// <summary>
    /// The state on a day, by the dates: a captured record still says "forthcoming" nine months after its last deadline. The
    /// portal's code counts only where there are no dates.
    /// </summary>
    public static string? On(DateOnly today, DateOnly? opening, IReadOnlyList<DateOnly> deadlines, string? code) =>
        deadlines.Count > 0 && deadlines[^1] < today ? "closed"
        : opening > today ? "forthcoming"
        : opening is not null || deadlines.Count > 0 ? "open"
        : Codes.FirstOrDefault(one => one.Code == code).Name;

    /// <summary>The next deadline on a day, else the last; null where there is none.</summary>
    public static DateOnly? DueOn(DateOnly today, IReadOnlyList<DateOnly> deadlines) =>
        deadlines.Count == 0 ? null : deadlines.Where(day => day >= today).DefaultIfEmpty(deadlines[^1]).First();
}
