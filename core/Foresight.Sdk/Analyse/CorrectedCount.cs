namespace Foresight.Sdk;

/// <summary>
/// How many of some texts belong to a label in truth, when a classifier that errs says how many do. A classifier with a sensitivity of .8 and a
/// specificity of .95 says 12.5 of 100 where 10 do: counts are shifted, not only blurred, and more so where few belong.
/// <para>
/// The estimate is Rogan and Gladen's (American Journal of Epidemiology 107, 1978, 71–76): (said share + specificity − 1) / (sensitivity +
/// specificity − 1). The interval is Lang and Reiczigel's (Preventive Veterinary Medicine 113, 2014, 13–22), which also holds the chance in
/// sensitivity and specificity, since they are counted on some hundred texts. Groups with error rates of their own are added by Zou and Donner's
/// method (Statistics in Medicine 27, 2008, 1693–1702).
/// </para>
/// <para>It assumes that the classifier errs on these texts as it did on those by which its errors were counted. Where these are easier or harder, it is off.</para>
/// </summary>
/// <param name="Of">The number of texts.</param>
/// <param name="Said">How many of them the classifier says to belong.</param>
/// <param name="Number">How many probably do: from 0 to <paramref name="Of"/>.</param>
/// <param name="Low">The lower end of the 95 % interval.</param>
/// <param name="High">The upper end of it.</param>
public sealed record CorrectedCount(int Of, int Said, double Number, double Low, double High)
{
    // The 97.5 % point of the normal distribution.
    private const double Z = 1.959963984540054;

    /// <summary>The share of the texts that probably belongs; 0 where there are none.</summary>
    public double Share => Of == 0 ? 0 : Number / Of;

    /// <summary>Corrects a count.</summary>
    /// <param name="said">How many texts the classifier says to belong.</param>
    /// <param name="of">The number of texts.</param>
    /// <param name="errors">How it errs.</param>
    /// <returns>Null where the errors were counted on too few texts, or are too many, to correct by (<see cref="ErrorCounts.IsEnough"/>).</returns>
    /// <exception cref="ArgumentOutOfRangeException">More texts belong than there are, or fewer than none.</exception>
    public static CorrectedCount? From(int said, int of, ErrorCounts errors)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(said);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(said, of);
        if (!errors.IsEnough)
            return null;
        if (of == 0)
            return new CorrectedCount(0, 0, 0, 0, 0);
        var share = Math.Clamp(Corrected((double)said / of, errors.Sensitivity, errors.Specificity), 0, 1);
        var (low, high) = Interval(said, of, errors);
        return new CorrectedCount(of, said, of * share, of * Math.Min(low, share), of * Math.Max(high, share));
    }

    /// <summary>Corrects a count over groups that have error rates of their own, such as languages.</summary>
    /// <param name="groups">The groups; no text may be in two.</param>
    /// <returns>Null where one of the groups has texts and cannot be corrected.</returns>
    public static CorrectedCount? From(IEnumerable<(int Said, int Of, ErrorCounts Errors)> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var (sum, below, above) = (new CorrectedCount(0, 0, 0, 0, 0), 0.0, 0.0);
        foreach (var (said, of, errors) in groups)
        {
            if (of == 0)
                continue;
            if (From(said, of, errors) is not { } part)
                return null;
            sum = new CorrectedCount(sum.Of + of, sum.Said + said, sum.Number + part.Number, 0, 0);
            below += (part.Number - part.Low) * (part.Number - part.Low);
            above += (part.High - part.Number) * (part.High - part.Number);
        }

        return sum with { Low = Math.Max(0, sum.Number - Math.Sqrt(below)), High = Math.Min(sum.Of, sum.Number + Math.Sqrt(above)) };
    }

    private static double Corrected(double share, double sensitivity, double specificity) => (share + specificity - 1) / (sensitivity + specificity - 1);

    /// <summary>Lang and Reiczigel's equations 6, 7, 16 and 17: each share is drawn towards the middle, and the interval is moved by what its skewness asks for.</summary>
    private static (double Low, double High) Interval(int said, int of, ErrorCounts errors)
    {
        var (ill, well) = (errors.Hits + errors.Misses + 2.0, errors.FalseAlarms + errors.RightNoes + 2.0);
        var (sensitivity, specificity) = ((errors.Hits + 1) / ill, (errors.RightNoes + 1) / well);
        var n = of + (Z * Z);
        var share = (said + (Z * Z / 2)) / n;
        var middle = Corrected(share, sensitivity, specificity);
        var (ofIll, ofWell) = (sensitivity * (1 - sensitivity) / ill, specificity * (1 - specificity) / well);
        var moved = middle + (2 * Z * Z * ((middle * ofIll) - ((1 - middle) * ofWell)));
        var variance = (share * (1 - share) / n) + (middle * middle * ofIll) + ((1 - middle) * (1 - middle) * ofWell);
        var half = Z * Math.Sqrt(variance) / (sensitivity + specificity - 1);
        return (Math.Clamp(moved - half, 0, 1), Math.Clamp(moved + half, 0, 1));
    }
}
