using System.Text.Json.Serialization;
using Foresight.Sdk;

namespace Foresight.Engine.Partners;

/// <summary>For what kind of area a figure is.</summary>
public enum AreaLevel
{
    /// <summary>A municipality.</summary>
    Municipality,

    /// <summary>A region of NUTS 3, such as a county.</summary>
    Nuts3,

    /// <summary>A larger region, of NUTS 2.</summary>
    Nuts2,

    /// <summary>A country.</summary>
    Country,
}

/// <summary>An indicator of theirs beside ours, both for the same kind of area.</summary>
public sealed record ComparedIndicator
{
    /// <summary>The indicator's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name, without our own place.</summary>
    public required LocalText Name { get; init; }

    /// <summary>The unit.</summary>
    public required LocalText Unit { get; init; }

    /// <summary>The number of decimals.</summary>
    public required int Decimals { get; init; }

    /// <summary>The kind of area.</summary>
    public required AreaLevel Level { get; init; }

    /// <summary>Theirs.</summary>
    public required AreaFigure Theirs { get; init; }

    /// <summary>Ours; null where there is none for such an area.</summary>
    public AreaFigure? Ours { get; init; }

    /// <summary>The peers' median in the period of theirs; null where the indicator has no peers of such areas, or too few have a value.</summary>
    public PeerFigure? Peers { get; init; }

    /// <summary>Whether ours and theirs are of the same period.</summary>
    public bool IsSamePeriod => Ours?.Period == Theirs.Period;

    /// <summary>Whether amounts of different years may not be compared at all.</summary>
    public bool IsCurrentPrices { get; init; }

    /// <summary>Who stands behind the figures.</summary>
    public required string Producer { get; init; }
}

/// <summary>A figure of an area.</summary>
/// <param name="Code">The area's code.</param>
/// <param name="Area">The area's name.</param>
/// <param name="Period">The period.</param>
/// <param name="Value">The value.</param>
public sealed record AreaFigure(string Code, LocalText Area, string Period, double Value)
{
    [JsonIgnore]
    internal Period When => Foresight.Sdk.Period.Parse(Period);
}

/// <summary>The median of a peer group.</summary>
/// <param name="Group">The group.</param>
/// <param name="Year">The year for which it was drawn.</param>
/// <param name="Median">The median.</param>
/// <param name="Count">How many have a value.</param>
/// <param name="Of">How many belong to it, ourselves left out.</param>
public sealed record PeerFigure(LocalText Group, int Year, double Median, int Count, int Of);

/// <summary>Why indicators are not there.</summary>
public enum MissingReason
{
    /// <summary>The policy says that the place has no figures in this code list.</summary>
    KnownToHaveNone,

    /// <summary>It is no place: neither it nor its country has codes.</summary>
    NoPlace,

    /// <summary>The place has no code in the code list of the source.</summary>
    NoCode,

    /// <summary>It has a code, but the source no figures for it.</summary>
    NoFigures,

    /// <summary>Nothing of the indicator is stored.</summary>
    NotStored,

    /// <summary>Several series are stored under one name, so that nobody can tell which is meant.</summary>
    SeveralSeries,
}

/// <summary>Indicators that cannot be set beside each other, for one reason.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="List">The code list that it is about; null for none.</param>
/// <param name="Indicators">Their ids.</param>
public sealed record MissingFigures(MissingReason Reason, string? List, IReadOnlyList<string> Indicators);
