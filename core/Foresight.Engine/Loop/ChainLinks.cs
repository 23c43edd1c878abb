using System.Globalization;
using Foresight.Engine.Registers;
using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Engine.Loop;

/// <summary>The links of a chain that are there, each with its day and where it is from.</summary>
internal sealed class ChainLinks(Policy policy, RegisterBook registers)
{
    private const int HashLength = 8;

    public static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime);

    public IEnumerable<LoopLink> Of(LoopChain chain)
    {
        var steps = chain.Steps;
        if (chain.IsOfSignal)
            yield return OfSignal(chain);
        foreach (var need in chain.Activities.Select(activity => registers.Find(Register.Needs, activity["need"])).OfType<RegisterEntry>().Distinct())
            yield return Row(LoopStage.Need, need, need["title"]!, need.First("since"));
        foreach (var area in chain.FocusAreas)
            yield return new LoopLink(LoopStage.FocusArea, policy.FocusAreas.FirstOrDefault(known => known.Id == area)?.Name ?? Same(area), AreaSince(chain), $"policy {policy.Version}, {area}");
        if (steps.Response is { Response: { } response } proposed)
            yield return Step(LoopStage.Response, Same(response), proposed);
        if (steps.Taken is { } taken)
            yield return Step(LoopStage.Owner, Owned(chain.Owner, chain.Role), taken);
        else if (chain.Owner is not null && OwnerIsFrom(chain) is { } says)
            yield return Row(LoopStage.Owner, says, Owned(chain.Owner, chain.Role), says.Day("decided"));
        foreach (var decision in chain.Decisions)
            yield return Row(LoopStage.Decision, decision, decision["title"]!, decision.Day("decided"));
        foreach (var activity in chain.Activities.Where(activity => ActivityState.HasDecision(activity) && !chain.Decisions.Any(decision => decision.Id == activity["decision"])))
            yield return Row(LoopStage.Decision, activity, activity["title"]!, null);
        foreach (var application in chain.Applications)
            yield return Row(LoopStage.Application, application, application["title"]!, application.Day("decided") ?? application.Day("submitted") ?? application.Day("deadline"));
        foreach (var link in chain.Activities.SelectMany(Done))
            yield return link;
        foreach (var lost in steps.Linked.Where(step => registers.Find(Register.Activities, step.Activity) is null))
            yield return Step(LoopStage.Activity, Lost(lost.Activity!), lost);
        foreach (var lost in steps.Decided.Where(step => registers.Find(Register.Decisions, step.Decision) is null))
            yield return Step(LoopStage.Decision, Lost(lost.Decision!), lost);
    }

    // The area is the finding's, or the activity's own.
    private static DateOnly? AreaSince(LoopChain chain) => chain.Signal is { } signal ? Day(signal.FirstFoundAt) : chain.Activities is [var activity, ..] ? activity.First("starts") : null;

    private static RegisterEntry? OwnerIsFrom(LoopChain chain) => chain switch
    {
        { Decisions: [.., var decision] } => decision,
        { Activities: [_, ..] } => chain.Activities.FirstOrDefault(ActivityState.IsAlive),
        { Applications: [var application, ..] } => application,
        _ => null,
    };

    private static IEnumerable<LoopLink> Done(RegisterEntry activity)
    {
        yield return Row(LoopStage.Activity, activity, activity["title"]!, activity.First("starts"));
        if (ActivityState.HasResult(activity))
        {
            var outcome = new LocalText(activity.Label("outcome", "sv") ?? "", activity.Label("outcome", "en") ?? "");
            yield return Row(LoopStage.Result, activity, activity["result"] is { } result ? Same(result) : outcome, activity.Last("ends"));
        }

        if (ActivityState.IsFollowedUp(activity))
            yield return Row(LoopStage.FollowUp, activity, activity["title"]!, activity.Day("followed_up"));
    }

    private static LoopLink OfSignal(LoopChain chain)
    {
        if (chain.Signal is not { } signal)
            return new LoopLink(LoopStage.Signal, chain.Headline, null, $"{chain.Id}, not in the register of signals");
        // The versions stand with the latest first.
        var hash = chain.Steps.Read?.ContentHash ?? signal.Versions[0].ContentHash;
        var place = signal.Versions.Index().FirstOrDefault(version => version.Item.ContentHash == hash).Index;
        return new LoopLink(
            LoopStage.Signal, chain.Headline, Day(signal.FirstFoundAt),
            string.Create(CultureInfo.InvariantCulture, $"{signal.Id}, version {signal.Versions.Count - place} of {signal.Versions.Count} ({hash[..Math.Min(hash.Length, HashLength)]})"));
    }

    private LocalText Owned(string? body, string? role)
    {
        var name = policy.Bodies.FirstOrDefault(known => known.Id == body)?.Name ?? Same(body ?? "");
        return role is null ? name : new LocalText($"{name.Sv} ({role})", $"{name.En} ({role})");
    }

    private static LoopLink Step(LoopStage stage, LocalText text, StepRow step) => new(stage, text, Day(step.TakenAt), $"noted by {step.Person}");

    private static LoopLink Row(LoopStage stage, RegisterEntry row, string text, DateOnly? day) => Row(stage, row, Same(text), day);

    private static LoopLink Row(LoopStage stage, RegisterEntry row, LocalText text, DateOnly? day) => new(
        stage, text, day, string.Join(", ", new[] { Dnr(row), $"{row.Register.Id}/{row.Id}", $"load {row.LoadId}" }.OfType<string>()))
    {
        IsExample = row.IsExample,
    };

    /// <summary>The registry number and paragraph of a row; null where it has none.</summary>
    public static string? Dnr(RegisterEntry row)
    {
        var said = new[] { row["dnr"] is { } number ? number.StartsWith("dnr", StringComparison.OrdinalIgnoreCase) ? number : $"dnr {number}" : null, Paragraph(row["paragraph"]) }.OfType<string>().ToList();
        return said.Count == 0 ? null : string.Join(", ", said);
    }

    private static string? Paragraph(string? text) => text is null ? null : text.Contains('§', StringComparison.Ordinal) ? text : $"§ {text}";

    private static LocalText Lost(string id) => new($"{id} finns inte längre i registret", $"{id} is no longer in the register");

    private static LocalText Same(string text) => new(text, text);
}
