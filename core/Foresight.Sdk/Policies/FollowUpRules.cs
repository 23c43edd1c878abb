namespace Foresight.Sdk;

/// <summary>How the work is followed up: bounds and figures that the registers do not hold themselves.</summary>
public sealed record FollowUpRules
{
    /// <summary>After how many months without contact a partner counts as dormant; default 12.</summary>
    public int DormantMonths { get; init; } = 12;

    /// <summary>Where project money and inhabitants are read; null for nowhere.</summary>
    public ProjectMoneyFigures? ProjectMoney { get; init; }
}

/// <summary>Where EU project money and inhabitants are read, and beside whom we stand.</summary>
/// <param name="Source">The source entry that brings the partners of projects.</param>
/// <param name="PopulationSource">The source entry that brings the inhabitants.</param>
/// <param name="PopulationIndicator">The indicator of the inhabitants, such as <c>N01951</c>.</param>
/// <param name="PeerGroup">The group of places to stand beside (<see cref="Sdk.PeerGroup.Id"/>).</param>
public sealed record ProjectMoneyFigures(string Source, string PopulationSource, string PopulationIndicator, string PeerGroup);
