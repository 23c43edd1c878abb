using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals.Coverage;

/// <summary>That a focus area has too little evidence, and what is lacking.</summary>
internal static class ThinEvidence
{
    public static Silence? Of(AreaEvidence evidence, CorrectedAreas corrected, CoverageGapsOptions options)
    {
        var sv = Lacking(evidence, corrected, options, "sv");
        if (sv.Count == 0)
        {
            return null;
        }

        var en = Lacking(evidence, corrected, options, "en");
        return new Silence("coverage/area/" + evidence.Area.Id, evidence.Area.Id, new LocalText(
            $"{evidence.Area.ShortName.Sv} har för lite underlag under {Phrases.LastMonths(options.Months, "sv")}: {Phrases.Listed(sv, "och")}. Att det är tyst betyder inte att inget händer.",
            $"{evidence.Area.ShortName.En} has too little evidence in {Phrases.LastMonths(options.Months, "en")}: {Phrases.Listed(en, "and")}. That it is quiet does not mean that nothing happens."));
    }

    private static List<string> Lacking(AreaEvidence evidence, CorrectedAreas corrected, CoverageGapsOptions options, string language)
    {
        var sv = Phrases.IsSwedish(language);
        if (evidence.Stories == 0)
        {
            return [sv ? "inga nyheter alls" : "no stories at all"];
        }

        List<string> lacking = [];
        var stories = (sv, evidence.Stories) switch
        {
            (true, 1) => "bara en nyhet",
            (true, var n) => $"bara {Phrases.Count(n, language)} nyheter",
            (false, 1) => "only one story",
            (false, var n) => $"only {Phrases.Count(n, language)} stories",
        };
        if (evidence.Stories < options.Stories)
        {
            lacking.Add(stories);
        }
        else if (corrected.Counts.TryGetValue(evidence.Area.Id, out var count) && count.Number < options.Stories)
        {
            string N(double number) => Wording.Number(Math.Round(number), language);
            lacking.Add(sv
                ? $"{N(evidence.Stories)} nyheter sorterade hit, men omkring {N(count.Number)} ({N(count.Low)}–{N(count.High)}) när modellens fel räknats bort"
                : $"{N(evidence.Stories)} stories sorted here, but about {N(count.Number)} ({N(count.Low)}–{N(count.High)}) once the model's errors are taken out");
        }

        if (evidence.Publishers.Count < options.Publishers)
        {
            lacking.Add((sv, evidence.Publishers.Count) switch
            {
                (true, 1) => $"bara en utgivare ({evidence.Publishers[0]})",
                (true, var n) => $"bara {Phrases.Count(n, language)} utgivare",
                (false, 1) => $"only one publisher ({evidence.Publishers[0]})",
                (false, var n) => $"only {Phrases.Count(n, language)} publishers",
            });
        }

        lacking.AddRange(options.Languages.Where(code => !evidence.Languages.Contains(code)).Select(code =>
            sv ? $"ingen text på {Phrases.Small(WatchCoverage.LanguageName(code).Sv)}" : $"no text in {WatchCoverage.LanguageName(code).En}"));
        return lacking;
    }
}
