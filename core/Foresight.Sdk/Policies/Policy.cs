namespace Foresight.Sdk;

/// <summary>
/// A municipality's or region's international policy as data: what it looks at, why, with whom and who is responsible.
/// Read from <c>data/policies/&lt;id&gt;.yaml</c>; that file's entries for sources, charts and briefs are the host's.
/// </summary>
public sealed record Policy
{
    /// <summary>The id: the file's name.</summary>
    public required string Id { get; init; }

    /// <summary>The policy's version, as its owner names it.</summary>
    public required string Version { get; init; }

    /// <summary>The date from which it holds.</summary>
    public required DateOnly HoldsFrom { get; init; }

    /// <summary>The document's title.</summary>
    public required LocalText Title { get; init; }

    /// <summary>Whose policy it is, as printed in briefs: <c>Vänersborgs kommun</c>.</summary>
    public required LocalText Organisation { get; init; }

    /// <summary>Why there is a policy, in its own words.</summary>
    public IReadOnlyList<LocalText> Background { get; init; } = [];

    /// <summary>The focus areas, in the policy's order.</summary>
    public required IReadOnlyList<FocusArea> FocusAreas { get; init; }

    /// <summary>The purposes, in the policy's order.</summary>
    public IReadOnlyList<Purpose> Purposes { get; init; } = [];

    /// <summary>How the work is to be done, in the policy's order.</summary>
    public IReadOnlyList<NamedKind> Principles { get; init; } = [];

    /// <summary>The kinds of activities.</summary>
    public IReadOnlyList<NamedKind> ActivityKinds { get; init; } = [];

    /// <summary>The kinds of partners.</summary>
    public IReadOnlyList<NamedKind> PartnerKinds { get; init; } = [];

    /// <summary>Tools that support the work, such as external funding.</summary>
    public IReadOnlyList<NamedKind> Tools { get; init; } = [];

    /// <summary>The networks that we belong to.</summary>
    public IReadOnlyList<Network> Networks { get; init; } = [];

    /// <summary>The bodies and what they answer for.</summary>
    public IReadOnlyList<Body> Bodies { get; init; } = [];

    /// <summary>The readers of briefs.</summary>
    public IReadOnlyList<Audience> Audiences { get; init; } = [];

    /// <summary>The places: ours, peers, neighbours, regions, countries and partners.</summary>
    public required IReadOnlyList<Place> Places { get; init; }

    /// <summary>Groups of places to compare with.</summary>
    public IReadOnlyList<PeerGroup> PeerGroups { get; init; } = [];

    /// <summary>The funds and programmes that are watched.</summary>
    public IReadOnlyList<Fund> Funds { get; init; } = [];

    /// <summary>As what we apply for money.</summary>
    public IReadOnlyList<ApplicantKind> ApplyAs { get; init; } = [ApplicantKind.Municipality];

    /// <summary>The indicators per focus area.</summary>
    public IReadOnlyList<Indicator> Indicators { get; init; } = [];

    /// <summary>The goods that are watched; null for none.</summary>
    public ProductWatch? ProductWatch { get; init; }

    /// <summary>Rules and sources' categories that classify beside the model.</summary>
    public Classification Classification { get; init; } = new();

    /// <summary>When the bodies meet and what is reported when: the yearly cycle (årshjul).</summary>
    public Cycle Cycle { get; init; } = new();

    /// <summary>How the work is followed up.</summary>
    public FollowUpRules FollowUp { get; init; } = new();

    /// <summary>What people want to be told of.</summary>
    public IReadOnlyList<AlertRule> Alerts { get; init; } = [];

    /// <summary>Our own place.</summary>
    public Place Home => Places.First(place => place.Role == PlaceRole.Home);
}

/// <summary>A focus area.</summary>
/// <param name="Id">The id that verdicts and charts carry.</param>
/// <param name="Name">The name as the policy words it.</param>
/// <param name="ShortName">A name of one to three words for charts.</param>
/// <param name="Topics">Ids of <c>data/topics</c> that belong to it, wholly or in part.</param>
public sealed record FocusArea(string Id, LocalText Name, LocalText ShortName, IReadOnlyList<string> Topics)
{
    private readonly IReadOnlyDictionary<string, double>? _weights;

    /// <summary>A focus area to which topics belong in part.</summary>
    /// <param name="id">The id.</param>
    /// <param name="name">The name as the policy words it.</param>
    /// <param name="shortName">A name of one to three words for charts.</param>
    /// <param name="topics">Ids of <c>data/topics</c> and how much of each belongs to it: above 0, at most 1.</param>
    public FocusArea(string id, LocalText name, LocalText shortName, IReadOnlyDictionary<string, double> topics)
        : this(id, name, shortName, [.. topics.Keys]) => _weights = topics;

