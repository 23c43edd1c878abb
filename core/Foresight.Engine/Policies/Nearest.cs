namespace Foresight.Engine.Policies;

/// <summary>Finds the known word that was probably meant.</summary>
internal static class Nearest
{
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

    /// <summary>Edits between two words, two swapped letters counting as one; case does not count.</summary>
    private static int Distance(string left, string right)
    {
        var (a, b) = (left.ToUpperInvariant(), right.ToUpperInvariant());
        var edits = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    edits[i, j] = i + j;
                    continue;
                }

                var replaced = edits[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                edits[i, j] = Math.Min(replaced, Math.Min(edits[i - 1, j], edits[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    edits[i, j] = Math.Min(edits[i, j], edits[i - 2, j - 2] + 1);
                }
            }
        }

        return edits[a.Length, b.Length];
    }
}
