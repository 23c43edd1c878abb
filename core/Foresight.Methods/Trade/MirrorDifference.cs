namespace Foresight.Methods.Trade;

/// <summary>
/// One flow as its two ends report it: what the exporter says it sent and what the importer says it received. Exports are valued at the border that
/// they leave (FOB), imports at the one that they reach, with freight and insurance (CIF): a few per cent more is what one expects (IMF, Direction of
/// Trade Statistics, long took 10 per cent; OECD's estimates lie about 6). More comes of transit, of different days, and of secrecy.
/// </summary>
/// <param name="Export">The reporter's export.</param>
/// <param name="Import">The partner's import from the reporter.</param>
public sealed record MirrorDifference(double Export, double Import)
{
    /// <summary>Import less export.</summary>
    public double Absolute => Import - Export;

    /// <summary>The difference as a share of the mean of both, -2 to 2; null where both are nought. It does not matter which end is called the true one.</summary>
    public double? Relative => Export + Import > 0 ? Absolute / ((Export + Import) / 2) : null;
}
