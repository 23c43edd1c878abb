namespace Foresight.Engine.Policies;

/// <summary>Finds the known word that was probably meant.</summary>
internal static class Nearest
{
    private const int Longest = 80;

    /// <summary>"; nearest 'x'" where one is near, else "; known: a, b, c".</summary>
    public static string Hint(string word, IEnumerable<string> known)
    {
        var words = known.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (words.Count == 0)
        {
            return "";
        }

        var best = words.MinBy(candidate => Distance(word, candidate))!;
        var near = Distance(word, best) <= Math.Max(2, Math.Max(word.Length, best.Length) / 2) ? best : words.FirstOrDefault(candidate => Contains(word, candidate));
        return near is not null ? $"; nearest '{near}'"
            : words.Count <= 12 ? $"; known: {string.Join(", ", words)}"
            : $"; nearest '{best}'";
    }

    private static bool Contains(string word, string candidate) =>
        word.Length > 2 && candidate.Length > 2
        && (candidate.Contains(word, StringComparison.OrdinalIgnoreCase) || word.Contains(candidate, StringComparison.OrdinalIgnoreCase));

    /// <summary>Edits between two words, two swapped letters counting as one; case does not count, nor what comes after the first <see cref="Longest"/> letters.</summary>
    private static int Distance(string left, string right)
    {
        var a = left.AsSpan(0, Math.Min(left.Length, Longest));
        var b = right.AsSpan(0, Math.Min(right.Length, Longest));
        Span<int> before = stackalloc int[Longest + 1];
        Span<int> above = stackalloc int[Longest + 1];
        Span<int> row = stackalloc int[Longest + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var oldest = before;
            before = above;
            above = row;
            row = oldest;
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = above[j - 1] + (IsSame(a[i - 1], b[j - 1]) ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && IsSame(a[i - 1], b[j - 2]) && IsSame(a[i - 2], b[j - 1]))
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }
        }

        return row[b.Length];
    }

    private static bool IsSame(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
