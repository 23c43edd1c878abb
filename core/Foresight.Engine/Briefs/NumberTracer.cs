using System.Text.RegularExpressions;
using Foresight.Engine.Signals;
using Foresight.Sdk;

namespace Foresight.Engine.Briefs;

/// <summary>A printed number and what accounts for it.</summary>
/// <param name="Printed">As printed.</param>
/// <param name="Value">The stored or computed value; null where it is part of a name or date.</param>
/// <param name="How"><c>value</c>, <c>date</c>, <c>record</c> (a part of the record's identity, such as its year), <c>count</c> (of the records), <c>name</c>, <c>policy</c>, <c>figure</c> (of the finding), or <c>untraced</c>.</param>
/// <param name="Records">Places in the list of records.</param>
internal sealed record TracedNumber(string Printed, double? Value, string How, IReadOnlyList<int> Records);

/// <summary>Finds for every number of a sentence the evidence that accounts for it, so that none stands in a brief unproven.</summary>
internal sealed class NumberTracer(BriefInput input)
{
    private readonly DateOnly _today = DateOnly.FromDateTime(input.AsOf.UtcDateTime);
    private readonly List<string> _names =
    [
        .. input.Policy.Indicators.SelectMany(indicator => new[] { indicator.Name, indicator.Unit, indicator.Note })
            .Concat(input.Policy.PeerGroups.Select(group => group.Name))
            .Concat(input.Policy.Funds.Select(fund => fund.Name))
            .Concat(input.Policy.FocusAreas.Select(area => area.Name))
            .OfType<LocalText>().Select(name => name.In(input.Language)).Where(name => name.Any(char.IsAsciiDigit)),
    ];

    /// <param name="sentence">The sentence.</param>
    /// <param name="traces">The records behind it.</param>
    /// <param name="figures">The figures that were computed from them.</param>
    public IReadOnlyList<TracedNumber> Trace(string sentence, IReadOnlyList<Trace> traces, IReadOnlyList<SignalFigure> figures) =>
        [.. PrintedNumber.In(sentence, input.Language).Select(number => Trace(sentence, number, traces, figures))];

    private TracedNumber Trace(string sentence, PrintedNumber number, IReadOnlyList<Trace> traces, IReadOnlyList<SignalFigure> figures)
    {
        var dated = Places(traces, trace => trace.Days.Any(day => IsOf(sentence, number, day)));
        if (dated.Count > 0 || IsOf(sentence, number, _today))
        {
            return new TracedNumber(number.Text, null, "date", dated);
        }

        var values = Places(traces, trace => trace.Evidence.Value is { } value && number.Is(value));
        if (values.Count > 0)
        {
            return new TracedNumber(number.Text, traces[values[0]].Evidence.Value, "value", values);
        }

        // 2022 in "period=2022", or 16 and 64 in an age of 16-64.
        var whole = new Regex($@"(?<!\d){Regex.Escape(number.Text)}(?!\d)");
        var records = Places(traces, trace => whole.IsMatch(trace.Evidence.Record) || whole.IsMatch(trace.Evidence.Formula ?? ""));
        if (records.Count > 0)
        {
            return new TracedNumber(number.Text, null, "record", records);
        }

        var titled = Places(traces, trace => trace.Title is { } title && Covers(sentence, title, number));
        if (titled.Count > 0 || _names.Any(name => Covers(sentence, name, number)))
        {
            return new TracedNumber(number.Text, null, "name", titled);
        }

        // What the policy itself says of the indicator: a target, the years of measuring, the newest year that is out.
        var told = Places(traces, trace => input.Policy.Indicators.Any(indicator =>
            trace.Evidence.Record.Contains(indicator.Id, StringComparison.Ordinal) && Facts(indicator).Any(number.Is)));
        if (told.Count > 0)
        {
            return new TracedNumber(number.Text, null, "policy", told);
        }

        if (number.Decimals == 0 && number.Value == traces.Count)
        {
            return new TracedNumber(number.Text, traces.Count, "count", [.. Enumerable.Range(0, traces.Count)]);
        }

        // A computed figure rests on all the records together.
        return figures.SelectMany(Parts).Where(number.Is).Select(value => (double?)value).FirstOrDefault() is { } part
            ? new TracedNumber(number.Text, part, "figure", [.. Enumerable.Range(0, traces.Count)])
            : new TracedNumber(number.Text, null, "untraced", []);
    }

    private static IEnumerable<double> Parts(SignalFigure figure) => new[] { FigureWords.IsBelowLeast(figure) ? FigureWords.LeastChance : figure.Value, figure.Low, figure.High, figure.Confidence }.OfType<double>().Where(double.IsFinite);

    private static IEnumerable<double> Facts(Indicator indicator) =>
        new[] { indicator.Target, indicator.Published, indicator.Denominator, indicator.RollingYears, indicator.Noise }.OfType<double>()
            .Concat(indicator.MeasuredYears.Concat(indicator.Breaks).Select(year => (double)year));

    private bool IsOf(string sentence, PrintedNumber number, DateOnly day) =>
        Covers(sentence, Wording.Day(day, input.Language), number)
        || Covers(sentence, Wording.Month(day.Year, day.Month, input.Language), number)
        || (day != _today && number.Decimals == 0 && (int)number.Value == Math.Abs(day.DayNumber - _today.DayNumber));

    private static bool Covers(string sentence, string part, PrintedNumber number)
    {
        // Whoever wrote the sentence may have set a plain space where the house's forms have a no-break one.
        (sentence, part) = (sentence.Replace('\u00A0', ' '), part.Replace('\u00A0', ' '));
        for (var at = sentence.IndexOf(part, StringComparison.OrdinalIgnoreCase); at >= 0; at = sentence.IndexOf(part, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (at <= number.Start && number.Start + number.Text.Length <= at + part.Length)
            {
                return true;
            }
        }

        return false;
    }

    private static List<int> Places(IReadOnlyList<Trace> traces, Func<Trace, bool> fits) =>
        [.. Enumerable.Range(0, traces.Count).Where(place => fits(traces[place]))];
}
