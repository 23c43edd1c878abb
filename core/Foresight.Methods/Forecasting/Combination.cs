namespace Foresight.Methods.Forecasting;

/// <summary>Several methods as one: their weighted mean. Where they differ, the combination is less sure.</summary>
internal static class Combination
{
    public static Projection Of(IReadOnlyList<Projection> projections, double[] shares)
    {
        var horizon = projections[0].Points.Length;
        var (points, variances) = (new double[horizon], new double[horizon]);
        for (var h = 0; h < horizon; h++)
        {
            for (var i = 0; i < shares.Length; i++)
            {
                points[h] += shares[i] * projections[i].Points[h];
            }

            for (var i = 0; i < shares.Length; i++)
            {
                var apart = projections[i].Points[h] - points[h];
                variances[h] += shares[i] * (projections[i].Variances[h] + (apart * apart));
            }
        }

        return new Projection(points, variances);
    }
}
