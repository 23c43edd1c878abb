using Foresight.Sdk;

namespace Foresight.Engine.Signals;

/// <summary>What a gathering gathers, as it stands now.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Analysis">The analysis that found it; <c>people</c> where people raised it.</param>
/// <param name="Level">Where on the ladder it stands now.</param>
/// <param name="Headline">What it says now.</param>
/// <param name="IsFound">Whether it is still found, or still stands.</param>
/// <param name="SaysSomethingElse">Whether it says something else than when it was gathered.</param>
public sealed record GatheredMember(string Id, string Analysis, SignalLevel Level, LocalText Headline, bool IsFound, bool SaysSomethingElse);
