using Foresight.Funding;
using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.MonitoringCharts;

/// <summary>EU project money per inhabitant: our municipality and its neighbours as partners of their own.</summary>
internal sealed class ProjectMoneyPerInhabitant(ProjectMoneyOptions options) : IChart
{
    public async Task<ChartOutcome> BuildAsync(ChartContext context, CancellationToken cancellationToken)
    {
        var (language, sv) = (context.Language, Phrases.IsSwedish(context.Language));
        var all = await ProjectMoney.ReadAsync(
            context.Tables, context.Policy, options.Source, options.PopulationSource, options.PopulationIndicator, options.PeerGroup).ConfigureAwait(false);
        if (all.All(money => money.PerInhabitant is null))
        {
            return ChartOutcome.Nothing(sv
                ? "Varken vi eller grannkommunerna finns med belopp i uppgifterna om EU-projekt."
                : "Neither we nor our neighbours appear with an amount in the data on EU projects.");
        }

        var years = all.Select(money => money.PopulationYear).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var fetched = await Phrases.FetchedAsync(context.Tables, options.Source).ConfigureAwait(false);
        return ChartOutcome.Drawn(new ChartSpec
        {
            Kind = ChartKind.Bars,
            Title = TitleOf(all, context),
            Subtitle = sv
                ? $"EU-medel till Interregprojekt där kommunen själv är partner, euro per invånare (invånare {years[^1]})"
                : $"EU money for Interreg projects with the municipality itself as partner, euros per inhabitant (inhabitants {years[^1]})",
            Unit = sv ? "euro per invånare" : "euros per inhabitant",
            Decimals = 1,
            Series =
            [
                new ChartSeries
                {
                    Name = sv ? "EU-projektmedel per invånare" : "EU project money per inhabitant",
                    Points = [.. all.Select(money => PointOf(money, context))],
                },
            ],
            SourceLine = Phrases.OwnWork(sv ? "Interregbarometern och Kolada" : "Interregbarometern and Kolada", fetched, language),
            Notes = [.. NotesOf(all, sv)],
            Evidence = [.. all.SelectMany(money => money.Evidence)],
        });
    }

    private static string TitleOf(IReadOnlyList<PlaceMoney> all, ChartContext context)
    {
        var (language, sv) = (context.Language, Phrases.IsSwedish(context.Language));
        var home = context.Policy.Home.Name.In(language);
        var ours = all.FirstOrDefault(money => money.Place == context.Policy.Home)?.PerInhabitant;
        if (ours is null)
        {
            var count = Phrases.Count(all.Count(money => money.PerInhabitant is not null), language);
            return sv
                ? $"{home} har inget belopp i uppgifterna om EU-projekt, {count} av grannkommunerna har det"
                : $"{home} has no amount in the data on EU projects, {count} of its neighbours have";
        }

        var number = Wording.Number(ours.Value, language, 1);
        var more = all.Count(money => money.PerInhabitant > ours);
        return (sv, more) switch
        {
            (true, 0) => $"{home} har mest EU-projektmedel i grannskapet: {number} euro per invånare",
            (true, 1) => $"{home} har {number} euro per invånare i EU-projektmedel; en grannkommun har mer",
            (true, _) => $"{home} har {number} euro per invånare i EU-projektmedel; {Phrases.Count(more, language)} grannkommuner har mer",
            (false, 0) => $"{home} has the most EU project money in its neighbourhood: {number} euros per inhabitant",
            (false, 1) => $"{home} has {number} euros of EU project money per inhabitant; one neighbour has more",
            (false, _) => $"{home} has {number} euros of EU project money per inhabitant; {Phrases.Count(more, language)} neighbours have more",
        };
    }

    private static ChartPoint PointOf(PlaceMoney money, ChartContext context)
    {
        var sv = Phrases.IsSwedish(context.Language);
        return new ChartPoint
        {
            Label = money.Place.Name.In(context.Language),
            Value = money.PerInhabitant,
            Mark = money.Place == context.Policy.Home ? PointMark.Highlight : PointMark.None,
            // No row says only that the municipality is no partner in these data: that is not the same as zero euro.
            Note = money switch
            {
                { Rows: 0 } => sv ? "inget i uppgifterna" : "nothing in the data",
                { PerInhabitant: null } => sv ? "belopp okänt" : "amount unknown",
                { Rows: 1 } => sv ? "1 projekt" : "1 project",
                _ => sv ? $"{money.Rows} projekt" : $"{money.Rows} projects",
            },
        };
    }

    private static IEnumerable<string> NotesOf(IReadOnlyList<PlaceMoney> all, bool sv)
    {
        yield return sv
            ? "Räknar partnerbudgetar där kommunen själv är partner; bolag, kommunalförbund och andra partner i kommunen är inte med. Inte officiell statistik."
            : "Counts partner budgets where the municipality itself is the partner; its companies, associations of municipalities and other local partners are not included. Not official statistics.";
        if (all.Sum(money => money.Unknown) is > 0 and var unknown)
        {
            yield return sv
                ? $"{(unknown == 1 ? "Ett projekt" : $"{unknown} projekt")} saknar känt belopp och räknas inte med i summorna."
                : $"{(unknown == 1 ? "One project has" : $"{unknown} projects have")} no known amount and {(unknown == 1 ? "is" : "are")} not in the sums.";
        }
    }
}
