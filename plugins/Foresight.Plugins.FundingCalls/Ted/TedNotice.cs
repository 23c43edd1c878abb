using System.Globalization;
using System.Text.RegularExpressions;
using Foresight.Sdk;

namespace Foresight.Plugins.FundingCalls.Ted;

/// <summary>A notice, whatever form it came in.</summary>
internal sealed partial class TedNotice
{
    /// <summary>The publication number without leading zeros, such as <c>543796-2026</c>.</summary>
    public required string Number { get; init; }

    public TedTexts Title { get; } = new();

    /// <summary>TED's own heading, translated into every language but made of the country and the CPV name only.</summary>
    public TedTexts Heading { get; } = new();

    public TedTexts Description { get; } = new();

    public TedTexts Buyer { get; } = new();

    /// <summary>Such as <c>cn-standard</c>, in the older form <c>Contract award notice</c>.</summary>
    public string? Type { get; set; }

    public List<string> Countries { get; } = [];

    public List<string> Places { get; } = [];

    public List<string> Cpv { get; } = [];

    /// <summary>Amount and currency, such as <c>12000000 NOK</c>.</summary>
    public string? Value { get; set; }

    public DateOnly? Published { get; set; }

    /// <summary>One per lot.</summary>
    public List<DateOnly> Deadlines { get; } = [];

    /// <summary>What the search said of a notice that has no title there, for who must refuse it; null where that is long.</summary>
    public string? Raw { get; set; }

    /// <summary>The parts of its XML, where it was read from that.</summary>
    public IReadOnlyList<string>? Fields { get; set; }

    /// <summary>The number in the one way that all forms share; null where it is none.</summary>
    public static string? NumberOf(string? text) =>
        text is not null && NumberForm().Match(text.Trim()) is { Success: true } match ? $"{match.Groups["number"].Value}-{match.Groups["year"].Value}" : null;

    /// <summary>The day of <c>2026-08-06+02:00</c>, <c>2026-08-18Z</c>, <c>20180421</c> or <c>20220711 23:59</c>: as written, since it is the buyer's own.</summary>
    public static DateOnly? DayOf(string? text)
    {
        var written = text.AsSpan().Trim();
        var (length, form) = written.Length >= 10 && written[4] == '-' ? (10, "yyyy-MM-dd") : (8, "yyyyMMdd");
        return written.Length >= length && DateOnly.TryParseExact(written[..length], form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    /// <summary>An amount as one writes it; null where it is none, or 0.</summary>
    public static string? ValueOf(string? amount, string? currency) =>
        decimal.TryParse(amount?.Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number > 0
            ? $"{number.ToString("0.##", CultureInfo.InvariantCulture)} {currency?.Trim()}".TrimEnd()
            : null;

    /// <summary>Takes from another form of the same notice what this one lacks, and its description.</summary>
    public void Complete(TedNotice other)
    {
        Title.AddAll(other.Title);
        Heading.AddAll(other.Heading);
        Description.AddAll(other.Description);
        Buyer.AddAll(other.Buyer);
        Countries.AddRange(other.Countries);
        Places.AddRange(other.Places);
        Cpv.AddRange(other.Cpv);
        Deadlines.AddRange(other.Deadlines);
        Type ??= other.Type;
        Value ??= other.Value;
        Published ??= other.Published;
    }

    /// <summary>The notice as a document; null where it has no title in any language.</summary>
    public Document? ToDocument(IReadOnlyList<string> wanted, Uri site)
    {
        // The buyer's own title says more than TED's heading, but a heading in a wanted language more than a title in none.
        var own = Title.BestOf(wanted);
        var best = !Title.IsEmpty && (wanted.Contains(own!) || !wanted.Contains(Heading.BestOf(wanted)!)) ? Title : Heading;
        if (best.Best(wanted, " / ") is not { } title)
            return null;
        var language = best.BestOf(wanted);
        var text = string.Join(' ', new[]
        {
            ReferenceEquals(best, Heading) ? Title.Best(wanted, " / ") : null,
            Description.In(language, " ") ?? Description.Best(wanted, " "),
            Value is null ? null : $"({Value})",
        }.OfType<string>());
        return new Document
        {
            Id = Number,
            Kind = "tender",
            Title = title,
            Text = text,
            Language = language,
            Categories =
            [
                .. Cpv.Select(code => $"cpv:{code}").Concat(Places.Select(place => $"nuts:{TedCodes.Country(place)}"))
                    .Concat(Countries.Select(country => $"country:{TedCodes.Country(country)}")).Distinct(StringComparer.Ordinal),
                .. Value is null ? [] : new[] { $"value:{Value}" },
            ],
            Origin = new Uri(site, $"{(wanted.Count == 0 ? "en" : wanted[0])}/notice/-/detail/{Number}"),
            Publisher = Buyer.Best(wanted, ", "),
            Published = Published is { } day ? Moment.On(day) : null,
            // The first lot's: who waits for the last has missed the others.
            Due = Deadlines.Count == 0 ? null : Deadlines.Min(),
            Status = Type,
        };
    }

    [GeneratedRegex("^0*(?<number>[1-9][0-9]*)-(?<year>[0-9]{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberForm();
}
