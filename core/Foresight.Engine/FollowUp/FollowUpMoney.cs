using Foresight.Sdk;

namespace Foresight.Engine.FollowUp;

/// <summary>Money of a period, each currency by itself.</summary>
public sealed record FollowUpMoney
{
    /// <summary>The sums, kronor first; a currency in which nothing is written down is not there.</summary>
    public required IReadOnlyList<CurrencyMoney> Currencies { get; init; }

    /// <summary>Applications that were handed in in the period; null where none is registered at all, or none has that day and some lack it.</summary>
    public required int? Submitted { get; init; }

    /// <summary>Applications that were granted in the period; null likewise.</summary>
    public required int? Granted { get; init; }

    /// <summary>Applications that were turned down in the period; null likewise.</summary>
    public required int? Rejected { get; init; }

    /// <summary>Applications that have no answer on the day of asking.</summary>
    public required int? Waiting { get; init; }

    /// <summary>Applications that lack the day of handing in or of the answer, and count only where they have it.</summary>
    public required int WithoutDays { get; init; }

    /// <summary>Applications that were granted on a day that is not written down, and that no activity of the period rests on: in no sum.</summary>
    public required int Undated { get; init; }

    /// <summary>Granted applications that count here but name no amount.</summary>
    public required int GrantedWithoutAmount { get; init; }

    /// <summary>Activities of the period that name no own cost.</summary>
    public required int ActivitiesWithoutCost { get; init; }

    /// <summary>The municipality's inhabitants; null where they are not measured.</summary>
    public required Inhabitants? Inhabitants { get; init; }

    /// <summary>EU project money of the municipality and its neighbours, the most per inhabitant first; none where it is not read or not the whole is told.</summary>
    public required IReadOnlyList<NeighbourMoney> Neighbours { get; init; }
}

/// <summary>Inhabitants of a year.</summary>
public sealed record Inhabitants(double Number, string Year, Evidence Evidence);

/// <summary>A place's EU project money.</summary>
/// <param name="PerInhabitant">Euro per inhabitant; null where no amount is known.</param>
public sealed record NeighbourMoney(string Place, LocalText Name, bool IsHome, int Projects, double? PerInhabitant, string Year, IReadOnlyList<Evidence> Evidence);

/// <summary>A sum over the rows that name an amount.</summary>
/// <param name="Sum">The sum; null where no row names one.</param>
/// <param name="Rows">The rows that name one.</param>
public sealed record MoneySum(double? Sum, int Rows, IReadOnlyList<Evidence> Evidence);

/// <summary>A ratio with how it was computed.</summary>
/// <param name="Value">Its value.</param>
/// <param name="Rows">The rows behind it: n.</param>
/// <param name="Formula">What was divided by what, with the numbers.</param>
public sealed record MoneyRatio(double Value, int Rows, string Formula, Evidence Evidence);

/// <summary>Money in one currency.</summary>
/// <param name="Currency">SEK or EUR.</param>
public sealed record CurrencyMoney(string Currency)
{
    /// <summary>Applied for in the period.</summary>
    public required MoneySum Applied { get; init; }

    /// <summary>Granted: decided in the period, or an activity of the period rests on it. The whole grant, not a year's share.</summary>
    public required MoneySum Granted { get; init; }

    /// <summary>Of that what was decided in the period.</summary>
    public required MoneySum GrantedInPeriod { get; init; }

    /// <summary>What the municipality pays itself for the activities of the period; the whole, not a year's share.</summary>
    public required MoneySum OwnCost { get; init; }

    /// <summary>Granted per krona or euro of own co-financing, over the granted applications that name both.</summary>
    public required MoneyRatio? GrantedPerOwnCost { get; init; }

    /// <summary>Own cost per activity, over the activities that name it.</summary>
    public required MoneyRatio? CostPerActivity { get; init; }

    /// <summary>Granted per inhabitant.</summary>
    public required MoneyRatio? GrantedPerInhabitant { get; init; }
}
