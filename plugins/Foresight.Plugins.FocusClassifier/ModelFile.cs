using System.Runtime.InteropServices;
using System.Text;

namespace Foresight.Plugins.FocusClassifier;

/// <summary>All that a model is.</summary>
internal sealed record ModelData(
    int HashBits, int MaxCharacters, BlockScale Scale, int Terms, IReadOnlyList<LabelParameters> Labels, int[] Slots, Half[] Rarity, sbyte[][] Weights, NearestData? Nearest, TagData? Tags)
{
    public ModelData(FocusClassifierOptions options, Vocabulary vocabulary, IReadOnlyList<LabelFit> fits, NearestData? nearest, TagData? tags)
        : this(
            options.HashBits,
            options.MaxCharacters,
            new BlockScale((float)options.WordWeight, (float)options.LeadWeight),
            options.Terms,
            [.. fits.Select(LabelParameters.Of)],
            vocabulary.Slots,
            [.. vocabulary.Rarity.Select(value => (Half)value)],
            [.. fits.Select(fit => LabelParameters.Of(fit).Steps(fit.Separator.Weights))],
            nearest,
            tags)
    {
    }
}

/// <summary>A label's few numbers beside its weights.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Bias">The score of nothing.</param>
/// <param name="WeightStep">A weight is this times a whole number from -127 to 127: the verdicts do not notice, and the file is a fraction as long.</param>
/// <param name="Calibration">From score to probability.</param>
/// <param name="Threshold">From here on it belongs.</param>
/// <param name="Lower">From here up to the threshold it cannot say.</param>
/// <param name="Upper">From the threshold up to here it cannot say.</param>
internal readonly record struct LabelParameters(
    string Label, float Bias, float WeightStep, Calibration Calibration, double Threshold, double Lower, double Upper)
{
    public static LabelParameters Of(LabelFit fit) => new(
        fit.Label, fit.Separator.Bias, fit.Separator.Weights.Select(Math.Abs).DefaultIfEmpty().Max() / sbyte.MaxValue, fit.Calibration, fit.Threshold, fit.Lower, fit.Upper);

    public sbyte[] Steps(float[] weights)
    {
        var step = WeightStep;
        return step > 0 ? [.. weights.Select(weight => (sbyte)MathF.Round(weight / step))] : new sbyte[weights.Length];
    }

    public static void Write(BinaryWriter writer, IReadOnlyList<LabelParameters> labels)
    {
        writer.Write(labels.Count);
        foreach (var label in labels)
        {
            writer.Write(label.Label);
            writer.Write(label.Bias);
            writer.Write(label.WeightStep);
            writer.Write(label.Calibration.Slope);
            writer.Write(label.Calibration.Offset);
            writer.Write(label.Threshold);
            writer.Write(label.Lower);
            writer.Write(label.Upper);
        }
    }

    public static IReadOnlyList<LabelParameters> Read(BinaryReader reader)
    {
        var labels = new LabelParameters[reader.ReadInt32()];
        for (var i = 0; i < labels.Length; i++)
            labels[i] = new(reader.ReadString(), reader.ReadSingle(), reader.ReadSingle(), new(reader.ReadDouble(), reader.ReadDouble()), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
        return labels;
    }
}

/// <summary>
/// The model as one file, little-endian: mark and version, settings, labels, then the slots (differences, 7 bits a byte), their rarity and
/// their weights label by label, the training texts by rare words, the other groups, and a closing mark.
/// </summary>
internal static class ModelFile
{
    private static readonly byte[] Mark = "FSFC\u0005"u8.ToArray();
    private static readonly byte[] End = "END."u8.ToArray();

    public static void Write(string file, ModelData model)
    {
        using var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Mark);
        writer.Write(model.HashBits);
        writer.Write(model.MaxCharacters);
        writer.Write(model.Scale.WordWeight);
        writer.Write(model.Scale.LeadWeight);
        writer.Write(model.Terms);
        LabelParameters.Write(writer, model.Labels);
        writer.Write(model.Slots.Length);
        var last = 0;
        foreach (var slot in model.Slots)
        {
            writer.Write7BitEncodedInt(slot - last);
            last = slot;
        }

        foreach (var rarity in model.Rarity)
            writer.Write(rarity);
        foreach (var weights in model.Weights)
            writer.Write(MemoryMarshal.AsBytes<sbyte>(weights));
        NearestData.Write(writer, model.Nearest);
        TagData.Write(writer, model.Tags);
        writer.Write(End);
        writer.Flush();
        stream.Flush(flushToDisk: true);
    }

    public static ModelData Read(string file)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(File.ReadAllBytes(file), writable: false), Encoding.UTF8);
            if (!reader.ReadBytes(Mark.Length).AsSpan().SequenceEqual(Mark))
                throw new InvalidDataException($"{file} is no model of the focus classifier. Train it anew.");
            var (hashBits, maxCharacters, scale, terms) = (reader.ReadInt32(), reader.ReadInt32(), new BlockScale(reader.ReadSingle(), reader.ReadSingle()), reader.ReadInt32());
            var labels = LabelParameters.Read(reader);
            var slots = new int[reader.ReadInt32()];
            for (var (i, last) = (0, 0); i < slots.Length; i++)
                slots[i] = last += reader.Read7BitEncodedInt();
            var rarity = new Half[slots.Length];
            for (var i = 0; i < rarity.Length; i++)
                rarity[i] = reader.ReadHalf();
            var weights = new sbyte[labels.Count][];
            for (var l = 0; l < weights.Length; l++)
                reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes((weights[l] = new sbyte[slots.Length]).AsSpan()));
            var nearest = NearestData.Read(reader);
            var tags = TagData.Read(reader, rarity);

            return reader.ReadBytes(End.Length).AsSpan().SequenceEqual(End)
                ? new ModelData(hashBits, maxCharacters, scale, terms, labels, slots, rarity, weights, nearest, tags)
                : throw new InvalidDataException($"The model {file} has no proper end. Train it anew.");
        }
        catch (Exception fault) when (fault is EndOfStreamException or OverflowException or OutOfMemoryException or FormatException or ArgumentException)
        {
            throw new InvalidDataException($"The model {file} is broken or cut off. Train it anew.", fault);
        }
    }
}
