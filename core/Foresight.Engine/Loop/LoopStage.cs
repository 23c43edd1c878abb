using System.Diagnostics.CodeAnalysis;

[assembly: SuppressMessage("Naming", "CA1716", Scope = "namespace", Target = "~N:Foresight.Engine.Loop", Justification = "The loop is the field's word for it, and nobody calls the engine from Visual Basic.")]

namespace Foresight.Engine.Loop;

/// <summary>A link of the loop, in its order.</summary>
public enum LoopStage
{
    /// <summary>What was found outside.</summary>
    Signal,

    /// <summary>What the services need to develop.</summary>
    Need,

    /// <summary>The focus area of the policy.</summary>
    FocusArea,

    /// <summary>The response that is proposed.</summary>
    Response,

    /// <summary>The body and role whose it is.</summary>
    Owner,

    /// <summary>What a body decided.</summary>
    Decision,

    /// <summary>An application to a fund.</summary>
    Application,

    /// <summary>What is done.</summary>
    Activity,

    /// <summary>What it led to.</summary>
    Result,

    /// <summary>That it was followed up.</summary>
    FollowUp,
}

/// <summary>How far a chain has come.</summary>
public enum LoopStanding
{
    /// <summary>Nobody has it.</summary>
    Unowned,

    /// <summary>A body has it.</summary>
    Taken,

    /// <summary>A body decided.</summary>
    Decided,

    /// <summary>An application is planned or waits for its answer.</summary>
    Applied,

    /// <summary>An activity is planned or goes on.</summary>
    Active,

    /// <summary>The activities are past their end, and a result is missing.</summary>
    Ended,

    /// <summary>There is a result, and it was not followed up.</summary>
    Reported,

    /// <summary>It is done and followed up.</summary>
    FollowedUp,

    /// <summary>Nothing will be done.</summary>
    Dropped,

    /// <summary>The application was rejected or withdrawn, and nothing else goes on.</summary>
    Closed,
}

/// <summary>Whether a signal is still what it was when somebody acted on it.</summary>
public enum SignalChange
{
    /// <summary>It says the same, or there is none.</summary>
    None,

    /// <summary>It says something else.</summary>
    Changed,

    /// <summary>It is no longer found.</summary>
    Gone,

    /// <summary>A register names it, but it was never found in this store.</summary>
    Unknown,
}
