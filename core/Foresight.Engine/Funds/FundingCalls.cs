using Foresight.Engine.Calendar;
using Foresight.Engine.Registers;
using Foresight.Sdk;

namespace Foresight.Engine.Funds;

/// <summary>Open and coming calls for a policy's owner: those that one may apply for, best first, and those left out with the reason (docs/funds.md).</summary>
/// <param name="Calls">The calls for us, best first.</param>
/// <param name="LeftOut">The others, by identifier.</param>
/// <param name="Stored">How many calls are stored, those that are over included.</param>
/// <param name="Partners">The partners on record.</param>
/// <param name="NeedsRegistered">Whether any need is registered: without, no call can be told to serve one.</param>
public sealed record FundingCalls(IReadOnlyList<RankedCall> Calls, IReadOnlyList<LeftOutCall> LeftOut, int Stored, PartnersOnRecord Partners, bool NeedsRegistered)
{
    /// <summary>The calls in which a partner from this country (ISO 3166, two letters) can take part too.</summary>
    public IReadOnlyList<RankedCall> With(string country) => [.. Calls.Where(call => call.Fund.Programme!.Countries.Contains(country, StringComparer.Ordinal))];

    /// <summary>Reads and ranks the calls that stand open on a day, or will.</summary>
    public static async Task<FundingCalls> ReadAsync(ITables tables, Policy policy, RegisterBook registers, MeetingCalendar meetings, DateOnly today)
    {
        var stored = await StoredCall.ReadAsync(tables).ConfigureAwait(false);
        var partners = PartnersOnRecord.Of(policy, registers);
        var needs = registers.Needs.Any(need => !need.IsExample) ? registers.Needs.Where(need => !need.IsExample).ToList() : registers.Needs;
        var (eligibility, fit, lead) = (new Eligibility(policy), new CallFit(policy, partners, needs), new LeadTime(policy, meetings, today));
        var calls = new List<RankedCall>();
        var leftOut = new List<LeftOutCall>();
        foreach (var call in stored.Where(call => call.IsCurrent(today)))
        {
            var watched = WatchedBy(policy, call);
            if (eligibility.WhyNot(call, watched) is { } reason)
            {
                leftOut.Add(new LeftOutCall(call, reason));
                continue;
            }

            var (fund, part) = (watched!.Fund, watched.Part);
            var deadline = call.Deadlines.Where(day => day >= today).Cast<DateOnly?>().FirstOrDefault();
            var (points, reasons, areas) = fit.Of(call, fund, part);
            calls.Add(new RankedCall(call, fund, part)
            {
                Deadline = deadline,
                DaysLeft = deadline?.DayNumber - today.DayNumber,
                OpensInDays = call.Opening > today ? call.Opening.Value.DayNumber - today.DayNumber : null,
                Points = points,
                FocusAreas = areas,
                Reasons = reasons,
                Decision = lead.Of(deadline, part?.LeadTimeMonths ?? fund.Programme!.LeadTimeMonths),
            });
        }

        return new FundingCalls(
            [.. calls.OrderByDescending(call => call.Points).ThenBy(call => call.Role).ThenBy(call => call.Deadline ?? DateOnly.MaxValue).ThenBy(call => call.Call.Id, StringComparer.Ordinal)],
            leftOut, stored.Count, partners, needs.Count > 0);
    }

    /// <summary>The fund that a call belongs to: one that names the topic before one that names the programme alone.</summary>
    private static WatchedCall? WatchedBy(Policy policy, StoredCall call)
    {
        var fund = policy.Funds.Where(fund => fund.Programme?.Calls is not null)
            .Where(fund => fund.Programme!.Calls!.Programmes.Contains(call.Programme, StringComparer.OrdinalIgnoreCase))
            .Where(fund => fund.Programme!.Calls!.Topics.Count == 0 || TopicPattern.Fits(fund.Programme.Calls.Topics, call.Id))
            .OrderByDescending(fund => fund.Programme!.Calls!.Topics.Count > 0).FirstOrDefault();
        return fund is null ? null : new WatchedCall(fund, fund.Programme!.Parts.FirstOrDefault(part => TopicPattern.Fits(part.Topics, call.Id)));
    }
}

/// <summary>The fund, and the part of its programme, that a call belongs to.</summary>
internal sealed record WatchedCall(Fund Fund, ProgrammePart? Part);
