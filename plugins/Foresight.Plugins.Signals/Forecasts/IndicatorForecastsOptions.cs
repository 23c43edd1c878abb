using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.Signals;

/// <summary>Options of <c>indicator-forecasts</c>.</summary>
public sealed class IndicatorForecastsOptions
{
    /// <summary>The policy's indicators; none takes all whose series can be forecast.</summary>
    public IReadOnlyList<string> Indicators { get; set; } = [];

    /// <summary>Indicators to leave, such as amounts in current prices.</summary>
    public IReadOnlyList<string> Leave { get; set; } = [];

    /// <summary>How many periods ahead; null for the end of the second year from now, at most half as many as there are values.</summary>
    [Range(1, 60)]
    public int? Horizon { get; set; }

    /// <summary>The chart entries that show a forecast, by indicator.</summary>
    public IReadOnlyDictionary<string, string> Charts { get; set; } = new Dictionary<string, string>();
}
