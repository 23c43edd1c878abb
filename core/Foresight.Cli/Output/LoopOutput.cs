using System.CommandLine;
using System.Globalization;
using Foresight.Engine;
using Foresight.Engine.Loop;
using Foresight.Engine.Signals;
using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Cli.Output;

/// <summary>Chains of the loop as commands print them.</summary>
internal static class LoopOutput
{
    /// <summary>The option that says who notes a step.</summary>
    public static Option<string?> By() => new("--by") { Description = "Who notes it: initials or a role, not a name (default: the environment's FORESIGHT_PERSON)", HelpName = "ROLE" };

    /// <summary>Says what was recorded and what is missing next.</summary>
    public static async Task WriteStepAsync(this Terminal terminal, Pipeline pipeline, KnownSignal signal, bool json, string said)
    {
        var chain = (await pipeline.LoopAsync()).Of(signal);
        if (json)
        {
            terminal.Out.WriteJson(chain is null ? null : Json(chain));
            return;
        }

        terminal.Out.WriteLine($"Recorded. {signal.Id}: {said.TrimEnd('.')}.");
        if (chain?.Open is [var next, ..])
            terminal.Out.WriteLine($"Missing next: {Missing(next)}, from {next.Outside?.En ?? next.Body ?? "nobody"}{(next.Due is { } due ? $", by {Day(due)}" : "")}; {Meets(next)}.");
    }

    /// <summary>A row of the table: a chain and one of its open ends; null for a chain that has none.</summary>
    public static IReadOnlyList<string> Cells(LoopChain chain, OpenEnd? end, Policy policy) =>
    [
        chain.Id, LoopNames.Of(chain.Standing).En + Changed(chain), end is null ? "" : Missing(end) + (end.IsOverdue ? " (overdue)" : ""),
        end is null ? "" : end.Outside?.En ?? Name(policy, end.Body), end?.Role ?? "", Day(end?.Since), Number(end?.Days),
        Day(end?.Due), Number(end?.DaysLeft), end is null ? "" : end.NextMeeting is { } day ? Day(day) + (end.MeetsTooLate ? " (too late)" : "") : end.Body is null ? "" : "not known",
        Number(end?.MeetingsSince), (end?.Of ?? chain.Headline.En) + (end?.IsExample ?? chain.IsExample ? " (example)" : ""),
    ];

    /// <summary>One chain: every link with its day and where it is from, then what is missing.</summary>
    public static void WriteChain(this TextWriter output, LoopChain chain, Policy policy)
    {
        output.WriteLine(chain.Headline.En);
        output.WriteLine($"{chain.Id}: {LoopNames.Of(chain.Standing).En}{Changed(chain)}");
        output.WriteLine();
        foreach (var link in chain.Links)
            output.WriteLine($"{LoopNames.Of(link.Stage).En,-17}  {(link.Day is { } day ? Day(day) : "no day"),-10}  {link.Text.En.ReplaceLineEndings(" ")}{(link.IsExample ? " (example)" : "")} [{link.Reference}]");
        output.WriteLine();
        if (chain.Steps.Dropped is { } dropped)
            output.WriteLine($"Dropped on {Day(DateOnly.FromDateTime(dropped.TakenAt.UtcDateTime))}, noted by {dropped.Person}: {dropped.Reason}");
        foreach (var end in chain.Open)
        {
            output.WriteLine($"Missing: {Missing(end)}{(end.Of is { } of ? $" of {of}" : "")}, from {end.Outside?.En ?? Name(policy, end.Body)}{(end.Role is { } role ? $" ({role})" : "")}"
                + (end.Since is { } since ? $", since {Day(since)} ({Days(end.Days!.Value)})" : "")
                + (end.Due is { } due ? $", by {Day(due)}{(end.IsOverdue ? $": {Days(-end.DaysLeft!.Value)} overdue" : "")}" : "") + $"; {Meets(end)}.");
        }

        if (chain.Open.Count == 0)
            output.WriteLine("Nothing is missing.");
    }

    /// <summary>A step in one line.</summary>
    public static string Line(StepRow step) => string.Join(" · ", new[]
    {
        $"{SignalRatingText.Minute(step.TakenAt)}  {JsonOutput.Word(step.Step)} by {step.Person}",
        step.Owner, step.Role, step.Due is { } due ? $"due {Day(due)}" : null, step.Response, step.Reason, step.Activity, step.Decision,
    }.OfType<string>());

    /// <summary>As JSON.</summary>
    public static object Json(LoopChain chain) => new
    {
        chain.Id,
        chain.Headline,
        chain.Standing,
        chain.FocusAreas,
        owner = chain.Owner,
        chain.Role,
        chain.Due,
        chain.IsOverdue,
        chain.Change,
        chain.ChangedOn,
        chain.IsExample,
        links = chain.Links,
        open = chain.Open,
        steps = chain.Steps.All,
        decisions = chain.Decisions.Select(row => row.Id),
        applications = chain.Applications.Select(row => row.Id),
        activities = chain.Activities.Select(row => row.Id),
    };

    private static string Missing(OpenEnd end) => end.Outside is null ? LoopNames.Of(end.Missing).En : "answer to the application";

    private static string Changed(LoopChain chain) => chain.Change switch
    {
        SignalChange.Changed => ", changed since",
        SignalChange.Gone => ", no longer found",
        SignalChange.Unknown => ", signal not in the register",
        _ => "",
    };

    private static string Meets(OpenEnd end) => end switch
    {
        { Body: null } => "no body of the policy is to act",
        { NextMeeting: null } => "when it meets next is not known",
        { NextMeeting: { } day } => $"it meets next on {Day(day)}{(end.MeetsTooLate ? ", which is too late" : "")}",
    };

    private static string Name(Policy policy, string? body) => policy.Bodies.FirstOrDefault(known => known.Id == body)?.Name.En ?? body ?? "nobody";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Days(int days) => FormattableString.Invariant($"{days} {(days == 1 ? "day" : "days")}");

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
