using System.Globalization;
using Foresight.Funding;
using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals;

/// <summary>Our EU project money per inhabitant beside that of our neighbours.</summary>
internal sealed class ProjectMoneySignal(ProjectMoneySignalOptions options) : IAnalysis
{
    private const double Weight = 0.95;

    public async Task<AnalysisOutcome> AnalyseAsync(AnalysisContext context, CancellationToken cancellationToken)
    {
        var all = await ProjectMoney.ReadAsync(
            context.Tables, context.Policy, options.Source, options.PopulationSource, options.PopulationIndicator, options.PeerGroup).ConfigureAwait(false);
        var home = context.Policy.Home;
        var ours = all.FirstOrDefault(money => money.Place == home);
        var others = all.Where(money => money.Place != home).ToArray();
        var more = others.Where(money => money.PerInhabitant > (ours?.PerInhabitant ?? 0)).ToArray();
        if (ours is null || others.Length == 0 || (ours.PerInhabitant is null && more.Length == 0))
        {
            return new AnalysisOutcome([]);
        }

        PlaceMoney[] named = more.Length == 0 ? [ours] : [ours, more[0]];
        return new AnalysisOutcome(
        [
            new Signal
            {
                Id = "funding/project-money",
                Kind = "funding",
                Steep = Steep.Economic,
                // The population beside it only weighs it: it does not confirm it.
                Publishers = 1,
                Headline = new LocalText(Sentence(ours, more, others.Length, "sv"), Sentence(ours, more, others.Length, "en")),
                Caveat = new LocalText(
                    "Gäller Interregprojekt där kommunen själv är partner; bolag, kommunalförbund och andra EU-program är inte med.",
                    "Covers Interreg projects with the municipality itself as partner; its companies, associations of municipalities and other EU programmes are not included."),
                Weight = Weight,
                Chart = options.Chart,
                Evidence =
                [
                    .. named.SelectMany(money => money.Evidence),
                    new Evidence
                    {
                        Value = more.Length,
                        View = "observations",
                        Source = options.Source,
                        Record = $"dataset={ProjectMoney.Dataset} places={string.Join('|', more.Select(money => money.Place.Id))}",
                        Formula = string.Create(CultureInfo.InvariantCulture, $"neighbours of {others.Length} with more per inhabitant than {home.Id}"),
                    },
                ],
            },
        ]);
    }

    private static string Sentence(PlaceMoney ours, PlaceMoney[] more, int others, string language)
    {
        var sv = Phrases.IsSwedish(language);
        var home = ours.Place.Name.In(language);
        string Amount(PlaceMoney money) => Wording.Number(money.PerInhabitant!.Value, language, 1);
        var start = (sv, ours.PerInhabitant) switch
        {
            (true, null) => $"{home} har inget känt belopp i uppgifterna om EU-projekt",
            (true, _) => $"{home} har {Amount(ours)} euro per invånare i EU-projektmedel",
            (false, null) => $"{home} has no known amount in the data on EU projects",
            (false, _) => $"{home} has {Amount(ours)} euros of EU project money per inhabitant",
        };
        var all = Wording.Number(others, language);
        return (sv, more.Length) switch
        {
            (true, 0) => $"{start}, mest av {all} grannkommuner.",
            (true, 1) => $"{start}; en av {all} grannkommuner har mer, {more[0].Place.Name.Sv} med {Amount(more[0])}.",
            (true, var n) => $"{start}; {Phrases.Count(n, language)} av {all} grannkommuner har mer, {more[0].Place.Name.Sv} mest med {Amount(more[0])}.",
            (false, 0) => $"{start}, more than any of its {all} neighbours.",
            (false, 1) => $"{start}; one of {all} neighbours has more, {more[0].Place.Name.En} with {Amount(more[0])}.",
            (false, var n) => $"{start}; {Phrases.Count(n, language)} of {all} neighbours have more, {more[0].Place.Name.En} most with {Amount(more[0])}.",
        };
    }
}
