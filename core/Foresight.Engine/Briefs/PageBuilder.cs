using System.Globalization;
using System.Text;
using Foresight.Sdk;

namespace Foresight.Engine.Briefs;

/// <summary>Words a brief's content and decides what stands in its main part (two A4 pages) and what in its annex.</summary>
internal sealed class PageBuilder(BriefContent content)
{
    // Beyond these the reader is better served by the files beside the brief.
    private const int AnnexItems = 60;
    private const int AnnexRecords = 4;
    private const int AnnexFindings = 20;
    private const int AnnexPictureWidth = 110;

    private const int HashLength = 12;
    private const int NoteLength = 200;
    private const int MostTopics = 3;

    /// <summary>An SVG beyond this many characters is shown as PNG.</summary>
    private const int LargestSvg = 600_000;

    private readonly BriefInput _input = content.Input;
    private readonly string _language = content.Input.Language;
    private readonly BriefSentences _sentences = new(content.Input.Language);
    private readonly FindingMarks _marks = new(new BriefSentences(content.Input.Language), content.Input.Language);
    private readonly AreaSilences _silences = new(content.Input, new BriefSentences(content.Input.Language));

    public BriefPage Build(string style) => PageFit.Fullest(_input.Policy.FocusAreas.Count, fit => Build(style, fit));

    private BriefPage Build(string style, PageFit fit)
    {
        var labels = IsReport ? BriefLabels.OfReport(_language) : BriefLabels.In(_language);
        var today = content.Period.To;
        var organisation = _input.Policy.Organisation.In(_language);
        var title = _input.Title.In(_language);
        var missing = MissingSentences();
        // One line more says that there are more: worth it only for at least two.
        var mainMissing = missing.Count <= fit.Missing + 1 ? missing.Count : fit.Missing;
        var perArea = content.Items.PerArea(_input.Policy.FocusAreas, fit.ItemsPerArea);
        var shown = content.Items.Items.Take(AnnexItems).ToList();
        return new BriefPage
        {
            Language = _language,
            Labels = labels,
            Security = ContentSecurity.PolicyFor(style),
            HeadTitle = $"{title} – {organisation}, {Wording.Day(today, _language)}",
            Organisation = organisation,
            Title = title,
            Reader = _input.Audience.Name.In(_language),
            AsOf = Wording.Day(today, _language),
            AsOfMachine = Machine(today),
            PolicyPart = _sentences.PolicyLine(_input.Policy),
            Banner = _input.Illustrative?.In(_language),
            Lead = _sentences.Lead(content.Items.Documents, content.Items.Stories, content.Items.Items.Count, content.Items.Sources, content.Period)
                + _sentences.Uncertain(content.Items.Uncertain),
            Alerts = PageAlerts.Of(_input),
            Findings = [.. content.Findings.Take(_input.FindingCount).Select(Found)],
            NoFindings = _sentences.NoFindings,
            Charts = [.. content.Charts.Where(chart => chart.Headline).Select(chart => Drawn(chart, 3, fit.PictureWidth))],
            NoCharts = _sentences.NoCharts,
            Areas = [.. _input.Policy.FocusAreas.Select(area => new PageArea(
                area.Id, BriefSentences.Capital(area.Name.In(_language)), Colour(area.Id), [.. perArea[area.Id].Select(item => Itemised(item, area.Id))], NothingIn()))],
            Dates = [.. content.Dates.Take(fit.Dates).Select(item => Dated(item, today))],
            NoDates = _sentences.NoDates(UpcomingDates.Months),
            Missing = [.. missing.Take(mainMissing)],
            NothingMissing = _sentences.NothingMissing,
            NotInMain = _silences.NotInMain(),
            Silences = _silences.All(),
            MissingMore = missing.Count > mainMissing ? _sentences.MoreInAnnex(missing.Count - mainMissing) : null,
            MoreMissing = [.. missing.Skip(mainMissing)],
            Sections = [.. _input.Sections.Select(section => PageSection.Of(section, IsReport ? 2 : 3))],
            SectionsInAnnex = !IsReport,
            MoreFindings = [.. content.Findings.Skip(_input.FindingCount).Take(AnnexFindings).Select(Found)],
            MoreCharts = [.. content.Charts.Where(chart => !chart.Headline).Select(chart => Drawn(chart, 4, AnnexPictureWidth))],
            MoreDates = [.. content.Dates.Skip(fit.Dates).Select(item => Dated(item, today))],
            AllItems = [.. shown.Select(item => Itemised(item, null))],
            Period = _sentences.PeriodLine(content.Period),
            Shown = shown.Count < content.Items.Items.Count ? _sentences.Shown(shown.Count, content.Items.Items.Count) : null,
            Evidence = [.. content.Findings.Take(Math.Max(_input.FindingCount, 0) + AnnexFindings).Select(Proof)],
            Method = MethodNote.For(_input, _sentences),
            Sources = [.. _input.Sources.Select(Sourced)],
        };
    }

