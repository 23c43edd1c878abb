using Foresight.Exposure;
using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.MonitoringCharts;

/// <summary>How far a country's exports lie with few groups of goods, year by year, from a summary whose groups are all of the exports.</summary>
internal static class GroupsOfGoods
{
    private const int Told = 3;

    /// <summary>The lines; null where the groups of fewer than two years are all of the exports.</summary>
    public static ConcentrationLines? Of(SummaryTrade summary, Place reporter, string language)
    {
        var sv = Phrases.IsSwedish(language);
        var whole = summary.Years.Where(year => year.Concentration is not null).ToArray();
        if (whole.Length < 2)
        {
            return null;
        }

        var (first, last, country) = (whole[0], whole[^1], reporter.Name.In(language));
        var (now, then) = (last.Concentration!.TopShare(Told), first.Concentration!.TopShare(Told));
        var (drift, groups) = (last.DriftSince(first), Phrases.Count(last.Sections.Count, language));
        var mover = drift.Changes[0];
        var name = SectionNames.In(mover.Part, language);
        var (share, shareThen, shift) = (Wording.Percent(now, language), Wording.Percent(then, language), Wording.Percent(drift.Shift, language));
        var (moved, movedFrom) = (Wording.Percent(mover.After, language), Wording.Percent(mover.Before, language));
        return new ConcentrationLines
        {
            Points = [.. Enumerable.Range(first.Year, last.Year - first.Year + 1).Select(year => PointOf(year, whole.FirstOrDefault(one => one.Year == year)))],
            Title = share == shareThen
                ? (sv ? $"Tre varugrupper stod för {share} av {Phrases.Genitive(country, language)} varuexport {last.Year}, som {first.Year}"
                    : $"Three groups of goods made up {share} of {Phrases.Genitive(country, language)} exports in {last.Year}, as in {first.Year}")
                : sv ? $"Tre varugrupper stod för {share} av {Phrases.Genitive(country, language)} varuexport {last.Year}, mot {shareThen} {first.Year}"
                : $"Three groups of goods made up {share} of {Phrases.Genitive(country, language)} exports in {last.Year}, against {shareThen} in {first.Year}",
            Subtitle = sv
                ? $"{country}, de största varugruppernas andel av varuexportens värde ({groups} grupper), procent, {first.Year}–{last.Year}"
                : $"{country}, share of the largest groups of goods in the value of exports ({groups} groups), per cent, {first.Year}–{last.Year}",
            Notes =
            [
                sv ? $"Sedan {first.Year} har {shift} av exporten bytt varugrupp; mest ändrades andelen för {name}, från {movedFrom} till {moved}."
                    : $"Since {first.Year} {shift} of exports moved between groups; the share of {name} changed most, from {movedFrom} to {moved}.",
                sv ? $"Gäller hela landet; uppgifterna slutar {last.Year}. HHI i tabellen: summan av andelarna i kvadrat, 1 om allt vore en enda grupp."
                    : $"For the whole country; the data end in {last.Year}. HHI in the table: the sum of squared shares, 1 if all were a single group.",
            ],
            Evidence =
            [
                last.Total!.Evidence with { Value = drift.Shift, Formula = $"half the sum of absolute changes of the sections' shares since {first.Year}" },
                First(last, mover.Part).Evidence with { Value = mover.After, Formula = "section / sum of sections" },
                First(first, mover.Part).Evidence with { Value = mover.Before, Formula = "section / sum of sections" },
            ],
            Source = summary.Source,
            Producer = "World Integrated Trade Solution (WITS)",
        };

        ConcentrationPoint PointOf(int year, SummaryYear? found) => new(
            Period.Year(year), found?.Concentration, found is null ? "" : SectionNames.In(found.Sections[0].Name, language),
            (value, formula) => found!.Total!.Evidence with { Value = value, Formula = formula });
    }

    private static SummaryFigure First(SummaryYear year, string section) => year.Sections.FirstOrDefault(one => one.Name == section) ?? year.Total!;
}
