using System.Security.Cryptography;
using System.Text;
using Foresight.Sdk;

namespace Foresight.Plugins.FocusClassifier;

/// <summary>Deals groups of related texts to folds so that every fold has its share of each set of labels and of each language.</summary>
internal static class Folds
{
    /// <summary>The fold of each text. It hangs on ids and seed, not on the order of the texts.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="groups">The group of each text; a group lies in one fold.</param>
    /// <param name="folds">How many folds.</param>
    /// <param name="seed">Another seed, another deal.</param>
    public static int[] Of(IReadOnlyList<LabelledText> texts, int[] groups, int folds, int seed)
    {
        var fold = new int[texts.Count];
        var total = new int[folds];
        var dealt = new Dictionary<string, int[]>(StringComparer.Ordinal);
        var order = Enumerable.Range(0, texts.Count).GroupBy(i => groups[i])
            .Select(group => (Members: group.ToArray(), Kind: Kind(texts[group.Key]), Draw: Draw(texts[group.Key].Id, seed)))
            .OrderByDescending(group => group.Members.Length).ThenBy(group => group.Kind, StringComparer.Ordinal).ThenBy(group => group.Draw);
        foreach (var (members, kind, _) in order)
        {
            if (!dealt.TryGetValue(kind, out var ofKind))
                dealt[kind] = ofKind = new int[folds];
            var chosen = Enumerable.Range(0, folds).MinBy(f => (ofKind[f], total[f]));
            foreach (var i in members)
                fold[i] = chosen;
            ofKind[chosen] += members.Length;
            total[chosen] += members.Length;
        }

        return fold;
    }

    private static string Kind(LabelledText text) => string.Join('|', text.Labels.Order(StringComparer.Ordinal)) + "#" + text.Language;

    private static ulong Draw(string id, int seed) =>
        BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{seed}\n{id}"))));
}
