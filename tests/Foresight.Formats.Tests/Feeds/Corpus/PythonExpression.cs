namespace Foresight.Formats.Tests.Feeds.Corpus;

/// <summary>An expression of the small part of Python in which Universal Feed Parser's cases say what they expect.</summary>
internal abstract record PythonExpression
{
    public sealed record Literal(object? Value) : PythonExpression;

    /// <summary>A dictionary, list or tuple of expressions.</summary>
    public sealed record Sequence(IReadOnlyList<PythonExpression> Members) : PythonExpression;

    public sealed record Dictionary(IReadOnlyList<(PythonExpression Key, PythonExpression Value)> Members) : PythonExpression;

    /// <summary>A name and the keys and numbers that lead on from it: <c>entries[0]['title']</c>.</summary>
    public sealed record Path(string Name, IReadOnlyList<object> Steps) : PythonExpression;

    /// <summary>A function of one value (<c>len</c>, <c>ord</c>), or <c>has_key</c> of a path and a key.</summary>
    public sealed record Call(string Function, IReadOnlyList<PythonExpression> Arguments) : PythonExpression;

    public sealed record Not(PythonExpression Of) : PythonExpression;

    public sealed record And(PythonExpression Left, PythonExpression Right) : PythonExpression;

    public sealed record Or(PythonExpression Left, PythonExpression Right) : PythonExpression;

    /// <summary>One or several comparisons in a chain, as <c>a == b == c</c>.</summary>
    public sealed record Compare(IReadOnlyList<PythonExpression> Operands, IReadOnlyList<string> Operators) : PythonExpression;
}
