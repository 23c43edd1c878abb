using System.Globalization;

namespace Foresight.Sdk;

/// <summary>
/// Where a policy is watched and where it is not: stories and reports by focus area, source, language, country and month, and how each source was heard
/// (<c>docs/methods/coverage.md</c> says what each word means). What nobody looked at is told apart from what stayed quiet.
/// </summary>
public sealed class WatchCoverage
{
    /// <summary>The key of a language that nobody knows, and of reports that name no country.</summary>
    public const string Unknown = "";

    private readonly ITables _tables;
    private readonly Policy _policy;
    private readonly PolicyCountries _countries;

    private WatchCoverage(ITables tables, Policy policy, IReadOnlyList<Period> months, DateOnly last, IReadOnlyList<SourceCoverage> sources) =>
        (_tables, _policy, _countries, Months, Last, Sources) = (tables, policy, new PolicyCountries(policy), months, last, sources);

    /// <summary>The months of the period, the earliest first.</summary>
    public IReadOnlyList<Period> Months { get; }

    /// <summary>The last day that counts.</summary>
    public DateOnly Last { get; }

    /// <summary>The sources that give documents, or may, and how each was heard.</summary>
    public IReadOnlyList<SourceCoverage> Sources { get; }

    /// <summary>The countries of the policy's twin towns and partners but its own.</summary>
    public IReadOnlyList<string> PartnerCountries => _countries.Partners;

