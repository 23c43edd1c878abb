using Foresight.Sdk;

namespace Foresight.Engine.Partners;

/// <summary>All that is known of a partner on one day, in both languages.</summary>
public sealed record PartnerPage
{
    /// <summary>The register's id, or the place's where the register does not have it.</summary>
    public required string Id { get; init; }

    /// <summary>The place or organisation.</summary>
    public required LocalText Name { get; init; }

    /// <summary>Whether it stands in the register of partners.</summary>
    public required bool IsRegistered { get; init; }

    /// <summary>Whether the register's row is only an example.</summary>
    public bool IsExample { get; init; }

    /// <summary>The kind of partner by the policy; null where nobody says.</summary>
    public LocalText? Kind { get; init; }

    /// <summary>The place of the policy; null where it has none.</summary>
    public LocalText? Place { get; init; }

    /// <summary>ISO 3166 alpha-2 country.</summary>
    public required string Country { get; init; }

    /// <summary>The country's name.</summary>
    public required LocalText CountryName { get; init; }

    /// <summary>Its codes, of its place or of the register's row.</summary>
    public IReadOnlyList<PartnerCode> Codes { get; init; } = [];

    /// <summary>Since when, as far as it is known: a year, month or day; null where nobody says.</summary>
    public string? Since { get; init; }

    /// <summary>What we do together, as the register words it.</summary>
    public string? Work { get; init; }

    /// <summary>What the policy says of the place.</summary>
    public LocalText? Note { get; init; }

    /// <summary>Who here works with it.</summary>
    public LocalText? Body { get; init; }

    /// <summary>The role to turn to.</summary>
    public string? Role { get; init; }

    /// <summary>The page on which the register's row is public.</summary>
    public string? Source { get; init; }

    /// <summary>When we were in touch, and will be.</summary>
    public required ContactState Contact { get; init; }

    /// <summary>Activities with it; null where no activity is registered at all, so that nothing is measured.</summary>
    public IReadOnlyList<PartnerActivity>? Activities { get; init; }

    /// <summary>Applications with it; null where no application is registered at all.</summary>
    public IReadOnlyList<PartnerApplication>? Applications { get; init; }

    /// <summary>Indicators of theirs beside ours.</summary>
    public IReadOnlyList<ComparedIndicator> Indicators { get; init; } = [];

    /// <summary>Why the policy's other indicators cannot be set beside each other.</summary>
    public IReadOnlyList<MissingFigures> Missing { get; init; } = [];

    /// <summary>Our country's trade with theirs.</summary>
    public required CountryTrade Trade { get; init; }

    /// <summary>Calls that both could use.</summary>
    public required SharedCalls Calls { get; init; }

    /// <summary>What was published that names it, the newest first.</summary>
    public IReadOnlyList<PartnerNews> News { get; init; } = [];

    /// <summary>How many stories name it, those not printed included.</summary>
    public int Stories { get; init; }

    /// <summary>Activities that are under way, examples left out where there are real ones.</summary>
    public int? Ongoing => Activities?.Count(activity => activity.Status == "ongoing" && (CountsExamples || !activity.IsExample));

    /// <summary>Whether all activities on record are examples, with whomever: only then they count.</summary>
    internal bool CountsExamples { get; init; }

    internal Evidence? Record { get; init; }

    internal static IReadOnlyList<T> Real<T>(IReadOnlyList<T> rows, Func<T, bool> isExample) => rows.Any(row => !isExample(row)) ? [.. rows.Where(row => !isExample(row))] : rows;
}

/// <summary>A code of a partner.</summary>
/// <param name="List">The code list: <c>nuts3</c>, <c>kolada</c> …</param>
/// <param name="Code">The code.</param>
/// <param name="Vintage">The vintage in which it holds; null for all.</param>
public sealed record PartnerCode(string List, string Code, string? Vintage);

/// <summary>An activity that names the partner.</summary>
public sealed record PartnerActivity(string Id, string Title, string Status, LocalText StatusName, string? Starts, string? Ends, LocalText? Body, bool IsPastEnd, bool IsExample);

/// <summary>An application that names the partner.</summary>
public sealed record PartnerApplication(string Id, string Title, LocalText Programme, LocalText Outcome, double? Applied, double? Granted, string Currency, bool IsExample);
