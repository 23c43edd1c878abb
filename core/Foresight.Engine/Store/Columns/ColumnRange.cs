namespace Foresight.Engine.Store.Columns;

/// <summary>Least and greatest value of a column (null where it has none or no order is kept) and its number of nulls.</summary>
internal readonly record struct ColumnRange(object? Min, object? Max, long Nulls)
{
    public ColumnRange Union(ColumnRange other) => new(
        Least(Min, other.Min, 1), Least(Max, other.Max, -1), Nulls + other.Nulls);

    /// <summary>Text compares by its UTF-8 bytes, as other readers of the log do; that differs from .NET's order for surrogates only.</summary>
    public static int Compare(object left, object right) => left is string text
        ? CompareText(text, (string)right)
        : ((IComparable)left).CompareTo(right);

    public static int CompareText(string left, string right)
    {
        var length = Math.Min(left.Length, right.Length);
        for (var i = 0; i < length; i++)
        {
            if (left[i] != right[i])
            {
                var (a, b) = (char.IsSurrogate(left[i]), char.IsSurrogate(right[i]));
                return a == b ? left[i].CompareTo(right[i]) : a ? 1 : -1;
            }
        }

        return left.Length.CompareTo(right.Length);
    }

    private static object? Least(object? left, object? right, int sign) =>
        left is null ? right : right is null ? left : Compare(left, right) * sign <= 0 ? left : right;
}
