namespace Foresight.Engine.Classify.Rules;

/// <summary>How one word of a rule is to be met.</summary>
internal enum WordKind
{
    /// <summary>In its forms, and in Swedish as a part of compounds.</summary>
    Plain,

    /// <summary>As it stands.</summary>
    Exact,

    /// <summary>As the beginning of a word.</summary>
    Start,

    /// <summary>As the end of a word.</summary>
    End,
}

/// <summary>A word of a rule, in lower case.</summary>
internal readonly record struct RuleWordPart(string Text, WordKind Kind);

/// <summary>What a policy writes as one item of a list of words.</summary>
/// <param name="Parts">The words in a row; mostly one.</param>
/// <param name="Joined">The parts without the hyphen that parts them; null where there is none.</param>
/// <param name="Excepts">Whether what it meets does not count.</param>
internal sealed record RuleWord(IReadOnlyList<RuleWordPart> Parts, RuleWordPart? Joined, bool Excepts)
{
    /// <summary>What one must be, for the sentence.</summary>
    public const string Due = "a word, a row of words, \"exact\", start* or *end (with three letters or more), or one of these after a minus";

    private const int LeastBesideStar = 3;

    /// <returns>Null where the text is none.</returns>
    public static RuleWord? Parse(string text)
    {
        var rest = ComposedLetters.Of(text.Trim()).ToLowerInvariant();
        var excepts = rest.StartsWith('-');
        rest = excepts ? rest[1..] : rest;
        var exact = rest.Length > 2 && rest[0] == '"' && rest[^1] == '"';
        rest = exact ? rest[1..^1] : rest;
        var parts = new List<RuleWordPart>();
        foreach (var word in rest.Split([' ', '-', '\'', '’'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Part(word, exact) is not { } part)
                return null;
            parts.Add(part);
        }

        if (parts.Sum(part => part.Text.Length) < 2)
            return null;
        var joins = parts.Count > 1 && rest.Contains('-') && !rest.Contains(' ') && parts.TrueForAll(part => part.Kind is WordKind.Plain or WordKind.Exact);
        return new RuleWord(parts, joins ? new RuleWordPart(string.Concat(parts.Select(part => part.Text)), parts[0].Kind) : null, excepts);
    }

    private static RuleWordPart? Part(string word, bool exact)
    {
        var kind = exact ? WordKind.Exact : word[^1] == '*' ? WordKind.Start : word[0] == '*' ? WordKind.End : WordKind.Plain;
        var letters = kind switch { WordKind.Start => word[..^1], WordKind.End => word[1..], _ => word };
        var enough = kind is WordKind.Plain or WordKind.Exact || letters.Length >= LeastBesideStar;
        return enough && letters.All(char.IsLetterOrDigit) ? new RuleWordPart(letters, kind) : null;
    }
}
