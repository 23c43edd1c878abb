using Foresight.Sdk;

namespace Foresight.Plugins.Registers.Values;

/// <summary>What the columns' ids name in the policy (<see cref="RegisterColumn.Names"/>).</summary>
internal sealed class KnownNames
{
    private readonly Dictionary<string, Words> words = new(StringComparer.Ordinal);

    /// <param name="policy">The policy; where there is none, nothing is known, and any id is taken.</param>
    public KnownNames(Policy? policy)
    {
        if (policy is null)
            return;
        words["focus-area"] = new("focus area of the policy", policy.FocusAreas.SelectMany(area => new[] { (area.Id, (LocalText?)area.Name), (area.Id, area.ShortName) }));
        words["purpose"] = new("purpose of the policy", policy.Purposes.Select(purpose => (purpose.Id, (LocalText?)purpose.Name)));
        words["activity-kind"] = new("kind of activity of the policy", policy.ActivityKinds.Select(Named));
        words["partner-kind"] = new("kind of partner of the policy", policy.PartnerKinds.Select(Named));
        words["body"] = new("body of the policy", policy.Bodies.Select(body => (body.Id, (LocalText?)body.Name)));
        words["place"] = new("place of the policy", policy.Places.Select(place => (place.Id, (LocalText?)place.Name)));
        words["fund"] = new("fund of the policy", policy.Funds.Select(fund => (fund.Id, (LocalText?)fund.Name)));
        Countries = policy.Places.ToDictionary(place => place.Id, place => place.Country, StringComparer.Ordinal);
    }

    /// <summary>The country of each place.</summary>
    public IReadOnlyDictionary<string, string> Countries { get; } = new Dictionary<string, string>();

    /// <summary>The words of a kind; null where they are not known, as where there is no policy, and the registers' own ids.</summary>
    public Words? Of(string kind) => words.GetValueOrDefault(kind);

    private static (string Id, LocalText? Name) Named(NamedKind kind) => (kind.Id, kind.Name);
}
