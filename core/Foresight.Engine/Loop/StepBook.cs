using System.Globalization;
using Foresight.Engine.Classify.Labelling;
using Foresight.Engine.Policies;
using Foresight.Engine.Registers;
using Foresight.Engine.Signals;
using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Engine.Loop;

/// <summary>Whose a signal is to be, and by when.</summary>
/// <param name="Owner">The body's id.</param>
/// <param name="Due">By when it is to have answered.</param>
public sealed record Taking(string Owner, DateOnly Due)
{
    /// <summary>The role in the body; never a person.</summary>
    public string? Role { get; init; }

    /// <summary>The response that is proposed.</summary>
    public string? Response { get; init; }
}

/// <summary>What people do about signals, to be recorded. No step is ever changed: the later goes on from the earlier.</summary>
/// <param name="tables">The store's tables.</param>
/// <param name="policy">The policy.</param>
/// <param name="append">Stores steps: <see cref="TableStore.AppendStepsAsync"/>.</param>
/// <param name="clock">The run's own clock.</param>
public sealed class StepBook(ITables tables, Policy policy, Func<IReadOnlyList<StepRow>, CancellationToken, Task> append, TimeProvider clock)
{
    private const int LongestText = 2000;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>A body takes the signal up: from then on it is that body's. Again with another owner it is handed over, with another day put off.</summary>
    /// <exception cref="ConfigurationException">It cannot be recorded; says everything that is wrong.</exception>
    public async Task<StepRow> TakeAsync(KnownSignal signal, Taking taking, string? by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(signal);
        ArgumentNullException.ThrowIfNull(taking);
        var (before, problems) = (await StepsOfAsync(signal).ConfigureAwait(false), new Problems());
        problems.Role("--by", by, "notes it", isNeeded: true);
        problems.Role("--role", taking.Role, "is to act", isNeeded: false);
        problems.Text("--response", taking.Response);
        if (!policy.Bodies.Any(body => body.Id == taking.Owner))
            problems.Add($"--owner {taking.Owner}: the policy has no such body{Nearest.Hint(taking.Owner, policy.Bodies.Select(body => body.Id))}. Its bodies: {string.Join(", ", policy.Bodies.Select(body => body.Id))}.");
        if (taking.Due < Today)
            problems.Add($"--due {Machine(taking.Due)} has passed: today is {Machine(Today)}. Give a day to come.");
        if (!signal.IsFound && before.Taken is null)
            problems.Add($"'{signal.Id}' has not been found since {Machine(ChainLinks.Day(signal.Since))}, so there is nothing to take up; 'foresight signals show {signal.Id}' tells what it was.");
        if (before.Taken is { } taken && taken.Owner == taking.Owner && taken.Due == taking.Due && (taking.Role ?? taken.Role) == taken.Role && (taking.Response ?? before.Response?.Response) == before.Response?.Response)
            problems.Add($"'{signal.Id}' was taken by {taken.Owner} on {Machine(ChainLinks.Day(taken.TakenAt))}, due {Machine(taking.Due)}: give another owner, day, role or response, or nothing changes.");
        problems.Throw();

        // A new day for the same body leaves its role standing; another body has roles of its own.
        var role = taking.Role?.Trim() ?? (before.Taken?.Owner == taking.Owner ? before.Taken.Role : null);
        return await RecordAsync(signal, before, StepKind.Taken, by, step => step with { Owner = taking.Owner, Role = role, Due = taking.Due, Response = taking.Response?.Trim() }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Nothing will be done about the signal.</summary>
    /// <exception cref="ConfigurationException">It cannot be recorded; says everything that is wrong.</exception>
    public async Task<StepRow> DropAsync(KnownSignal signal, string? reason, string? by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(signal);
        var (before, problems) = (await StepsOfAsync(signal).ConfigureAwait(false), new Problems());
        problems.Role("--by", by, "notes it", isNeeded: true);
        problems.Text("--reason", reason);
        if (string.IsNullOrWhiteSpace(reason))
            problems.Add("--reason is empty: say why nothing will be done; the next brief prints it.");
        if (before.Dropped is { } dropped && dropped.ContentHash == signal.Versions[0].ContentHash)
            problems.Add($"'{signal.Id}' was dropped on {Machine(ChainLinks.Day(dropped.TakenAt))} ({dropped.Reason}) and says the same still; 'foresight signals take' opens it again.");
        problems.Throw();
        return await RecordAsync(signal, before, StepKind.Dropped, by, step => step with { Reason = reason!.Trim() }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>An activity or a decision of the registers answers the signal, or both.</summary>
    /// <exception cref="ConfigurationException">It cannot be recorded; says everything that is wrong.</exception>
    public async Task<IReadOnlyList<StepRow>> LinkAsync(KnownSignal signal, string? activity, string? decision, string? by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(signal);
        var registers = await RegisterBook.ReadAsync(tables).ConfigureAwait(false);
        var (before, problems) = (await StepsOfAsync(signal).ConfigureAwait(false), new Problems());
        problems.Role("--by", by, "notes it", isNeeded: true);
        if (activity is null && decision is null)
            problems.Add("Nothing is linked: give --activity ID, --decision ID or both.");
        problems.Row("--activity", activity, registers.Activities, signal, before.Linked.FirstOrDefault(step => step.Activity == activity));
        problems.Row("--decision", decision, registers.Decisions, signal, before.Decided.FirstOrDefault(step => step.Decision == decision));
        if (before.Dropped is { } dropped)
            problems.Add($"'{signal.Id}' was dropped on {Machine(ChainLinks.Day(dropped.TakenAt))} ({dropped.Reason}): take it up again first ('foresight signals take').");
        problems.Throw();
        var rows = new List<StepRow>();
        if (decision is not null)
            rows.Add(await RecordAsync(signal, before, StepKind.Decided, by, step => step with { Decision = decision }, cancellationToken).ConfigureAwait(false));
        if (activity is not null)
            rows.Add(await RecordAsync(signal, SignalSteps.Of([.. before.All, .. rows]), StepKind.Linked, by, step => step with { Activity = activity }, cancellationToken).ConfigureAwait(false));
        return rows;
    }

    private async Task<SignalSteps> StepsOfAsync(KnownSignal signal) => SignalSteps.Of(
        (await StoredSteps.AllAsync(tables).ConfigureAwait(false)).Where(step => step.Analysis == signal.Analysis && step.SignalId == signal.Id));

    private async Task<StepRow> RecordAsync(KnownSignal signal, SignalSteps before, StepKind kind, string? by, Func<StepRow, StepRow> say, CancellationToken cancellationToken)
    {
        var at = SignalRegister.Later(clock.GetUtcNow(), before.All is [.., var last] ? last.TakenAt : null);
        var step = say(new StepRow(signal.Analysis, signal.Id, at, kind, PersonName.Read(by))
        {
            Headline = signal.Signal.Headline,
            FocusArea = signal.Signal.FocusArea,
            PolicyVersion = policy.Version,
            ContentHash = signal.Versions[0].ContentHash,
        });
        await append([step], cancellationToken).ConfigureAwait(false);
        return step;
    }

    private static string Machine(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed class Problems
    {
        private readonly List<string> _all = [];

        public void Add(string problem) => _all.Add(problem);

        public void Role(string option, string? given, string does, bool isNeeded)
        {
            if (string.IsNullOrWhiteSpace(given))
            {
                if (isNeeded || given is not null)
                    Add($"{option} says who {does}: give a role or initials, such as AB or analyst-2.");
            }
            else if (PersonName.ProblemOf(given) is { } problem)
            {
                Add($"{option}: {problem}");
            }
        }

        public void Text(string option, string? given)
        {
            if (given is { Length: > LongestText })
                Add($"{option} is {given.Length} letters long; {LongestText} are kept.");
        }

        public void Row(string option, string? id, IReadOnlyList<RegisterEntry> rows, KnownSignal signal, StepRow? linked)
        {
            if (id is null)
                return;
            if (rows.Count == 0)
                Add($"{option} {id}: nothing is registered there yet; add the row to data/registers and read it by 'foresight ingest'.");
            else if (!rows.Any(row => row.Id == id))
                Add($"{option} {id}: the register has no such row{Nearest.Hint(id, rows.Select(row => row.Id))}.");
            else if (linked is not null)
                Add($"{option} {id}: '{signal.Id}' was linked to it on {Machine(ChainLinks.Day(linked.TakenAt))} already.");
        }

        public void Throw()
        {
            if (_all.Count > 0)
                throw new ConfigurationException(_all);
        }
    }
}
