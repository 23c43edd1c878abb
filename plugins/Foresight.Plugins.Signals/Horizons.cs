using Foresight.Sdk;

namespace Foresight.Plugins.Signals;

/// <summary>The horizon that lies so far ahead; each holds its farther end.</summary>
internal static class Horizons
{
    public static Horizon Of(double years) => years switch
    {
        <= 2 => Horizon.UpToTwoYears,
        <= 5 => Horizon.TwoToFiveYears,
        <= 10 => Horizon.FiveToTenYears,
        _ => Horizon.BeyondTenYears,
    };
}
