using System.Text;

namespace Foresight.Plugins.FocusClassifier;

/// <summary>All that a model is.</summary>
internal sealed record ModelData(
    int HashBits, int MaxCharacters, float LeadWeight, int Terms, IReadOnlyList<LabelParameters> Labels, int[] Slots, Half[] Rarity, Half[][] Weights)
{
    public ModelData(FocusClassifierOptions options, Vocabulary vocabulary, IReadOnlyList<LabelFit> fits)
        : this(
            options.HashBits,
            options.MaxCharacters,
            (float)options.LeadWeight,
            options.Terms,
            [.. fits.Select(fit => new LabelParameters(fit.Label, fit.Separator.Bias, fit.Calibration, fit.Threshold))],
            vocabulary.Slots,
            [.. vocabulary.Rarity.Select(value => (Half)value)],
            [.. fits.Select(fit => fit.Separator.Weights.Select(value => (Half)value).ToArray())])
    {
    }
}

/// <summary>A label's few numbers beside its weights.</summary>
internal readonly record struct LabelParameters(string Label, float Bias, Calibration Calibration, double Threshold);

/// <summary>
/// The model as one file, little-endian: mark and version, settings, labels, then the slots (differences, 7 bits a byte), their rarity and
/// their weights label by label (half precision: the verdicts do not notice, the file is half as long), and a closing mark.
/// </summary>
internal static class ModelFile
{
    private static readonly byte[] Mark = "FSFC\u0001"u8.ToArray();
    private static readonly byte[] End = "END."u8.ToArray();

    public static void Write(string file, ModelData model)
    {
        using var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Mark);
        writer.Write(model.HashBits);
        writer.Write(model.MaxCharacters);
        writer.Write(model.LeadWeight);
        writer.Write(model.Terms);
        writer.Write(model.Labels.Count);
        foreach (var label in model.Labels)
        {
            writer.Write(label.Label);
            writer.Write(label.Bias);
            writer.Write(label.Calibration.Slope);
            writer.Write(label.Calibration.Offset);
            writer.Write(label.Threshold);
        }

        writer.Write(model.Slots.Length);
        var last = 0;
        foreach (var slot in model.Slots)
        {
            writer.Write7BitEncodedInt(slot - last);
            last = slot;
        }

        foreach (var column in (IEnumerable<Half[]>)[model.Rarity, .. model.Weights])
        {
            foreach (var value in column)
                writer.Write(value);
        }

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
            var (hashBits, maxCharacters, leadWeight, terms) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadSingle(), reader.ReadInt32());
            var labels = new LabelParameters[reader.ReadInt32()];
            for (var i = 0; i < labels.Length; i++)
                labels[i] = new(reader.ReadString(), reader.ReadSingle(), new(reader.ReadDouble(), reader.ReadDouble()), reader.ReadDouble());
            var slots = new int[reader.ReadInt32()];
            for (var (i, last) = (0, 0); i < slots.Length; i++)
                slots[i] = last += reader.Read7BitEncodedInt();
            var columns = new Half[labels.Length + 1][];
            for (var c = 0; c < columns.Length; c++)
            {
                columns[c] = new Half[slots.Length];
                for (var i = 0; i < slots.Length; i++)
                    columns[c][i] = reader.ReadHalf();
            }

            return reader.ReadBytes(End.Length).AsSpan().SequenceEqual(End)
                ? new ModelData(hashBits, maxCharacters, leadWeight, terms, labels, slots, columns[0], columns[1..])
                : throw new InvalidDataException($"The model {file} has no proper end. Train it anew.");
        }
        catch (Exception fault) when (fault is EndOfStreamException or OverflowException or OutOfMemoryException or FormatException or ArgumentException)
        {
            throw new InvalidDataException($"The model {file} is broken or cut off. Train it anew.", fault);
        }
    }
}
