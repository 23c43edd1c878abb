using Foresight.Sdk;

namespace Foresight.Engine.Signals;

/// <summary>Silences of one kind: those whose ids begin alike, up to the first slash.</summary>
/// <param name="Kind">The beginning of their ids: <c>indicator</c>.</param>
/// <param name="Silences">They, in their order.</param>
public sealed record SilenceKind(string Kind, IReadOnlyList<Silence> Silences)
{
    /// <summary>The silences by kind, in the order in which each kind first comes.</summary>
    public static IReadOnlyList<SilenceKind> Group(IReadOnlyList<Silence> silences) =>
        [.. silences.GroupBy(silence => silence.Id.Split('/')[0], StringComparer.Ordinal).Select(kind => new SilenceKind(kind.Key, [.. kind]))];
}
