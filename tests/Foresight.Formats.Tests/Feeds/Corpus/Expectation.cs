using System.Text;
using Foresight.Formats.Feeds;

namespace Foresight.Formats.Tests.Feeds.Corpus;

/// <summary>Evaluates what a case expects over a feed in feedparser's terms.</summary>
internal sealed class Expectation(Dictionary<string, object?> view)
{
    public bool Holds(PythonExpression expression) => IsTrue(Value(expression));

    /// <summary>The fields that an expectation is about, as <c>entries.title</c>; without numbers.</summary>
    public static IEnumerable<string> Fields(PythonExpression expression) => expression switch
    {
        PythonExpression.Path path => [string.Join('.', path.Steps.Where(step => step is string).Prepend(path.Name))],
        PythonExpression.Call { Function: "has_key", Arguments: [PythonExpression.Path path, PythonExpression.Literal key] } => [$"{path.Name}.{key.Value}"],
        PythonExpression.Call call => call.Arguments.SelectMany(Fields),
        PythonExpression.Not not => Fields(not.Of),
        PythonExpression.And and => [.. Fields(and.Left), .. Fields(and.Right)],
        PythonExpression.Or or => [.. Fields(or.Left), .. Fields(or.Right)],
        PythonExpression.Compare compare => compare.Operands.SelectMany(Fields),
        _ => [],
    };

    /// <summary>Whether our model carries a field: whether the view has its first key.</summary>
    public bool Carries(string field)
    {
        var parts = field.Split('.');
        if (!view.TryGetValue(parts[0], out var of))
            return false;
        if (parts.Length == 1)
            return true;
        var members = of as Dictionary<string, object?> ?? FeedparserView.AnEntry;
        return members.ContainsKey(parts[1]);
    }

    private object? Value(PythonExpression expression) => expression switch
    {
        PythonExpression.Literal literal => literal.Value,
        PythonExpression.Sequence sequence => sequence.Members.Select(Value).ToList(),
        PythonExpression.Dictionary dictionary => dictionary.Members.ToDictionary(member => (string)Value(member.Key)!, member => Value(member.Value)),
        PythonExpression.Path path => path.Steps.Aggregate(view.GetValueOrDefault(path.Name), Step),
        PythonExpression.Call { Function: "has_key" } call => Value(call.Arguments[0]) is Dictionary<string, object?> of && IsTrue(of.GetValueOrDefault((string)Value(call.Arguments[1])!)),
        PythonExpression.Call { Function: "len" } call => Value(call.Arguments[0]) is List<object?> list ? (long)list.Count : 0L,
        PythonExpression.Call { Function: "ord" } call => Text(Value(call.Arguments[0])) is { Length: > 0 } text ? (long)Rune.GetRuneAt(text, 0).Value : -1L,
        PythonExpression.Not not => !Holds(not.Of),
        PythonExpression.And and => Holds(and.Left) && Holds(and.Right),
        PythonExpression.Or or => Holds(or.Left) || Holds(or.Right),
        PythonExpression.Compare compare => Compare(compare),
        _ => throw new FormatException($"The expectation has a part that is not known: {expression}"),
    };

    private bool Compare(PythonExpression.Compare compare)
    {
        for (var i = 0; i < compare.Operators.Count; i++)
        {
            var (left, right) = (Value(compare.Operands[i]), Value(compare.Operands[i + 1]));
            var holds = compare.Operators[i] switch
            {
                "==" => Same(left, right),
                "!=" => !Same(left, right),
                _ => Text(right)?.Contains(Text(left) ?? "\0", StringComparison.Ordinal) ?? false,
            };
            if (!holds)
                return false;
        }

        return true;
    }

    private static object? Step(object? of, object step) => (of, step) switch
    {
        (Dictionary<string, object?> members, string key) => members.GetValueOrDefault(key),
        (List<object?> list, long index) => index < list.Count ? list[(int)index] : null,
        _ => null,
    };

    private static bool Same(object? left, object? right) => (left, right) switch
    {
        (ViewedText ours, ViewedText other) => ours.Text == other.Text,
        (ViewedText ours, _) => right is string expected && SameText(ours, expected),
        (_, ViewedText) => Same(right, left),
        (FeedDate ours, _) => SameDate(ours, right),
        (Uri ours, string expected) => ours.AbsoluteUri == expected || ours.OriginalString == expected || (Uri.TryCreate(expected, UriKind.Absolute, out var address) && address == ours),
        // What they leave out of a dictionary we may know all the same.
        (Dictionary<string, object?> ours, Dictionary<string, object?> expected) => expected.All(member => Same(ours.GetValueOrDefault(member.Key), member.Value)),
        (null, string expected) => expected.Length == 0,
        _ => Equals(left, right),
    };

    /// <summary>They keep markup where we give plain text: ours must be theirs made plain by the same conversion.</summary>
    private static bool SameText(ViewedText ours, string expected) =>
        ours.Text == (ours.Form is { MediaType: "text/plain" } ? PlainText.Fold(expected) : PlainText.FromHtml(expected));

    private static bool SameDate(FeedDate ours, object? expected) => expected switch
    {
        string text => FeedDate.TryParse(text, TimeZoneInfo.Utc, out var date) && date.Start == ours.Start,
        List<object?> parts => ours.Start.UtcDateTime is var utc
            && parts.Take(6).SequenceEqual(new object?[] { (long)utc.Year, (long)utc.Month, (long)utc.Day, (long)utc.Hour, (long)utc.Minute, (long)utc.Second }),
        _ => false,
    };

    private static string? Text(object? value) => value switch { ViewedText text => text.Text, Uri address => address.OriginalString, _ => value as string };

    private static bool IsTrue(object? value) => value switch
    {
        null => false,
        bool is_ => is_,
        long number => number != 0,
        string text => text.Length > 0,
        ViewedText text => text.Text.Length > 0,
        List<object?> list => list.Count > 0,
        _ => true,
    };
}