    private PageFinding Found(Finding finding)
    {
        var signal = finding.Signal;
        var area = _input.Policy.FocusAreas.FirstOrDefault(area => area.Id == signal.FocusArea);
        return new PageFinding(
            finding.Mark,
            signal.Headline.In(_language),
            signal.Caveat?.In(_language),
            (area?.ShortName.In(_language) ?? _sentences.Kind(signal.Kind)) is { } tag ? BriefSentences.Capital(tag) : null,
            area is null ? null : Colour(area.Id),
            content.Charts.FirstOrDefault(chart => chart.Chart.Id == signal.Chart)?.Number)
        {
            Grade = _marks.Grade(signal, _input.Known.GetValueOrDefault(signal.Id)),
            Sureness = finding.Sureness,
            Gathered = Gathered(finding.Mark),
            Taken = _input.Taken.GetValueOrDefault(signal.Id)?.Sentence,
        };
    }

    // Each gathering once: at the first of its findings.
    private string? Gathered(int mark)
    {
        var shown = Math.Max(_input.FindingCount, 0) + AnnexFindings;
        var sentences = content.Gatherings.Where(gathering => gathering.Marks[0] == mark).Select(gathering => gathering.Sentence(_sentences, _language, shown)).ToList();
        return sentences.Count == 0 ? null : string.Join(' ', sentences);
    }

    private static PageChart Drawn(NumberedChart numbered, int level, int pictureWidth)
    {
        var (chart, spec) = (numbered.Chart.Chart!, numbered.Chart.Spec!);
        var picture = chart.Svg.Length <= LargestSvg
            ? "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(chart.Svg))
            : "data:image/png;base64," + Convert.ToBase64String(chart.Png);
        var columns = chart.Table.Columns;
        return new PageChart
        {
            Level = level,
            PictureWidth = pictureWidth,
            Number = numbered.Number,
            Title = spec.Title,
            Subtitle = spec.Subtitle,
            Picture = picture,
            Width = chart.Width,
            Height = chart.Height,
            Alt = chart.AltShort,
            Description = chart.AltLong,
            Notes = [.. spec.Notes.Take(NotesBesideIt(spec.Notes))],
            SourceLine = spec.SourceLine,
            Columns = [.. columns.Select(column => new PageCell(column.Name, column.IsNumber))],
            Rows = [.. chart.Table.Rows.Select(row => new PageRow(
                row[0], [.. row.Skip(1).Select((cell, place) => new PageCell(cell, columns[place + 1].IsNumber))]))],
        };
    }

    /// <summary>A few short notes stand beside a picture; a list of caveats would push it off the page.</summary>
    private static int NotesBesideIt(IReadOnlyList<string> notes)
    {
        var length = 0;
        return notes.TakeWhile(note => (length += note.Length) <= NoteLength).Count();
    }

    /// <param name="item">The item.</param>
    /// <param name="under">The area under which it stands; null for a list of all.</param>
    private PageItem Itemised(BriefItem item, string? under)
    {
        var verdict = item.Verdicts.FirstOrDefault(verdict => verdict.FocusArea == under) ?? item.Verdicts[0];
        var others = item.Verdicts.Where(other => other.FocusArea != under).ToList();
        return new PageItem
        {
            Title = item.Title,
            Language = item.Language,
            Link = item.Link,
            Publisher = item.Publisher,
            Day = (item.DayIsSeen ? BriefLabels.In(_language).Seen + " " : "") + Wording.Day(item.Day, _language),
            DayMachine = Machine(item.Day),
            Match = ByRule(verdict) ?? _sentences.Match(verdict.Certainty),
            Certainty = string.Join(", ", new[] { ByRule(verdict) ?? _sentences.Certain(verdict.Certainty), InLanguage(item) }.OfType<string>()),
            Areas = BriefSentences.Capital(string.Join(", ", others.Select(other => Doubted(other, verdict) ? _sentences.Perhaps(Named(other)) : Named(other)))) + Topics(item),
            InLanguage = InLanguage(item),
            Also = under is not null && others.Count > 0
                ? string.Join(" · ", others.GroupBy(other => Doubted(other, verdict), Named).OrderBy(group => group.Key).Select(group => _sentences.Also([.. group], perhaps: group.Key)))
                : null,
        };

        string Named(ItemVerdict other) => BriefSentences.Small(ShortName(other.FocusArea));
    }

    /// <summary>Of what is uncertain as a whole, each area is; it is said once.</summary>
    private static bool Doubted(ItemVerdict verdict, ItemVerdict first) => verdict.Certainty == Certainty.Uncertain && first.Certainty != Certainty.Uncertain;

