using System.Globalization;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals.Attention;

/// <summary>A burst of an area, topic or term as a signal.</summary>
internal static class BurstSignal
{
    public const string Method = "attention";

    /// <summary>The signal, without what only some of them have.</summary>
    /// <param name="id">Its id after <c>burst/</c>.</param>
    /// <param name="burst">The burst.</param>
    /// <param name="subject">The headline's beginning, up to and with its verb.</param>
    /// <param name="proof">The documents.</param>
    /// <param name="window">The weeks.</param>
    /// <param name="view">The view that was counted.</param>
    /// <param name="record">How the label reads in an evidence's record.</param>
    public static Signal Of(string id, UnderWay burst, LocalText subject, NewsProof proof, NewsWindow window, string view, string record)
    {
        var found = burst.Burst;
        var now = (double)found.Relevant / found.Documents;
        var days = window.Days(found.Start, found.End);
        return new Signal
        {
            Id = "burst/" + id,
            Kind = "attention",
            Level = SignalLevel.Cluster,
            Steep = proof.Steep,
            Publishers = proof.Publishers,
            Method = Method,
            Headline = new LocalText(
                $"{subject.Sv} {BurstSentence.Lately(found.Length, "sv")}: {BurstSentence.Stories(found.Relevant, "sv")}, där omkring {BurstSentence.Expected(found.Expected, "sv")} var att vänta.",
                $"{subject.En} {BurstSentence.Lately(found.Length, "en")}: {BurstSentence.Stories(found.Relevant, "en")} where about {BurstSentence.Expected(found.Expected, "en")} were to be expected."),
            Caveat = BurstSentence.Caveat(burst.Reports, proof.Publishers, byModel: view != "documents"),
            Weight = Math.Round(Math.Min(0.49, 0.3 + (0.004 * found.Weight)), 4),
            Figures =
            [
                new SignalFigure("share-before", burst.Before),
                new SignalFigure("share-now", now),
                new SignalFigure("ratio", found.Relevant / found.Expected),
                new SignalFigure("burst-weight", found.Weight) { Method = "automaton of quiet and burst states against the 13 quiet weeks before" },
                new SignalFigure("p-value", burst.Adjusted) { Method = "Ville's bound, adjusted by Benjamini and Hochberg" },
                new SignalFigure("stories", found.Relevant),
                new SignalFigure("reports", burst.Reports),
                new SignalFigure("weeks", found.Length),
            ],
            Evidence =
            [
                NewsEvidence.Count(view, found.Relevant, $"{record} {days}", "count of stories (story_id of document_stories)"),
                NewsEvidence.Count(view, found.Expected, $"{record} {days}", string.Create(
                    CultureInfo.InvariantCulture, $"share of stories in the quiet ones of the {BurstWatch.Reference} weeks before, times {found.Documents} stories")),
                NewsEvidence.Count(view, burst.Reports, $"{record} {days}", "count of reports"),
                NewsEvidence.Count(view, proof.Publishers, $"{record} {days}", "count of publishers with a story of their own"),
                .. proof.Documents,
            ],
        };
    }
}