    /// <summary>Reads how the sources were heard.</summary>
    /// <param name="tables">The store's tables.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="sources">The policy's sources; those that only give figures are left out.</param>
    /// <param name="last">The last day that counts: today.</param>
    /// <param name="months">The number of months, its own included.</param>
    public static async Task<WatchCoverage> ReadAsync(ITables tables, Policy policy, IReadOnlyList<WatchedSource> sources, DateOnly last, int months)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentOutOfRangeException.ThrowIfLessThan(months, 1);
        var end = new DateOnly(last.Year, last.Month, 1);
        Period[] period = [.. Enumerable.Range(0, months).Select(i => end.AddMonths(i + 1 - months)).Select(day => Period.Month(day.Year, day.Month))];
        var gave = (await tables.QueryAsync(CoverageQuery.Gave).ConfigureAwait(false)).Rows
            .ToDictionary(row => row.Text("_source"), row => (Reports: Whole(row, "reports"), Documents: Whole(row, "documents"), Well: Whole(row, "well")), StringComparer.Ordinal);
        var attended = (await tables.QueryAsync(CoverageQuery.Attendance, Iso(period[0].Start), Iso(last)).ConfigureAwait(false)).Rows
            .ToDictionary(row => (row.Text("_source"), row.Text("month")), StateOf);
        bool GivesReports(string id) => gave.TryGetValue(id, out var has) && (has.Documents > 0 || has.Well > 0)
            ? has.Reports > 0
            : policy.Indicators.All(indicator => indicator.Source != id);
        return new WatchCoverage(tables, policy, period, last,
        [
            .. sources.Where(source => GivesReports(source.Id)).Select(source => new SourceCoverage(
                source.Id, source.Title, [.. period.Select(month => attended.GetValueOrDefault((source.Id, month.Text), CoverageState.NotWatched))])),
        ]);
    }

    /// <summary>Counts stories and reports by focus area, and by all reports whatever their area, along some axes.</summary>
    /// <param name="by">The axes; none for totals.</param>
    public async Task<IReadOnlyList<CoverageCount>> CountAsync(params CoverageAxis[] by)
    {
        ArgumentNullException.ThrowIfNull(by);
        string[] days = [Iso(Months[0].Start), Iso(Last)];
        var table = await _tables.QueryAsync(
            CoverageQuery.Counts(by), by.Contains(CoverageAxis.Region) ? [.. days, _countries.Pattern, _countries.Called, _countries.Codes] : days).ConfigureAwait(false);
        string? Key(TableRow row, CoverageAxis axis) => by.Contains(axis) ? row.Text(CoverageQuery.Name(axis)) : null;
        return
        [
            .. table.Rows.Select(row => new CoverageCount
            {
                FocusArea = row["area"] as string,
                Source = Key(row, CoverageAxis.Source),
                Language = Key(row, CoverageAxis.Language),
                Region = Key(row, CoverageAxis.Region),
                Month = Key(row, CoverageAxis.Month),
                Publisher = Key(row, CoverageAxis.Publisher),
                Stories = Whole(row, "stories"),
                Reports = Whole(row, "reports"),
                Judged = Whole(row, "judged"),
            }),
        ];
    }

    /// <summary>The map along one axis: a row for each source, language, country or month that is or should be watched, a cell for each focus area.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Publishers have no map: nobody says which ones there should be.</exception>
    public async Task<IReadOnlyList<CoverageRow>> MapAsync(CoverageAxis by)
    {
        var counts = await CountAsync(by).ConfigureAwait(false);
        var found = counts.ToDictionary(count => (Area: count.FocusArea ?? "", Key: KeyOf(count, by)));
        return
        [
            .. RowsOf(by, counts).Select(row =>
            {
                var all = found.GetValueOrDefault(("", row.Key));
                var state = all is not null ? CoverageState.Heard : row.Unheard;
                return new CoverageRow(row.Key, row.Name, state, all?.Reports ?? 0, all?.Judged ?? 0,
                [
                    .. _policy.FocusAreas.Select(area => found.TryGetValue((area.Id, row.Key), out var count)
                        ? new CoverageCell(area.Id, CoverageState.Heard, count.Stories, count.Reports)
                        : new CoverageCell(area.Id, state == CoverageState.Heard ? CoverageState.NothingCame : state, 0, 0)),
                ]);
            }),
        ];
    }

    /// <summary>A language's name; its code where it is not known.</summary>
    public static LocalText LanguageName(string code) => LanguageNames.Of(code);

    /// <summary>A country's name as the policy has it; its code where the policy has none.</summary>
    public LocalText CountryName(string code) => _countries.Names.TryGetValue(code, out var name) ? name : new LocalText(code, code);

    private IEnumerable<(string Key, LocalText Name, CoverageState Unheard)> RowsOf(CoverageAxis by, IReadOnlyList<CoverageCount> counts) => by switch
    {
        CoverageAxis.Source => Sources.Select(source => (source.Id, source.Title, source.Whole)),
        CoverageAxis.Month => Months.Select((month, i) => (month.Text, new LocalText(Wording.Of(month, "sv"), Wording.Of(month, "en")), new SourceCoverage("", new LocalText("", ""), [.. Sources.Select(source => source.States[i])]).Whole)),
        // Our own languages first; a language or a country of which there is nothing is one that nobody watches.
        CoverageAxis.Language => new[] { "sv", "en" }.Concat(KeysOf(by, counts).Where(key => key != Unknown)).Concat(KeysOf(by, counts).Where(key => key == Unknown))
            .Distinct(StringComparer.Ordinal).Select(code => (code, LanguageNames.Of(code), CoverageState.NotWatched)),
        CoverageAxis.Region => _countries.Partners.Prepend(_countries.Home).Select(code => (code, CountryName(code), CoverageState.NotWatched))
            .Append((Unknown, new LocalText("Inget land nämnt", "No country named"), CoverageState.NotWatched)),
        _ => throw new ArgumentOutOfRangeException(nameof(by), by, "A map of coverage goes by source, language, region or month."),
    };

    private static IEnumerable<string> KeysOf(CoverageAxis by, IReadOnlyList<CoverageCount> counts) =>
        counts.Where(count => count.FocusArea is null).OrderByDescending(count => count.Reports).ThenBy(count => KeyOf(count, by), StringComparer.Ordinal).Select(count => KeyOf(count, by));

    private static string KeyOf(CoverageCount count, CoverageAxis by) => by switch
    {
        CoverageAxis.Source => count.Source,
        CoverageAxis.Language => count.Language,
        CoverageAxis.Region => count.Region,
        CoverageAxis.Month => count.Month,
        _ => count.Publisher,
    } ?? "";

    private static CoverageState StateOf(TableRow row) =>
        Whole(row, "reports") > 0 ? CoverageState.Heard
        : Whole(row, "good") > 0 ? CoverageState.Silent
        : Whole(row, "failed") > 0 ? CoverageState.Failed
        : CoverageState.NotWatched;

    private static int Whole(TableRow row, string column) => (int)row.Number(column)!.Value;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
