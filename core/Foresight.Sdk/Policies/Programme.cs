namespace Foresight.Sdk;

/// <summary>A programme of external funding as data: what it pays for, to whom, where and when. Read from <c>data/funds/*.yaml</c>.</summary>
public sealed record Programme
{
    /// <summary>The id that policies name it by.</summary>
    public required string Id { get; init; }

    /// <summary>The name.</summary>
    public required LocalText Name { get; init; }

    /// <summary>The programming period; null for money without one.</summary>
    public ProgrammePeriod? Period { get; init; }

    /// <summary>Whether it is decided.</summary>
    public required ProgrammeStatus Status { get; init; }

    /// <summary>What follows it: ids of programmes of a later period.</summary>
    public IReadOnlyList<string> Successors { get; init; } = [];

    /// <summary>Who runs it, and to whom one applies.</summary>
    public required LocalText ManagingBody { get; init; }

    /// <summary>ISO 3166 alpha-2 countries that take part for certain; empty where nobody says. <c>EU</c> in a file stands for all member states.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>NUTS codes of the areas that it is limited to in the countries that these codes begin with; empty for no limit.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>Who may apply; empty where nobody says.</summary>
    public IReadOnlyList<ApplicantKind> Applicants { get; init; } = [];

    /// <summary>As what a municipality usually takes part.</summary>
    public ProgrammeRole Role { get; init; }

    /// <summary>The part of the costs that it pays; null where it pays lump sums, where it differs too much, or where nobody says.</summary>
    public GrantShare? GrantShare { get; init; }

    /// <summary>Usual months from a municipality's decision to the deadline; null where nobody says.</summary>
    public int? LeadTimeMonths { get; init; }

    /// <summary>In how many countries, ours included, the partners of a project must be at the least; null where nobody says.</summary>
    public int? PartnerCountries { get; init; }

    /// <summary>By what sources' calls are known; null where no portal has them.</summary>
    public CallPattern? Calls { get; init; }

    /// <summary>Parts with rules of their own; the first that fits a call counts.</summary>
    public IReadOnlyList<ProgrammePart> Parts { get; init; } = [];

    /// <summary>The page or act that says so.</summary>
    public required Uri Source { get; init; }

    /// <summary>When that was last compared.</summary>
    public required DateOnly Checked { get; init; }

    /// <summary>Whether something of it is still to be confirmed.</summary>
    public bool ToConfirm { get; init; }

    /// <summary>What to know of it.</summary>
    public LocalText? Note { get; init; }
}

/// <summary>A part of a programme with rules of its own.</summary>
public sealed record ProgrammePart
{
    /// <summary>The name.</summary>
    public required LocalText Name { get; init; }

    /// <summary>Identifiers of its topics, where <c>*</c> stands for any characters.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>Who may apply; empty for the programme's own.</summary>
    public IReadOnlyList<ApplicantKind> Applicants { get; init; } = [];

    /// <summary>As what a municipality usually takes part; null for the programme's own.</summary>
    public ProgrammeRole? Role { get; init; }

    /// <summary>Usual months from a municipality's decision to the deadline; null for the programme's own.</summary>
    public int? LeadTimeMonths { get; init; }

    /// <summary>In how many countries partners must be at the least; null for the programme's own.</summary>
    public int? PartnerCountries { get; init; }
}

/// <summary>A programming period.</summary>
/// <param name="First">The first year.</param>
/// <param name="Last">The last year in which it decides on money.</param>
public sealed record ProgrammePeriod(int First, int Last)
{
    /// <summary>As it is written: <c>2021-2027</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{First}-{Last}");
}

/// <summary>Whether a programme is decided.</summary>
public enum ProgrammeStatus
{
    /// <summary>It is adopted.</summary>
    Adopted,

    /// <summary>It is proposed only: names, money and rules may change.</summary>
    Proposed,
}

/// <summary>Who applies for money.</summary>
public enum ApplicantKind
{
    /// <summary>A municipality.</summary>
    Municipality,

    /// <summary>A company that municipalities own.</summary>
    MunicipalCompany,

    /// <summary>An association of local authorities (kommunalförbund).</summary>
    MunicipalAssociation,

    /// <summary>A region.</summary>
    Region,

    /// <summary>A state authority.</summary>
    Authority,

    /// <summary>A school, preschool or school for adults, or who runs it.</summary>
    School,

    /// <summary>A university.</summary>
    University,

    /// <summary>A research institute.</summary>
    Research,

    /// <summary>A non-profit association.</summary>
    Association,

    /// <summary>A company.</summary>
    Company,
}

/// <summary>As what a municipality usually takes part in a programme.</summary>
public enum ProgrammeRole
{
    /// <summary>It applies itself.</summary>
    Lead,

    /// <summary>It joins the project of others.</summary>
    Partner,
}

/// <summary>The part of the costs that a programme pays, each above 0 and at most 1.</summary>
/// <param name="From">The lowest rate.</param>
/// <param name="To">The highest rate.</param>
public sealed record GrantShare(double From, double To);

/// <summary>By what the calls of a programme are known.</summary>
/// <param name="Programmes">The programme's names and numbers in sources.</param>
/// <param name="Topics">Identifiers of topics, where <c>*</c> stands for any characters; empty for all of the programme's.</param>
public sealed record CallPattern(IReadOnlyList<string> Programmes, IReadOnlyList<string> Topics);
