namespace Foresight.Methods.Trends;

/// <summary>The least sum of squares of a level or line through any run of values, from sums that are added up once.</summary>
internal sealed class SegmentCosts
{
    private readonly SegmentShape _shape;
    private readonly double[] _t;
    private readonly double[] _y;
    private readonly double[] _tt;
    private readonly double[] _ty;
    private readonly double[] _yy;

    public SegmentCosts(ReadOnlySpan<double> times, ReadOnlySpan<double> values, SegmentShape shape)
    {
        var n = values.Length;
        (_shape, _t, _y, _tt, _ty, _yy) = (shape, new double[n + 1], new double[n + 1], new double[n + 1], new double[n + 1], new double[n + 1]);
        // Differences of sums of squares lose digits unless the values lie around zero.
        var (middle, mean) = (times[n / 2], Median.Of(values));
        for (var i = 0; i < n; i++)
        {
            var (t, y) = (times[i] - middle, values[i] - mean);
            _t[i + 1] = _t[i] + t;
            _y[i + 1] = _y[i] + y;
            _tt[i + 1] = _tt[i] + (t * t);
            _ty[i + 1] = _ty[i] + (t * y);
            _yy[i + 1] = _yy[i] + (y * y);
        }

        Total = Math.Max(0, _yy[n] - (_y[n] * _y[n] / n));
    }

    /// <summary>The sum of squares around the mean of all values.</summary>
    public double Total { get; }

    public double Of(int start, int end)
    {
        double n = end - start;
        var y = _y[end] - _y[start];
        var square = _yy[end] - _yy[start] - (y * y / n);
        if (_shape == SegmentShape.Line)
        {
            var t = _t[end] - _t[start];
            var (spread, slope) = (_tt[end] - _tt[start] - (t * t / n), _ty[end] - _ty[start] - (t * y / n));
            square -= slope * slope / spread;
        }

        return Math.Max(0, square);
    }
}
