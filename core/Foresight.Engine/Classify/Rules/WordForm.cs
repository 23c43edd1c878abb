using System.Collections.Frozen;

namespace Foresight.Engine.Classify.Rules;

/// <summary>A beginning that all forms of a word share, and what may follow it.</summary>
/// <param name="Stem">The beginning, in lower case.</param>
/// <param name="Endings">What may follow it up to the word's end; the empty ending only if it is listed.</param>
/// <param name="Links">What may stand between it and a compound's next part; none where it cannot be a part.</param>
internal sealed record WordForm(string Stem, FrozenSet<string> Endings, IReadOnlyList<string> Links)
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _endings = Endings.GetAlternateLookup<ReadOnlySpan<char>>();

    public bool Compounds => Links.Count > 0;

    public bool EndsWith(ReadOnlySpan<char> ending) => _endings.Contains(ending);
}
