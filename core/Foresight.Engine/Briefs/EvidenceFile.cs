using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Foresight.Engine.Briefs.Sections;
using Foresight.Engine.Loop;
using Foresight.Engine.Signals;
using Foresight.Engine.Store.Batches;
using Foresight.Sdk;

namespace Foresight.Engine.Briefs;

/// <summary>Writes <c>evidence.json</c>: for every line and number of a brief the way back to the bytes that were fetched (docs/briefs.md).</summary>
internal static class EvidenceFile
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        // Read by people too: å stays å. The file is no HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Json(BriefContent content)
    {
        var input = content.Input;
        var language = input.Language;
        var answers = new SortedDictionary<string, StoredAnswer>(StringComparer.Ordinal);
        var file = new Dictionary<string, object?>
        {
            ["brief"] = new
            {
                title = input.Title.In(language),
                audience = input.Audience.Id,
                language,
                asOf = input.AsOf.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                policy = new { id = input.Policy.Id, version = input.Policy.Version, holdsFrom = Day(input.Policy.HoldsFrom) },
                model = input.ModelVersion,
                modelCard = input.Card,
            },
            ["lead"] = new
            {
                from = Day(content.Period.From),
                to = Day(content.Period.To),
                documents = content.Items.Documents,
                stories = content.Items.Stories,
                sources = content.Items.Sources,
                relevant = content.Items.Items.Count,
                uncertain = content.Items.Uncertain,
                formula = "documents: rows of the view documents published from..to and not announcing a later day; stories: their distinct story_id in document_stories; relevant: stories with a verdict that belongs to a focus area; uncertain: those of which the model cannot say for any",
            },
            ["alerts"] = input.Alerts.Select(alert => new
            {
                id = alert.Id,
                rule = alert.Rule,
                text = alert.Sentence?.In(language),
                approvedBy = alert.Person,
                records = alert.Evidence.Select(evidence => Recorded(content.Book.Of(evidence), answers)).ToList(),
            }).ToList(),
            ["findings"] = content.Findings.Select(finding => new
            {
                mark = finding.Mark,
                placement = finding.Mark <= input.FindingCount ? "main" : "annex",
                id = finding.Signal.Id,
                kind = finding.Signal.Kind,
                focusArea = finding.Signal.FocusArea,
                text = finding.Signal.Headline.In(language),
                caveat = finding.Signal.Caveat?.In(language),
                numbers = finding.Numbers.Select(Numbered).ToList(),
                level = SignalBlocks.Word<SignalLevel>(finding.Signal.Level),
                grade = SignalWords.Code(finding.Signal),
                publishers = finding.Signal.Publishers,
                horizon = SignalBlocks.Word(finding.Signal.Horizon),
                method = finding.Signal.Method,
                sureness = finding.Sureness is { } sureness ? new { text = sureness, numbers = finding.SurenessNumbers.Select(Numbered).ToList() } : null,
                figures = finding.Signal.Figures.Select(figure => new
                {
                    name = figure.Name,
                    value = Finite(figure.Value),
                    low = Finite(figure.Low),
                    high = Finite(figure.High),
                    confidence = Finite(figure.Confidence),
                    unit = figure.Unit,
                    method = figure.Method,
                }).ToList(),
                people = Said(input.Known.GetValueOrDefault(finding.Signal.Id)),
                taken = input.Taken.GetValueOrDefault(finding.Signal.Id) is { } taken
                    ? new { text = taken.Sentence, links = taken.Chain.Links.Select(link => new { link = SignalBlocks.Word<LoopStage>(link.Stage), day = link.Day is { } day ? Day(day) : null, reference = link.Reference }).ToList() } : null,
                records = finding.Traces.Select(trace => Recorded(trace, answers)).ToList(),
            }).ToList(),
            ["gatherings"] = content.Gatherings.Select(gathering => new
            {
                id = gathering.Known.Id,
                level = SignalBlocks.Word<SignalLevel>(gathering.Known.Level),
                name = gathering.Known.Raised!.Name.In(language),
                steep = SignalBlocks.Word(gathering.Known.Raised.Steep),
                raisedBy = gathering.Known.Raised.Person,
                note = gathering.Known.Raised.Note,
                members = gathering.Known.Raised.Members,
                findings = gathering.Marks,
            }).ToList(),
            ["sections"] = input.Sections.Select(section => new
            {
                id = section.Id,
                title = section.Title,
                parts = section.Parts.Where(part => part.Evidence.Count > 0).Select(part => new
                {
                    text = part switch
                    {
                        SectionTable table => table.Caption,
                        SectionList list => string.Join(" ", list.Lines.Select(line => line.Text)),
                        SectionText paragraph => paragraph.Text,
                        SectionHeading heading => heading.Text,
                        _ => throw new NotSupportedException($"{part.GetType().Name} has no place in the evidence."),
                    },
                    records = part.Evidence.Distinct().Select(evidence => Recorded(content.Book.Of(evidence), answers)).ToList(),
                }).ToList(),
            }).ToList(),
            ["silences"] = input.Silences.Select(silence => new { id = silence.Id, focusArea = silence.FocusArea, text = silence.Reason.In(language) }).ToList(),
            ["charts"] = content.Charts.Select(chart => Drawn(chart, language, answers)).ToList(),
            ["items"] = content.Items.Items.Select(item => new
            {
                text = item.Title,
                day = Day(item.Day),
                publisher = item.Publisher,
                link = item.Link,
                language = item.TextLanguage,
                topics = item.Topics,
                verdicts = item.Verdicts.Select(verdict => new
                {
                    focusArea = verdict.FocusArea,
                    probability = verdict.Probability,
                    modelVersion = verdict.ModelVersion,
                    policyVersion = verdict.PolicyVersion,
                    decidedBy = verdict.DecidedBy,
                    cannotSay = verdict.Certainty == Certainty.Uncertain,
                    trust = verdict.Trust,
                }),
                record = Recorded(content.Book.Of(item.Evidence), answers),
            }).ToList(),
            ["dates"] = content.Dates.Select(item => new
            {
                text = item.Title,
                due = Day(item.Due!.Value),
                publisher = item.Publisher,
                link = item.Link,
                record = Recorded(content.Book.Of(item.Evidence), answers),
            }).ToList(),
            ["untraced"] = content.Untraced(),
        };
        // Last, since it is filled while the rest is gathered: each answer once, named by load and number.
        file["answers"] = answers.Values.Select(answer => new
        {
            id = answer.Id,
            url = answer.Url,
            fetchedAt = answer.FetchedAt?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            sha256 = answer.Sha256,
            path = answer.Path,
        }).ToList();
        return JsonSerializer.Serialize(file, Layout).ReplaceLineEndings("\n") + "\n";
    }

    private static object Drawn(NumberedChart numbered, string language, SortedDictionary<string, StoredAnswer> answers)
    {
        var spec = numbered.Chart.Spec!;
        return new
        {
            number = numbered.Number,
            placement = numbered.Headline ? "main" : "annex",
            id = numbered.Chart.Id,
            text = spec.Title,
            subtitle = spec.Subtitle,
            notes = spec.Notes,
            sourceLine = spec.SourceLine,
            numbers = numbered.Numbers.Select(Numbered).ToList(),
            table = new
            {
                columns = numbered.Chart.Chart!.Table.Columns.Select(column => column.Name),
                rows = numbered.Chart.Chart.Table.Rows,
            },
            series = spec.Series.Select(series => new
            {
                name = series.Name,
                points = ChartPoints.Trace(series, numbered.Traces, language).Select(point => new
                {
                    label = point.Point.Label,
                    period = point.Point.Period?.Text,
                    date = point.Point.Date is { } day ? Day(day) : null,
                    value = Finite(point.Point.Value),
                    display = point.Point.Display,
                    records = point.Records,
                }),
            }).ToList(),
            records = numbered.Traces.Select(trace => Recorded(trace, answers)).ToList(),
        };
    }

    // Every rating, so that a middle never hides what somebody said.
    private static object? Said(KnownSignal? known) => known is null || known.Ratings.All.Count == 0 ? null : new
    {
        confirmedBy = known.Ratings.ConfirmedBy,
        turnedDownBy = known.Ratings.TurnedDownBy,
        contestedOn = known.Ratings.ContestedOn,
        impact = Spread(known.Ratings.Impact),
        likelihood = Spread(known.Ratings.Likelihood),
        ratings = known.Ratings.All.Select(rating => new
        {
            person = rating.Person,
            impact = rating.Impact,
            likelihood = rating.Likelihood,
            horizon = SignalBlocks.Word(rating.Horizon),
            level = SignalBlocks.Word(rating.Level),
            confirms = rating.Confirms,
            note = rating.Note,
        }).ToList(),
    };

    private static object? Spread(Spread? spread) => spread is null ? null : new
    {
        people = spread.People,
        median = spread.Median,
        least = spread.Least,
        greatest = spread.Greatest,
        lowerQuartile = spread.LowerQuartile,
        upperQuartile = spread.UpperQuartile,
    };

    private static object Numbered(TracedNumber number) =>
        new { printed = number.Printed, value = Finite(number.Value), how = number.How, records = number.Records };

    private static object Recorded(Trace trace, SortedDictionary<string, StoredAnswer> answers)
    {
        if (trace.Answer is { } answer)
        {
            answers[answer.Id] = answer;
        }

        return new
        {
            view = trace.Evidence.View,
            source = trace.Evidence.Source,
            record = trace.Evidence.Record,
            value = Finite(trace.Evidence.Value),
            formula = trace.Evidence.Formula,
            load = trace.Evidence.LoadId,
            answer = trace.Answer?.Id,
            url = trace.Answer?.Url,
            sha256 = trace.Sha256,
            path = trace.Answer?.Path,
        };
    }

    private static string Day(DateOnly day) => RelevantItems.Sql(day);

    // JSON has no NaN; a value that is none is null.
    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
