using Foresight.Engine.Store;

namespace Foresight.Engine.Loop;

/// <summary>What people did about one signal: the later step goes on from the earlier.</summary>
public sealed record SignalSteps
{
    /// <summary>Nothing was done.</summary>
    public static SignalSteps None { get; } = new() { All = [] };

    /// <summary>Every step, in its order.</summary>
    public required IReadOnlyList<StepRow> All { get; init; }

    /// <summary>The latest taking; null where nobody has it.</summary>
    public StepRow? Taken { get; private init; }

    /// <summary>The step by which its owner got it; what came after only changed its terms.</summary>
    public StepRow? First { get; private init; }

    /// <summary>Who had it before the owner; null where it was nobody's.</summary>
    public StepRow? HandedOverBy { get; private init; }

    /// <summary>The day that it was due before it was put off; null where it was not.</summary>
    public DateOnly? PutOffFrom { get; private init; }

    /// <summary>The dropping that holds; null where it is not dropped.</summary>
    public StepRow? Dropped { get; private init; }

    /// <summary>The response that is proposed, as it was last said; null where nobody said.</summary>
    public StepRow? Response { get; private init; }

    /// <summary>The links to activities.</summary>
    public IReadOnlyList<StepRow> Linked => [.. All.Where(step => step is { Step: StepKind.Linked, Activity: not null })];

    /// <summary>The links to decisions.</summary>
    public IReadOnlyList<StepRow> Decided => [.. All.Where(step => step is { Step: StepKind.Decided, Decision: not null })];

    /// <summary>The steps by which the signal was last read: a link says nothing of what it says.</summary>
    public StepRow? Read => Dropped ?? Taken ?? (All is [.., var last] ? last : null);

    /// <summary>Where the steps have led.</summary>
    /// <param name="steps">Steps of one signal, in their order.</param>
    public static SignalSteps Of(IEnumerable<StepRow> steps)
    {
        StepRow[] all = [.. steps];
        var latest = Array.FindLastIndex(all, step => step.Step is StepKind.Taken or StepKind.Dropped);
        if (latest < 0)
            return new SignalSteps { All = all };
        if (all[latest].Step == StepKind.Dropped)
            return new SignalSteps { All = all, Dropped = all[latest] };

        var dropped = Array.FindLastIndex(all, step => step.Step == StepKind.Dropped);
        var takings = all.Skip(dropped + 1).Where(step => step.Step == StepKind.Taken).ToList();
        var taken = takings[^1];
        var before = takings.FindLastIndex(step => step.Owner != taken.Owner);
        var own = takings.Skip(before + 1).ToList();
        return new SignalSteps
        {
            All = all,
            Taken = taken,
            First = own[0],
            HandedOverBy = before < 0 ? null : takings[before],
            PutOffFrom = own.Where(step => step.Due < taken.Due).Min(step => step.Due),
            Response = takings.LastOrDefault(step => step.Response is not null),
        };
    }
}
