using Foresight.Engine.Funds;
using Foresight.Sdk;

namespace Foresight.Engine.Briefs.Sections;

/// <summary>The calls that we may apply for, and the programmes that end.</summary>
internal sealed class FundsSection : IBriefSection
{
    private const int MostRows = 8;

    public string Id => "funds";

    public async Task<BriefSection?> BuildAsync(SectionContext context, CancellationToken cancellationToken)
    {
        if (context.Policy.Funds.Count == 0)
        {
            return null;
        }

        var calls = await FundingCalls.ReadAsync(context.Tables, context.Policy, context.Registers, context.Meetings, context.Today).ConfigureAwait(false);
        List<SectionPart> parts = [];
        if (calls.Stored == 0)
        {
            parts.Add(new SectionText(Say(context, "Inga utlysningar har lästs in, så vad som kan sökas är inte mätt.", "No calls have been read, so what can be applied for is not measured.")));
        }
        else
        {
            parts.Add(new SectionText(Summary(calls, context)));
            if (calls.Calls.Count > 0)
            {
                parts.Add(Rows(calls, context));
                parts.Add(new SectionText(Why(calls.Calls[0], context)));
            }
        }

        if (Ending(context) is { } ending)
        {
            parts.Add(new SectionText(ending));
        }

        return new BriefSection(Id, Say(context, "Pengar att söka", "Money to apply for")) { Parts = parts };
    }

    private static string Summary(FundingCalls calls, SectionContext context)
    {
        var (ours, others, shown) = (calls.Calls.Count, calls.LeftOut.Count, Math.Min(MostRows, calls.Calls.Count));
        var sv = ours switch
        {
            0 => "Ingen öppen eller kommande utlysning är för oss.",
            1 => "En öppen eller kommande utlysning är för oss.",
            _ => $"{Wording.Number(ours, "sv")} öppna eller kommande utlysningar är för oss.",
        };
        var en = ours switch
        {
            0 => "No open or coming call is for us.",
            1 => "One open or coming call is for us.",
            _ => $"{Wording.Number(ours, "en")} open or coming calls are for us.",
        };
        var late = calls.Calls.Count(call => call.Decision.State == DecisionState.TooLate);
        if (late > 0)
        {
            sv += ours == 1 ? " Det är för sent att besluta om den." : late == ours ? " Det är för sent att besluta om någon av dem." : $" För {Wording.Number(late, "sv")} av dem är det för sent att besluta.";
            en += ours == 1 ? " It is too late to decide on it." : late == ours ? " It is too late to decide on any of them." : $" For {Wording.Number(late, "en")} of them it is too late to decide.";
        }

        if (shown < ours)
        {
            sv += $" De {shown} som passar bäst står här.";
            en += $" The {shown} that fit best are listed here.";
        }

        if (others > 0)
        {
            sv += others == 1 ? " En till är inte för oss." : $" {Wording.Number(others, "sv")} till är inte för oss.";
            en += others == 1 ? " One more is not for us." : $" {Wording.Number(others, "en")} more are not for us.";
        }

        if (!calls.NeedsRegistered)
        {
            sv += " Vilka behov de svarar mot är inte mätt: inga behov är registrerade.";
            en += " Which needs they answer is not measured: no needs are registered.";
        }

        return Say(context, sv, en);
    }

    private static SectionTable Rows(FundingCalls calls, SectionContext context)
    {
        var language = context.Language;
        return new SectionTable(
            Say(context, "Utlysningar som kommunen kan vara med i, de som passar bäst först", "Calls that the municipality can take part in, those that fit best first"),
            [new(Say(context, "Utlysning", "Call")), new(Say(context, "Fond", "Fund")), new(Say(context, "Tid kvar", "Time left")), new(Say(context, "Passar", "Fit")), new(Say(context, "Beslut", "Decision"))],
            [
                .. calls.Calls.Take(MostRows).Select(call => (IReadOnlyList<SectionCell>)
                [
                    new(OutsideText.Line(call.Call.Title)) { Link = OutsideText.Link(call.Call.Url), Language = OutsideText.ForeignLanguage(call.Call.Language, language) },
                    new(call.Fund.Name.In(language)),
                    new(FundWords.Left(call).In(language)),
                    new(call.Fit.In(language)),
                    new(call.Decision.Sentence.In(language)),
                ]),
            ])
        {
            Evidence = [.. calls.Calls.Take(MostRows).Select(call => new Evidence { View = "documents", Source = call.Call.Source, Record = call.Call.Id, LoadId = call.Call.LoadId })],
        };
    }

    private static string Why(RankedCall call, SectionContext context)
    {
        var reasons = string.Join(" ", call.Reasons.Select(reason => reason.In(context.Language)));
        return Say(context, $"Varför {call.Fund.Name.Sv} står först: {reasons}", $"Why {call.Fund.Name.En} comes first: {reasons}");
    }

    /// <summary>What ends within two years, and whether a successor is proposed; null where nothing does.</summary>
    private static string? Ending(SectionContext context)
    {
        var ending = context.Policy.Funds.Where(fund => fund.Programme is { Period: { } period } && period.Last >= context.Today.Year && period.Last <= context.Today.Year + 2)
            .GroupBy(fund => fund.Programme!.Period!.Last).MinBy(group => group.Key);
        if (ending is null)
        {
            return null;
        }

        var (all, followed) = (ending.ToList(), ending.Count(fund => fund.Programme!.Successors.Count > 0));
        var (sv, en) = (FundWords.List([.. all.Select(fund => fund.Name.Sv)], "sv"), FundWords.List([.. all.Select(fund => fund.Name.En)], "en"));
        var (nextSv, nextEn) = followed == 0 ? ("", "")
            : followed == all.Count ? (all.Count == 1 ? ". En efterföljare är föreslagen men inte beslutad" : ". Efterföljare är föreslagna men inte beslutade", all.Count == 1 ? ". A successor is proposed but not adopted" : ". Successors are proposed but not adopted")
            : (". För några av dem är efterföljare föreslagna men inte beslutade", ". For some of them successors are proposed but not adopted");
        return Say(context, $"År {ending.Key} är det sista för {sv}{nextSv}.", $"{ending.Key} is the last year of {en}{nextEn}.");
    }

    private static string Say(SectionContext context, string sv, string en) => context.Language == "sv" ? sv : en;
}