    private string? ByRule(ItemVerdict verdict) => verdict.Rule is { } rule
        ? _sentences.ByRule(_input.Policy.Classification.Rules.FirstOrDefault(known => known.Id == rule)?.Reason.In(_language)) : null;

    private string? InLanguage(BriefItem item) => item.UnlearnedLanguage is { } language ? LanguageNames.In(language, _language) : null;

    private string Topics(BriefItem item)
    {
        var names = item.Topics.Select(topic => _input.TopicNames.GetValueOrDefault(topic)?.In(_language)).OfType<string>().Take(MostTopics).Select(BriefSentences.Small).ToList();
        return names.Count > 0 ? $" ({string.Join(", ", names)})" : "";
    }

    private PageDate Dated(BriefItem item, DateOnly today)
    {
        // A release is told by the policy's own name of the measure, which both languages have; its source's title is in one only.
        var measure = item.IsRelease
            ? _input.Policy.Indicators.FirstOrDefault(indicator => item.Id.StartsWith(indicator.Id + "-", StringComparison.Ordinal)) : null;
        return new PageDate(
            Wording.Day(item.Due!.Value, _language),
            Machine(item.Due.Value),
            _sentences.DaysLeft(item.Due.Value.DayNumber - today.DayNumber),
            item.IsRelease ? _sentences.NewFigures : null,
            measure?.Name.In(_language) ?? item.Title,
            measure is null ? item.Language : null,
            item.Link,
            item.Publisher);
    }

    private PageEvidence Proof(Finding finding) => new(
        finding.Mark,
        [.. finding.Traces.Take(AnnexRecords).Select(Recorded)],
        finding.Traces.Count > AnnexRecords ? _sentences.RecordsLeft(finding.Traces.Count - AnnexRecords) : null,
        [
            .. finding.Traces.Take(AnnexRecords).Select(trace => trace.Answer).OfType<StoredAnswer>().DistinctBy(answer => answer.Id).Select(answer => new PageAnswer(
                answer.Id,
                answer.FetchedAt is { } fetched ? _sentences.Fetched(DateOnly.FromDateTime(fetched)) : null,
                answer.Sha256[..Math.Min(answer.Sha256.Length, HashLength)])),
        ]);

    private PageRecord Recorded(Trace trace)
    {
        var source = _input.Sources.FirstOrDefault(source => source.Id == trace.Evidence.Source);
        return new PageRecord(
            source?.Title ?? trace.Evidence.Source,
            OutsideText.Line(trace.Evidence.Record),
            trace.Evidence.Value is { } value ? Wording.Number(value, _language, DecimalsOf(value)) : null,
            trace.Evidence.Formula is { } formula ? _sentences.Computed(formula) : null);
    }

    private PageSource Sourced(SourceState source) => new(
        source.Title,
        OutsideText.Link(source.Url?.AbsoluteUri),
        source.Producer,
        source.Licence,
        source.NewestText ?? "–",
        _sentences.State(source.Health),
        _sentences.Trouble.Reason(source),
        source.IsWell);

    private List<string> MissingSentences()
    {
        var unmeasured = _input.Policy.FocusAreas
            .Where(area => area.NotMeasured is null && !_input.Policy.Indicators.Any(indicator => indicator.FocusAreas.Contains(area.Id)))
            .Select(area => BriefSentences.Small(area.ShortName.In(_language)))
            .ToList();
        return
        [
            .. _sentences.Trouble.Lines(_input.Sources, SourceHealth.Failed, SourceHealth.NeverRead),
            .. _input.Missing,
            .. _sentences.Trouble.Lines(_input.Sources, SourceHealth.Ailing, SourceHealth.Silent, SourceHealth.Empty),
            .. _input.Charts.Where(chart => chart.Chart is null || chart.Spec is null).Select(_sentences.ChartMissing),
            .. _input.Policy.FocusAreas.Where(area => area.NotMeasured is not null).Select(area => area.NotMeasured!.In(_language)),
            .. unmeasured.Count > 0 ? [_sentences.NotMeasured(unmeasured)] : Array.Empty<string>(),
        ];
    }

    private bool IsReport => _input.Template == BriefTemplate.Council;

    private string NothingIn() => _input.ModelVersion is null ? _sentences.NotClassified : _sentences.NoItems;

    private string ShortName(string area) => _input.Policy.FocusAreas.First(known => known.Id == area).ShortName.In(_language);

    /// <summary>The area's place in the policy gives its colour, here and in the charts.</summary>
    private int Colour(string area) =>
        (_input.Policy.FocusAreas.Select((known, place) => (known.Id, place)).First(known => known.Id == area).place % 6) + 1;

    private static int DecimalsOf(double value) =>
        Enumerable.Range(0, 4).FirstOrDefault(decimals => Math.Abs(Math.Round(value, decimals) - value) < 1e-9, 3);

    private static string Machine(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
