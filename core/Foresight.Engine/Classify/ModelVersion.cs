using System.Security.Cryptography;
using System.Text;
using Foresight.Sdk;

namespace Foresight.Engine.Classify;

/// <summary>Names a model by what it is made from: the same labels, mapping, settings and plugin give the same version on every machine.</summary>
internal static class ModelVersion
{
    /// <summary>The hash, lower-case hex.</summary>
    public static string HashOf(ClassifySetup setup, TrainingSet training)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(setup.ClassifierId, setup.ClassifierVersion, setup.Classifier.Settings);
        // The mapping is in the texts' labels; the areas are named for those that no text belongs to.
        Add([.. training.Labels]);
        foreach (var text in training.Texts.OrderBy(text => text.Id, StringComparer.Ordinal))
            Add(text.Id, text.Language ?? "", string.Join('|', text.Labels.Order(StringComparer.Ordinal)), text.Text);
        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Add(params string[] values)
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

    /// <summary>The first 12 characters: what verdicts and folders carry.</summary>
    public static string Of(string hash) => hash[..12];
}