    /// <summary>How much of a topic belongs to it: 1 for all, 0 for none.</summary>
    public double WeightOf(string topic) =>
        _weights is not null ? _weights.GetValueOrDefault(topic) : Topics.Contains(topic, StringComparer.Ordinal) ? 1 : 0;

    /// <summary>What nobody measures of it, as a sentence for the brief; null where its indicators measure it.</summary>
    public LocalText? NotMeasured { get; init; }
}

/// <summary>A purpose of the policy.</summary>
public sealed record Purpose(string Id, LocalText Name);

/// <summary>A principle, or a kind of activity, partner or tool.</summary>
public sealed record NamedKind(string Id, LocalText Name);

/// <summary>A network that we belong to.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name.</param>
/// <param name="Since">Since when, where known: a year.</param>
public sealed record Network(string Id, LocalText Name, int? Since);

/// <summary>A body with its responsibilities under the policy.</summary>
public sealed record Body
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>The name.</summary>
    public required LocalText Name { get; init; }

    /// <summary><c>council</c>, <c>executive-board</c>, <c>steering-group</c>, <c>office</c>, <c>committee</c> or <c>coordination-group</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What it answers for.</summary>
    public IReadOnlyList<LocalText> Responsibilities { get; init; } = [];

    /// <summary>The focus areas it works with; empty for all.</summary>
    public IReadOnlyList<string> FocusAreas { get; init; } = [];

    /// <summary>The role to turn to; never a person.</summary>
    public LocalText? Contact { get; init; }

    /// <summary>Whether the policy's owner has yet to confirm this entry.</summary>
    public bool ToConfirm { get; init; }
}

/// <summary>A reader of briefs.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name.</param>
/// <param name="Body">The body that it is.</param>
/// <param name="Cadence"><c>yearly</c>, <c>quarterly</c>, <c>monthly</c> or <c>weekly</c>.</param>
public sealed record Audience(string Id, LocalText Name, string Body, string Cadence);

/// <summary>What a place is to us.</summary>
public enum PlaceRole
{
    /// <summary>Our own municipality or region; exactly one place of a policy.</summary>
    Home,

    /// <summary>A municipality to compare with.</summary>
    Peer,

    /// <summary>The region or country that we are part of.</summary>
    Region,

    /// <summary>A twin town.</summary>
    TwinTown,

    /// <summary>A partner that is not a twin town.</summary>
    Partner,

    /// <summary>A country that matters, such as a partner's.</summary>
    Country,
}

/// <summary>A place with its codes in each source's code list.</summary>
public sealed record Place
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>The name.</summary>
    public required LocalText Name { get; init; }

    /// <summary>What it is to us.</summary>
    public required PlaceRole Role { get; init; }

    /// <summary>ISO 3166 alpha-2 country.</summary>
    public required string Country { get; init; }

    /// <summary>The codes by code list: <c>kolada</c>, <c>nuts3</c>, <c>nuts2</c>, <c>eurostat</c>, <c>worldbank</c>, <c>wits</c>, <c>comext</c>, <c>interreg</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<PlaceCode>> Codes { get; init; } = new Dictionary<string, IReadOnlyList<PlaceCode>>();

    /// <summary>Code lists for which this place is known to have no data: a brief says "no data", not nothing.</summary>
    public IReadOnlyList<string> NoData { get; init; } = [];

    /// <summary>Since when we work together, where known: a year.</summary>
    public int? Since { get; init; }

    /// <summary>What to know of it.</summary>
    public LocalText? Note { get; init; }

    /// <summary>All codes of one code list, every vintage.</summary>
    public IEnumerable<string> CodesOf(string codeList) => Codes.TryGetValue(codeList, out var codes) ? codes.Select(code => code.Code) : [];
}

/// <summary>A place's code in one vintage of a code list.</summary>
/// <param name="Code">The code.</param>
/// <param name="Vintage">The vintage, such as <c>NUTS 2024</c>; null where the code list has none.</param>
public sealed record PlaceCode(string Code, string? Vintage = null);

/// <summary>A group of places to compare with, as its producer drew it in one year.</summary>
/// <param name="Id">The id.</param>
/// <param name="Code">The producer's code, such as <c>G37583</c>.</param>
/// <param name="Name">The name.</param>
/// <param name="Year">The year for which it was drawn.</param>
/// <param name="Members">Ids of places.</param>
public sealed record PeerGroup(string Id, string Code, LocalText Name, int Year, IReadOnlyList<string> Members);

/// <summary>A fund or programme that is watched.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name.</param>
/// <param name="FocusAreas">The focus areas that it may serve; empty for all.</param>
/// <param name="Note">What to know of it.</param>
public sealed record Fund(string Id, LocalText Name, IReadOnlyList<string> FocusAreas, LocalText? Note)
{
    /// <summary>The programme of that id, which also names the fund; null only where a policy was not read from files.</summary>
    public Programme? Programme { get; init; }
}
