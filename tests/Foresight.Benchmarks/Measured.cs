namespace Foresight.Benchmarks;

/// <summary>What a case cost.</summary>
/// <param name="Seconds">By the clock.</param>
/// <param name="ProcessorSeconds">Of all cores together.</param>
/// <param name="Rows">Rows read, or whatever else is counted.</param>
/// <param name="PeakMegabytes">Most memory of the process, in millions of bytes.</param>
/// <param name="Note">What came of it.</param>
internal sealed record Measured(double Seconds, double ProcessorSeconds, long Rows, double PeakMegabytes, string Note)
{
    public double RowsPerSecond => Rows / Seconds;

    /// <summary>The quicker of two runs, with the higher peak of both.</summary>
    public Measured Best(Measured? other) =>
        (other is null || Seconds <= other.Seconds ? this : other) with { PeakMegabytes = Math.Max(PeakMegabytes, other?.PeakMegabytes ?? 0) };
}
