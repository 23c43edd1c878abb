using Foresight.Sdk;

namespace Foresight.Engine.Briefs;

/// <summary>A finding with its mark in the text, and what accounts for each of its numbers.</summary>
internal sealed record Finding(int Mark, Signal Signal, IReadOnlyList<Trace> Traces, IReadOnlyList<TracedNumber> Numbers)
{
    /// <summary>How sure its figures are, as a reader sees it; null for nothing.</summary>
    public string? Sureness { get; init; }

    /// <summary>What accounts for the numbers in <see cref="Sureness"/>.</summary>
    public IReadOnlyList<TracedNumber> SurenessNumbers { get; init; } = [];
}

/// <summary>A chart with its number in the text.</summary>
internal sealed record NumberedChart(int Number, bool Headline, BriefChart Chart, IReadOnlyList<Trace> Traces, IReadOnlyList<TracedNumber> Numbers);

/// <summary>What a brief says, gathered from the input and the tables, before it is worded and laid out.</summary>
internal sealed record BriefContent
{
    public required BriefInput Input { get; init; }

    public required BriefPeriod Period { get; init; }

    /// <summary>All signals, those of the main part first.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>What people gathered of the findings.</summary>
    public required IReadOnlyList<BriefGathering> Gatherings { get; init; }

    public required IReadOnlyList<NumberedChart> Charts { get; init; }

    public required RelevantItems Items { get; init; }

    public required IReadOnlyList<BriefItem> Dates { get; init; }

    public required EvidenceBook Book { get; init; }

    public static async Task<BriefContent> GatherAsync(BriefInput input, CancellationToken cancellationToken)
    {
        var period = BriefPeriod.Of(input.Audience, input.AsOf);
        var items = await RelevantItems.ReadAsync(input, period).ConfigureAwait(false);
        var dates = await UpcomingDates.ReadAsync(input, period.To).ConfigureAwait(false);
        var drawn = input.Charts.Where(chart => chart is { Chart: not null, Spec: not null }).ToList();
        var book = await EvidenceBook.OpenAsync(
            input.Tables,
            [
                .. input.Signals.SelectMany(signal => signal.Evidence),
                .. input.Sections.SelectMany(section => section.Parts).SelectMany(part => part.Evidence),
                .. input.Alerts.SelectMany(alert => alert.Evidence),
                .. drawn.SelectMany(chart => chart.Spec!.Evidence),
                .. items.Items.Concat(dates).Select(item => item.Evidence),
            ],
            cancellationToken).ConfigureAwait(false);
        var tracer = new NumberTracer(input);
        var marks = new FindingMarks(new BriefSentences(input.Language), input.Language);
        return new BriefContent
        {
            Input = input,
            Period = period,
            Items = items,
            Dates = dates,
            Book = book,
            Findings = [.. input.Signals.Select((signal, place) => Find(signal, place + 1))],
            Gatherings = BriefGathering.Of(input),
            Charts = [.. drawn.Select((chart, place) => Number(chart, place + 1))],
        };

        Finding Find(Signal signal, int mark)
        {
            List<Trace> traces = [.. signal.Evidence.Select(book.Of)];
            var sureness = marks.Sureness(signal);
            return new Finding(mark, signal, traces, tracer.Trace(Said(signal, input.Language), traces, signal.Figures))
            {
                Sureness = sureness,
                SurenessNumbers = sureness is null ? [] : tracer.Trace(sureness, traces, signal.Figures),
            };
        }

        NumberedChart Number(BriefChart chart, int number)
        {
            List<Trace> traces = [.. chart.Spec!.Evidence.Select(book.Of)];
            return new NumberedChart(number, number <= input.HeadlineCharts, chart, traces, tracer.Trace(chart.Spec.Title, traces, []));
        }
    }

    /// <summary>Numbers that no evidence accounts for, each with its place.</summary>
    public IReadOnlyList<string> Untraced() =>
    [
        .. Findings.SelectMany(finding => Untraced(finding.Numbers.Concat(finding.SurenessNumbers)).Select(number => $"finding {finding.Signal.Id}: {number}")),
        .. Charts.SelectMany(chart => Untraced(chart.Numbers).Select(number => $"title of chart {chart.Chart.Id}: {number}")),
        .. Charts.SelectMany(chart => chart.Chart.Spec!.Series.SelectMany(series => ChartPoints.Trace(series, chart.Traces, Input.Language)
            .Where(point => point is { Point.Value: not null, Records.Count: 0 })
            .Select(point => $"chart {chart.Chart.Id}, {series.Name}: {point.Point.Label}"))),
    ];

    /// <summary>The sentence and what must be known to read it, as one text.</summary>
    public static string Said(Signal signal, string language) =>
        signal.Caveat is { } caveat ? signal.Headline.In(language) + " " + caveat.In(language) : signal.Headline.In(language);

    private static IEnumerable<string> Untraced(IEnumerable<TracedNumber> numbers) =>
        numbers.Where(number => number.How == "untraced").Select(number => number.Printed);
}
