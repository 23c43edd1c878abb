using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Foresight.Sdk;

namespace Foresight.Engine.Classify;

/// <summary>Names a model by what it is made from: the same labels, mapping, settings and plugin give the same version on every machine.</summary>
internal static class ModelVersion
{
    /// <summary>The hash of classifier, settings, labels and texts, lower-case hex. The policy's mapping is in the texts' labels.</summary>
    public static string HashOf(string classifierId, string classifierVersion, string settings, TrainingSet training)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, classifierId, classifierVersion, settings);
        Add(hash, training);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The hash of labels and texts alone.</summary>
    public static string HashOf(TrainingSet training)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, training);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The first 12 characters: what verdicts and folders carry.</summary>
    public static string Of(string hash) => hash[..12];

    private static void Add(IncrementalHash hash, TrainingSet training)
    {
        // The labels are named for those that no text belongs to.
        Add(hash, [.. training.Labels]);
        foreach (var group in training.Groups)
            Add(hash, [group.Id, group.Exclusive ? "one" : "several", .. group.Labels]);
        foreach (var text in training.Texts.OrderBy(text => text.Id, StringComparer.Ordinal))
            Add(hash, [text.Id, text.Language ?? "", Joined(text.Labels), text.Text, Number(text.Weight), .. Weights(text), .. Tags(text)]);
    }

    private static IEnumerable<string> Weights(LabelledText text) =>
        text.Weights.OrderBy(weight => weight.Key, StringComparer.Ordinal).Select(weight => $"{weight.Key}={Number(weight.Value)}");

    private static IEnumerable<string> Tags(LabelledText text) =>
        text.Tags.OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Key}:{Joined(group.Value)}");

    private static string Joined(IReadOnlySet<string> labels) => string.Join('|', labels.Order(StringComparer.Ordinal));

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static void Add(IncrementalHash hash, params string[] values)
    {
        // Lengths keep "ab" + "c" apart from "a" + "bc".
        foreach (var bytes in values.Select(Encoding.UTF8.GetBytes))
        {
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }

        hash.AppendData(BitConverter.GetBytes(-1));
    }
}
