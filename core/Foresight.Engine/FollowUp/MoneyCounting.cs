using System.Globalization;
using Foresight.Engine.Registers;
using Foresight.Funding;
using Foresight.Sdk;

namespace Foresight.Engine.FollowUp;

/// <summary>Counts money of the period, kronor and euros apart.</summary>
internal sealed class MoneyCounting(
    FollowUpQuestion question, BodyScope scope, IReadOnlyList<RegisterEntry> activities, IReadOnlyList<RegisterEntry> registered, IReadOnlyList<PlaceMoney> neighbours, string home)
{
    private const string Kronor = "SEK";
    private const string Euros = "EUR";

    private readonly IReadOnlyList<RegisterEntry> _applications =
        [.. registered.Where(row => scope.Holds(row) || activities.Any(activity => activity["application"] == row.Id))];

    public FollowUpMoney Count()
    {
        var granted = _applications.Where(Counts).ToList();
        var inhabitants = neighbours.FirstOrDefault(money => money.Place.Id == home) is { } own
            ? new Inhabitants(own.Inhabitants, own.PopulationYear, own.Evidence[^1]) : null;
        return new FollowUpMoney
        {
            Currencies = [.. new[] { Kronor, Euros }.Select(currency => In(currency, granted, inhabitants)).Where(money => money.Applied.Rows + money.Granted.Rows + money.OwnCost.Rows > 0)],
            Submitted = Number(row => question.Holds(row.Day("submitted")), LacksHandingIn),
            Granted = Number(row => row["outcome"] == "granted" && question.Holds(row.Day("decided")), row => row["outcome"] == "granted" && row.Day("decided") is null),
            Rejected = Number(row => row["outcome"] == "rejected" && question.Holds(row.Day("decided")), row => row["outcome"] == "rejected" && row.Day("decided") is null),
            Waiting = Number(row => row["outcome"] == "submitted", _ => false),
            WithoutDays = _applications.Count(row => LacksHandingIn(row) || (row["outcome"] is "granted" or "rejected" && row.Day("decided") is null)),
            Undated = _applications.Count(row => row["outcome"] == "granted" && row.Day("decided") is null && !Counts(row)),
            GrantedWithoutAmount = granted.Count(row => row.Amount("granted") is null),
            ActivitiesWithoutCost = activities.Count(row => row.Amount("own_cost") is null),
            Inhabitants = inhabitants,
            Neighbours = !scope.IsWhole ? [] : [.. neighbours.Select(money => new NeighbourMoney(
                money.Place.Id, money.Place.Name, money.Place.Id == home, money.Rows, money.PerInhabitant, money.PopulationYear, money.Evidence))],
        };

        int? Number(Func<RegisterEntry, bool> fits, Func<RegisterEntry, bool> lacksTheDay) =>
            registered.Count == 0 ? null
            : _applications.Count(fits) is var number and > 0 ? number
            : _applications.Any(lacksTheDay) ? null : 0;
    }

    private static bool LacksHandingIn(RegisterEntry row) => row["outcome"] is "submitted" or "granted" or "rejected" && row.Day("submitted") is null;

    /// <summary>Whether a granted application counts: it was decided in the period, or an activity of the period rests on it.</summary>
    private bool Counts(RegisterEntry row) =>
        row["outcome"] == "granted" && (question.Holds(row.Day("decided")) || activities.Any(activity => activity["application"] == row.Id));

    private CurrencyMoney In(string currency, IReadOnlyList<RegisterEntry> counted, Inhabitants? inhabitants)
    {
        var granted = counted.Where(row => (row["currency"] ?? Euros) == currency).ToList();
        var paid = activities.Where(row => (row["currency"] ?? Kronor) == currency).ToList();
        var (income, cost) = (Sum(granted, "granted"), Sum(paid, "own_cost"));
        return new CurrencyMoney(currency)
        {
            Applied = Sum(_applications.Where(row => (row["currency"] ?? Euros) == currency && question.Holds(row.Day("submitted"))), "applied"),
            Granted = income,
            GrantedInPeriod = Sum(granted.Where(row => question.Holds(row.Day("decided"))), "granted"),
            OwnCost = cost,
            GrantedPerOwnCost = PerOwnCost(granted, currency),
            CostPerActivity = cost.Sum is { } sum ? Ratio("own cost of the activities", sum, "activities that name it", cost.Rows, cost.Rows, currency, "activities") : null,
            GrantedPerInhabitant = income.Sum is { } all && inhabitants is not null
                ? Ratio("granted", all, $"inhabitants {inhabitants.Year}", inhabitants.Number, income.Rows, currency, "applications") : null,
        };
    }

    private static MoneyRatio? PerOwnCost(IEnumerable<RegisterEntry> granted, string currency)
    {
        var both = granted.Where(row => row.Amount("granted") is not null && row.Amount("own_cost") > 0).ToList();
        return both.Count == 0 ? null
            : Ratio("granted", Total(both, "granted"), "own cost of the same applications", Total(both, "own_cost"), both.Count, currency, "applications");
    }

    private static MoneyRatio Ratio(string what, double above, string by, double below, int rows, string currency, string view)
    {
        var formula = string.Create(CultureInfo.InvariantCulture, $"{what} ({above} {currency}) / {by} ({below}), n = {rows}");
        return new MoneyRatio(above / below, rows, formula, new Evidence { View = view, Source = "*", Record = $"currency={currency}", Value = above / below, Formula = formula });
    }

    private static MoneySum Sum(IEnumerable<RegisterEntry> rows, string column)
    {
        var known = rows.Where(row => row.Amount(column) is not null).ToList();
        return new MoneySum(known.Count == 0 ? null : Total(known, column), known.Count, [.. known.Select(row => RowEvidence.Of(row, row.Amount(column)))]);
    }

    private static double Total(IEnumerable<RegisterEntry> rows, string column) => (double)rows.Sum(row => (decimal)row.Amount(column)!.Value);
}
