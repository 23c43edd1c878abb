using System.Globalization;
using Foresight.Engine.Alerts;
using Foresight.Engine.Briefs;
using Foresight.Engine.Registers;
using Foresight.Sdk;

namespace Foresight.Engine.Calendar.Reports;

/// <summary>What a report needs and is not there now.</summary>
/// <param name="Need">What it needs.</param>
/// <param name="Sentence">What is missing of it.</param>
public sealed record ReportGap(ReportNeed Need, LocalText Sentence);

/// <summary>Looks what reports need and is not there, from the store as it stands.</summary>
public sealed class NeedReader
{
    private readonly Policy policy;
    private readonly ITables tables;
    private readonly RegisterBook registers;
    private readonly Dictionary<string, (LocalText Title, SourceHealth Health)> sources;
    private readonly DateOnly today;
    private readonly Dictionary<(NeedKind, string?, int), Task<LocalText?>> known = [];

    /// <summary>Looks into one state of the store.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="tables">The tables.</param>
    /// <param name="registers">The registers as they stand.</param>
    /// <param name="sources">The states of the sources, with the name to print of each.</param>
    /// <param name="today">The day from which is looked.</param>
    public NeedReader(Policy policy, ITables tables, RegisterBook registers, IEnumerable<(SourceState State, LocalText Title)> sources, DateOnly today)
    {
        (this.policy, this.tables, this.registers, this.today) = (policy, tables, registers, today);
        this.sources = sources.ToDictionary(source => source.State.Id, source => (source.Title, source.State.Health), StringComparer.Ordinal);
    }

    /// <summary>What the report needs and is not there, in the order of its needs.</summary>
    public async Task<IReadOnlyList<ReportGap>> MissingAsync(DueReport report)
    {
        var gaps = new List<ReportGap>();
        foreach (var need in report.Rule.Needs)
        {
            var year = report.Due.Year - need.YearsBack;
            if (!known.TryGetValue((need.Kind, need.Of, year), out var reading))
            {
                known[(need.Kind, need.Of, year)] = reading = OneAsync(need, year);
            }

            if (await reading.ConfigureAwait(false) is { } sentence)
            {
                gaps.Add(new ReportGap(need, sentence));
            }
        }

        return gaps;
    }

    private Task<LocalText?> OneAsync(ReportNeed need, int year) => need.Kind switch
    {
        NeedKind.Register => Task.FromResult(OfRegister(Register.All.Single(register => register.Id == need.Of))),
        NeedKind.Source => Task.FromResult(OfSource(need.Of!)),
        NeedKind.Figures => OfFiguresAsync(need.Of!, year),
        NeedKind.FollowUp => Task.FromResult(OfFollowUp()),
        NeedKind.Alerts => OfAlertsAsync(),
        _ => throw new NotSupportedException($"{need.Kind} is nothing that a report can need."),
    };

    private LocalText? OfRegister(Register register) => registers.Of(register) switch
    {
        [] => new LocalText($"registret över {register.Name.Sv} är tomt", $"the register of {register.Name.En} is empty"),
        var rows when rows.All(row => row.IsExample) => new LocalText($"registret över {register.Name.Sv} har bara exempel", $"the register of {register.Name.En} holds examples only"),
        _ => null,
    };

    private LocalText? OfSource(string id)
    {
        var (title, health) = Source(id);
        return health switch
        {
            SourceHealth.Ok or SourceHealth.NotModified => null,
            SourceHealth.NeverRead => new LocalText($"{title.Sv} är inte läst ännu", $"{title.En} has not been read yet"),
            SourceHealth.Silent => new LocalText($"{title.Sv} har inte gett något nytt på längre tid än väntat", $"{title.En} has given nothing new for longer than expected"),
            SourceHealth.Empty => new LocalText($"{title.Sv} svarade utan innehåll", $"{title.En} answered with nothing in it"),
            _ => new LocalText($"{title.Sv} gick inte att läsa", $"{title.En} could not be read"),
        };
    }

    // Where the source has figures of our own place, only these count: others' figures do not tell ours.
    private async Task<LocalText?> OfFiguresAsync(string id, int year)
    {
        var table = await tables.QueryAsync("""
            SELECT coalesce(indicator, dataset) AS what, ref_area, count(*) FILTER (value IS NOT NULL AND date_part('year', period_start) = $2) > 0 AS there
            FROM observations WHERE _source = $1 GROUP BY ALL
            """, id, year).ConfigureAwait(false);
        var ours = policy.Home.Codes.Values.SelectMany(codes => codes).Select(code => code.Code).ToHashSet(StringComparer.Ordinal);
        var rows = table.Rows.Select(row => (What: row.Text("what"), Ours: row["ref_area"] is string area && ours.Contains(area), There: (bool)row["there"]!)).ToList();
        var counted = rows.Any(row => row.Ours) ? rows.Where(row => row.Ours) : rows;
        var figures = counted.GroupBy(row => row.What).Select(some => some.Any(row => row.There)).ToList();
        var (title, _) = Source(id);
        var missing = figures.Count(there => !there);
        return missing == figures.Count
            ? new LocalText(Text($"{title.Sv} har inga uppgifter för {year}"), Text($"{title.En} has no figures for {year}"))
            : missing == 0 ? null
            : new LocalText(
                Text($"{title.Sv} saknar uppgifter för {year} i {missing} av {figures.Count} nyckeltal"),
                Text($"{title.En} lacks figures for {year} in {missing} of {figures.Count} indicators"));
    }

    private LocalText? OfFollowUp()
    {
        var activities = registers.Activities.Where(activity => !activity.IsExample).ToList();
        if (activities.Count == 0)
        {
            return new LocalText("uppföljningen är inte mätt: inga aktiviteter är registrerade", "follow-up is not measured: no activities are registered");
        }

        var open = activities.Count(activity => activity["status"] != "cancelled" && (activity["status"] == "ended" || activity.Last("ends") < today)
            && activity["result"] is null && activity["outcome"] is null);
        return open == 0 ? null : new LocalText(
            open == 1 ? "1 aktivitet är avslutad utan resultat" : Text($"{open} aktiviteter är avslutade utan resultat"),
            open == 1 ? "1 activity has ended without a result" : Text($"{open} activities have ended without a result"));
    }

    private async Task<LocalText?> OfAlertsAsync()
    {
        var waiting = AlertView.Of(await AlertLog.ReadAsync(tables).ConfigureAwait(false)).Count(alert => alert.Status == AlertStatus.Waiting);
        return waiting == 0 ? null : new LocalText(
            Text($"{waiting} larm väntar på beslut"), waiting == 1 ? "1 alert waits for a decision" : Text($"{waiting} alerts wait for a decision"));
    }

    // A source that the samples leave out has no state: it was not read here.
    private (LocalText Title, SourceHealth Health) Source(string id) =>
        sources.TryGetValue(id, out var source) ? source : (new LocalText(id, id), SourceHealth.NeverRead);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
