using Foresight.Engine.Registers;
using Foresight.Sdk;

namespace Foresight.Engine.FollowUp;

/// <summary>Whose work is followed up: a committee's own and that in its focus areas; everybody's for all others, since they answer for the whole.</summary>
internal sealed class BodyScope(Policy policy, Body? body)
{
    private const string Committee = "committee";

    /// <summary>Whether everything is in it.</summary>
    public bool IsWhole => body is not { Kind: Committee };

    /// <summary>The focus areas of the policy that it works with.</summary>
    public IReadOnlyList<FocusArea> Areas => IsWhole || body!.FocusAreas.Count == 0 ? policy.FocusAreas : [.. policy.FocusAreas.Where(area => body.FocusAreas.Contains(area.Id))];

    /// <summary>The bodies whose duties and records are told.</summary>
    public IReadOnlyList<Body> Bodies => IsWhole ? [.. policy.Bodies.Where(one => one.Responsibilities.Count > 0)] : [body!];

    public bool Holds(RegisterEntry row) =>
        IsWhole
        || Members(body!).Contains(row["body"])
        || Members(body!).Contains(row["responsible"])
        || row.Many("focus_areas").Intersect(body!.FocusAreas, StringComparer.Ordinal).Any();

    /// <summary>What a body is to do: its own duties, or those that the policy lays on all committees.</summary>
    public IReadOnlyList<LocalText> Duties(Body one) => one.Responsibilities.Count > 0 || one.Kind != Committee
        ? one.Responsibilities
        : policy.Bodies.FirstOrDefault(IsAllCommittees)?.Responsibilities ?? [];

    /// <summary>The ids under which records of a body stand: the policy's "all committees" has those of every one.</summary>
    public IReadOnlySet<string?> Members(Body one) => IsAllCommittees(one)
        ? policy.Bodies.Where(other => other.Kind == Committee).Select(other => (string?)other.Id).ToHashSet()
        : new HashSet<string?> { one.Id };

    private static bool IsAllCommittees(Body one) => one is { Kind: Committee, Responsibilities.Count: > 0, FocusAreas.Count: 0 };
}
