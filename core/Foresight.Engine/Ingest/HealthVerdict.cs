using Foresight.Engine.Briefs;

namespace Foresight.Engine.Ingest;

/// <summary>How a source stands.</summary>
/// <param name="Health">The state.</param>
/// <param name="Since">Since when; null where it was never read.</param>
/// <param name="Code">The fault's code, or <c>silent</c>; null where all is well.</param>
/// <param name="Sentence">What is wrong, in a sentence; empty where nothing is.</param>
/// <param name="NextExpected">When something new is expected; null where nobody says.</param>
public sealed record HealthVerdict(SourceHealth Health, DateTimeOffset? Since, string? Code, string Sentence, DateTimeOffset? NextExpected);
