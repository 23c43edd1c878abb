namespace Foresight.Formats.PxWeb;

/// <summary>What a PxWeb service allows (<c>/config</c> of its API version 2, <c>?config</c> of version 1).</summary>
/// <param name="ApiVersion">The API's version.</param>
/// <param name="MaxDataCells">The most cells that one answer may have: a greater question must be split.</param>
/// <param name="MaxCalls">The most calls within <paramref name="TimeWindow"/>.</param>
/// <param name="TimeWindow">The time in which so many calls are allowed.</param>
/// <param name="DefaultLanguage">The language of answers where none is asked for.</param>
/// <param name="Languages">The languages that can be asked for.</param>
/// <param name="DataFormats">The forms in which data can be asked for, such as <c>json-stat2</c>.</param>
/// <param name="License">The licence of the data; null where it is not stated.</param>
public sealed record PxWebConfig(
    string ApiVersion, int MaxDataCells, int MaxCalls, TimeSpan TimeWindow, string DefaultLanguage, IReadOnlyList<string> Languages, IReadOnlyList<string> DataFormats, string? License)
{
    /// <summary>How the source is to be cited, by language.</summary>
    public IReadOnlyDictionary<string, string> Citations { get; init; } = new Dictionary<string, string>();

    /// <summary>The shortest time between two calls at which the limit is kept.</summary>
    public TimeSpan Interval => TimeWindow / MaxCalls;
}
