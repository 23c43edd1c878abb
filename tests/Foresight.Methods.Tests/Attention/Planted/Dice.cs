namespace Foresight.Methods.Tests.Attention.Planted;

/// <summary>Chance that is the same on every machine and runtime: SplitMix64.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>From 0 up to, not including, 1.</summary>
    public double Next()
    {
        var z = _state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return ((z ^ (z >> 31)) >> 11) / (double)(1UL << 53);
    }

    public int Below(int end) => (int)(Next() * end);

    public T One<T>(IReadOnlyList<T> of) => of[Below(of.Count)];

    /// <summary>Log-normal with mean 1: how much more or less of something a week has than usual.</summary>
    public double Flock(double spread) => Math.Exp((spread * Normal()) - (spread * spread / 2));

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - Next())) * Math.Cos(2 * Math.PI * Next());
}
