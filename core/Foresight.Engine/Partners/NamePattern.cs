using System.Text.RegularExpressions;

namespace Foresight.Engine.Partners;

/// <summary>Finds the names of a partner in texts: as whole words, also in the genitive of Swedish and English.</summary>
internal sealed class NamePattern
{
    private const int LeastLetters = 3;

    // What an office adds to the name by which a place is called in the news.
    private static readonly string[] Additions = [" kommun", " kommune", " kunta", " stad", " municipality", " district council", " city council"];

    private readonly Regex words;

    public NamePattern(IEnumerable<string> names)
    {
        Names = [.. names.SelectMany(Forms).Where(name => name.Length >= LeastLetters).Distinct(StringComparer.Ordinal)];
        words = new Regex(
            $@"(?<![\p{{L}}\p{{N}}-])(?:{string.Join('|', Names.OrderByDescending(name => name.Length).Select(Regex.Escape))})(?:['’]?s)?(?![\p{{L}}\p{{N}}])", RegexOptions.CultureInvariant);
    }

    /// <summary>The forms that are looked for.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <param name="text">A text whose letters are composed: the database does that, the program's own normalisation leaves them as they are.</param>
    public bool IsIn(string text) => Names.Count > 0 && words.IsMatch(text);

    /// <summary>"Sweden Emilia-Romagna Network (SERN)" is called by both names; "Chobe District Council" is called Chobe.</summary>
    private static IEnumerable<string> Forms(string name)
    {
        var open = name.IndexOf('(', StringComparison.Ordinal);
        var plain = (open > 0 ? name[..open] : name).Trim();
        yield return plain;
        if (Additions.FirstOrDefault(addition => plain.EndsWith(addition, StringComparison.OrdinalIgnoreCase)) is { } added)
        {
            var bare = plain[..^added.Length];
            yield return bare;
            // "Trollhättans stad" is Trollhättan.
            if (added is " kommun" or " stad" && bare.EndsWith('s'))
            {
                yield return bare[..^1];
            }
        }

        var close = name.IndexOf(')', StringComparison.Ordinal);
        if (open >= 0 && close > open && name[(open + 1)..close] is var inside && inside.All(char.IsUpper))
        {
            yield return inside;
        }
    }
}
