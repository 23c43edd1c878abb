namespace Foresight.Engine.Alerts.Grammar;

/// <summary>What was understood of a sentence: a condition, or what is wrong with it.</summary>
/// <param name="Condition">The condition; null where there is a problem.</param>
/// <param name="Problem">What is wrong, with what is allowed there; null where nothing is.</param>
public sealed record ConditionReading(Condition? Condition, string? Problem);

/// <summary>Reads conditions in plain words, English or Swedish (docs/methods/alerts.md).</summary>
public static class ConditionGrammar
{
    private static readonly string[] PerCent = ["%", "percent", "procent"];

    /// <summary>Reads a sentence.</summary>
    public static ConditionReading Read(string sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        SentenceReader? best = null;
        foreach (var words in new[] { ConditionWords.English, ConditionWords.Swedish })
        {
            var reader = new SentenceReader(sentence);
            reader.Take(words.When);
            if (Read(reader, words) is { } condition && reader.AtEnd)
            {
                return new ConditionReading(condition, null);
            }

            best = best is null || reader.Furthest > best.Furthest ? reader : best;
        }

        return new ConditionReading(null, best!.Problem());
    }

    /// <summary>Reads a sentence of a policy that was checked.</summary>
    /// <exception cref="ConfigurationException">It cannot be understood.</exception>
    public static Condition Of(string sentence)
    {
        var reading = Read(sentence);
        return reading.Condition ?? throw new ConfigurationException([$"'{sentence}' cannot be understood: {reading.Problem}."]);
    }

    private static Condition? Read(SentenceReader reader, ConditionWords words) =>
        reader.Either(words.Exports, words.Imports) is { } exports ? Trade(reader, words, exports)
        : reader.Take(words.Indicator) ? Indicator(reader, words)
        : reader.Take(words.Documents) ? Documents(reader, words)
        : reader.Take(words.FundingCall) ? Call(reader, words)
        : reader.Take(words.Source) ? Silence(reader, words)
        : null;

    private static TradeChange? Trade(SentenceReader reader, ConditionWords words, bool exports)
    {
        var (product, place, months) = ((string?)null, (string?)null, 1);
        if (reader.Take(words.Of) && (product = reader.Name("a product's code or id")) is null)
        {
            return null;
        }

        if (reader.Take(exports ? words.To : words.From) && (place = reader.Name("a country's code or a place's id")) is null)
        {
            return null;
        }

        if (reader.Either(words.Fall, words.Rise) is not { } falls || Bound(reader, words) is not { } percent || !reader.Take(PerCent)
            || reader.Either(words.YearOnYear, words.MonthOnMonth) is not { } yearly)
        {
            return null;
        }

        if (reader.Take(words.For))
        {
            if (reader.Whole() is not { } count || !reader.Take(words.Months))
            {
                return null;
            }

            months = count;
        }

        return new TradeChange(exports, product, place, falls, percent, yearly ? TimeUnit.Year : TimeUnit.Month, months);
    }

    private static Condition? Indicator(SentenceReader reader, ConditionWords words)
    {
        if (reader.Name("an indicator's id") is not { } id)
        {
            return null;
        }

        if (reader.Take(words.LeavesThePeersRange))
        {
            return new IndicatorOutsidePeers(id);
        }

        if (reader.Either(words.Falls, words.Rises) is { } falls)
        {
            return Bound(reader, words) is { } amount ? Change(reader, words, id, falls, amount) : null;
        }

        return reader.Take(words.Is) ? Level(reader, words, id) : null;
    }

    private static IndicatorChange? Change(SentenceReader reader, ConditionWords words, string id, bool falls, double amount)
    {
        var percent = reader.Take(PerCent);
        return !reader.Take(words.Over) ? new IndicatorChange(id, falls, amount, percent, 1, TimeUnit.Year)
            : Span(reader, words) is { } span ? new IndicatorChange(id, falls, amount, percent, span.Count, span.Unit)
            : null;
    }

    private static Condition? Level(SentenceReader reader, ConditionWords words, string id)
    {
        if (reader.Take(words.FurtherThan))
        {
            return reader.Number() is { } distance && reader.Take(words.FromItsTarget) ? new IndicatorOffTarget(id, distance) : null;
        }

        if (reader.Either(words.Above, words.Below) is not { } above || reader.Number() is not { } value)
        {
            return null;
        }

        reader.Take(PerCent);
        return !reader.Take(words.For) ? new IndicatorLevel(id, above, value, 1, TimeUnit.Year)
            : Span(reader, words) is { } span ? new IndicatorLevel(id, above, value, span.Count, span.Unit)
            : null;
    }

    private static Condition? Documents(SentenceReader reader, ConditionWords words)
    {
        if (reader.Take(words.Mention))
        {
            return Mention(reader, words);
        }

        if (!reader.Take(words.About) || reader.Name("the id of a focus area or a topic") is not { } about)
        {
            return null;
        }

        string? language = null;
        if (reader.Take(words.InLanguage))
        {
            if (reader.Name("a language") is not { } name)
            {
                return null;
            }

            language = words.Languages.GetValueOrDefault(name) ?? name.ToLowerInvariant();
        }

        var percent = reader.Take(words.MoreThanDouble) ? 100
            : reader.Take(words.Rise) && Bound(reader, words) is { } bound && reader.Take(PerCent) ? bound
            : (double?)null;
        return percent is { } more && reader.Take(words.Over) && reader.Whole() is { } weeks && reader.Take(words.Weeks)
            ? new DocumentsRise(about, language, more, weeks)
            : null;
    }

    private static DocumentsMention? Mention(SentenceReader reader, ConditionWords words)
    {
        if (reader.Quoted() is not { } term || !reader.Take(words.AtLeast) || reader.Whole() is not { } times || !reader.Take(words.Times)
            || !reader.Take(words.Over) || reader.Whole() is not { } days || !reader.Take(words.Days))
        {
            return null;
        }

        if (!reader.Take(words.FromPublishers))
        {
            return new DocumentsMention(term, times, days, 1);
        }

        return reader.Take(words.AtLeast) && reader.Whole() is { } publishers && reader.Take(words.Publishers)
            ? new DocumentsMention(term, times, days, publishers)
            : null;
    }

    private static CallCloses? Call(SentenceReader reader, ConditionWords words) =>
        reader.Take(words.CallOf) && reader.Name("a fund's id") is { } fund && reader.Take(words.Closes) && reader.Take(words.Within)
            && reader.Whole() is { } days && reader.Take(words.Days)
        ? new CallCloses(fund, days)
        : null;

    private static SourceSilent? Silence(SentenceReader reader, ConditionWords words) =>
        reader.Name("a source's id") is { } source && reader.Take(words.Silent) && reader.Take(words.For) && reader.Whole() is { } days && reader.Take(words.Days)
        ? new SourceSilent(source, days)
        : null;

    private static double? Bound(SentenceReader reader, ConditionWords words)
    {
        reader.Take(words.By);
        return reader.Take(words.MoreThan) ? reader.Number() : null;
    }

    private static (int Count, TimeUnit Unit)? Span(SentenceReader reader, ConditionWords words) =>
        reader.Whole() is { } count && reader.Either(words.Years, words.Months) is { } years ? (count, years ? TimeUnit.Year : TimeUnit.Month) : null;
}
