using System.Security.Cryptography;
using System.Text;
using Foresight.Sdk;

namespace Foresight.Plugins.FocusClassifier;

/// <summary>Deals texts to folds so that every fold has its share of each set of labels and of each language.</summary>
internal static class Folds
{
    /// <summary>The fold of each text. It hangs on ids and seed, not on the order of the texts.</summary>
    public static int[] Of(IReadOnlyList<LabelledText> texts, int folds, int seed)
    {
        var fold = new int[texts.Count];
        var dealt = 0;
        var groups = Enumerable.Range(0, texts.Count)
            .GroupBy(i => string.Join('|', texts[i].Labels.Order(StringComparer.Ordinal)) + "#" + texts[i].Language, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        foreach (var i in groups.SelectMany(group => group.OrderBy(i => Draw(texts[i].Id, seed))))
            fold[i] = dealt++ % folds;
        return fold;
    }

    private static ulong Draw(string id, int seed) =>
        BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{seed}\n{id}"))));
}
