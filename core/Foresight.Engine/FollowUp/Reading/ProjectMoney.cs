using System.Globalization;
using Foresight.Sdk;

namespace Foresight.Funding;

/// <summary>EU project money of places: the budgets of the partners that bear a place's <c>interreg</c> code, per inhabitant.</summary>
internal static class ProjectMoney
{
    public const string Dataset = "interreg-partners";
    public const string CodeList = "interreg";

    /// <summary>The money of our own place and the group's members, most per inhabitant first, those without a row last.</summary>
    public static async Task<IReadOnlyList<PlaceMoney>> ReadAsync(
        ITables tables, Policy policy, string source, string populationSource, string populationIndicator, string peerGroup)
    {
        var group = policy.PeerGroups.FirstOrDefault(candidate => candidate.Id == peerGroup)
            ?? throw new InvalidOperationException($"The policy {policy.Id} has no peer group '{peerGroup}': name one of its groups.");
        var partners = await tables.QueryAsync(
            """
            SELECT dims['organisation'] AS organisation, value, _load_id, _answer FROM observations
            WHERE _source = $1 AND dataset = $2 AND dims['organisation'] IS NOT NULL
            ORDER BY organisation, period, value
            """,
            source, Dataset).ConfigureAwait(false);
        var population = await tables.QueryAsync(
            """
            SELECT ref_area, period, value, dataset, _load_id, _answer FROM observations
            WHERE _source = $1 AND indicator = $2 AND value > 0 AND (sex IS NULL OR sex = 'T')
            ORDER BY period
            """,
            populationSource, populationIndicator).ConfigureAwait(false);
        var places = policy.Places.Where(place => place == policy.Home || group.Members.Contains(place.Id));
        return
        [
            .. places.Select(place => Of(place, partners, population, source, populationSource, populationIndicator)).OfType<PlaceMoney>()
                .OrderByDescending(money => money.PerInhabitant ?? -1).ThenBy(money => money.Place.Name.Sv, StringComparer.Ordinal),
        ];
    }

    private static PlaceMoney? Of(Place place, Table partners, Table population, string source, string populationSource, string indicator)
    {
        var codes = place.Codes.Values.SelectMany(list => list).Select(code => code.Code).ToHashSet(StringComparer.Ordinal);
        // Ordered by period: the last row is the newest year.
        var inhabitants = population.Rows.Where(row => codes.Contains(row.Text("ref_area"))).Select(row => (TableRow?)row).LastOrDefault();
        if (inhabitants is not { } people)
        {
            return null;
        }

        var names = place.CodesOf(CodeList).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var rows = partners.Rows.Where(row => names.Contains(row.Text("organisation").Trim())).ToArray();
        // The source writes an unknown budget as zero.
        var known = rows.Where(row => row.Number("value") > 0).ToArray();
        var budget = (double)known.Sum(row => (decimal)row.Number("value")!.Value);
        var count = people.Number("value")!.Value;
        double? perInhabitant = known.Length == 0 ? null : budget / count;
        List<Evidence> evidence = [];
        if (perInhabitant is not null)
        {
            evidence.Add(new Evidence
            {
                Value = perInhabitant,
                View = "observations",
                Source = source,
                Record = $"dataset={Dataset} organisation={string.Join('|', known.Select(row => row.Text("organisation")).Distinct(StringComparer.Ordinal))}",
                LoadId = known[0].Text("_load_id"),
                Answer = AnswerOf(known[0]),
                Formula = string.Create(CultureInfo.InvariantCulture, $"sum of {known.Length} partner budgets ({budget} EUR) / {count} inhabitants"),
            });
        }

        evidence.Add(new Evidence
        {
            Value = count,
            View = "observations",
            Source = populationSource,
            Record = $"dataset={people.Text("dataset")} indicator={indicator} ref_area={people.Text("ref_area")} period={people.Text("period")}",
            LoadId = people.Text("_load_id"),
            Answer = AnswerOf(people),
        });
        return new PlaceMoney(place, rows.Length, rows.Length - known.Length, budget, perInhabitant, count, people.Text("period"), evidence);
    }

    private static int? AnswerOf(TableRow row) => row["_answer"] is null ? null : Convert.ToInt32(row["_answer"], CultureInfo.InvariantCulture);
}

/// <summary>A place's EU project money.</summary>
/// <param name="Place">The place.</param>
/// <param name="Rows">Its partner rows.</param>
/// <param name="Unknown">Those of them without a known budget.</param>
/// <param name="Budget">The known budgets' sum in euro.</param>
/// <param name="PerInhabitant">The same per inhabitant; null where no budget is known.</param>
/// <param name="Inhabitants">The inhabitants.</param>
/// <param name="PopulationYear">The population's year.</param>
/// <param name="Evidence">The records behind it.</param>
internal sealed record PlaceMoney(
    Place Place, int Rows, int Unknown, double Budget, double? PerInhabitant, double Inhabitants, string PopulationYear, IReadOnlyList<Evidence> Evidence);
