using System.Runtime.InteropServices;

namespace Foresight.Plugins.FocusClassifier;

/// <summary>The training texts as they are kept to find the nearest.</summary>
/// <param name="Nearest">How many are asked.</param>
/// <param name="LeastRarity">Words rarer than this count.</param>
/// <param name="Texts">The number of texts.</param>
/// <param name="Labels">The number of labels.</param>
/// <param name="Starts">Per word where its postings begin; one more at the end.</param>
/// <param name="Postings">The texts that have the word, in rising order.</param>
/// <param name="Values">What the word weighs in that text, of 255.</param>
/// <param name="Truth">The labels of the texts, bit by bit.</param>
/// <param name="Weights">Per label what each input weighs.</param>
internal sealed record NearestData(
    int Nearest, float LeastRarity, int Texts, int Labels, int[] Starts, int[] Postings, byte[] Values, byte[] Truth, float[][] Weights)
{
    public int Words => Starts.Length - 1;

    public bool Belongs(int text, int label)
    {
        var bit = ((long)text * Labels) + label;
        return (Truth[bit >> 3] & (1 << (int)(bit & 7))) != 0;
    }

    public static byte[] Pack(bool[][] truth, int texts)
    {
        var bits = new byte[(((long)texts * truth.Length) + 7) >> 3];
        for (var i = 0; i < texts; i++)
        {
            for (var l = 0; l < truth.Length; l++)
            {
                var bit = ((long)i * truth.Length) + l;
                bits[bit >> 3] |= (byte)(truth[l][i] ? 1 << (int)(bit & 7) : 0);
            }
        }

        return bits;
    }

    public static void Write(BinaryWriter writer, NearestData? data)
    {
        writer.Write(data?.Nearest ?? 0);
        if (data is null)
            return;
        writer.Write(data.LeastRarity);
        writer.Write(data.Texts);
        writer.Write(data.Labels);
        writer.Write(data.Words);
        for (var f = 0; f < data.Words; f++)
        {
            writer.Write7BitEncodedInt(data.Starts[f + 1] - data.Starts[f]);
            for (var (p, last) = (data.Starts[f], 0); p < data.Starts[f + 1]; p++)
            {
                writer.Write7BitEncodedInt(data.Postings[p] - last);
                last = data.Postings[p];
            }
        }

        writer.Write(data.Values);
        writer.Write(data.Truth);
        foreach (var weights in data.Weights)
            writer.Write(MemoryMarshal.AsBytes<float>(weights));
    }

    public static NearestData? Read(BinaryReader reader)
    {
        var nearest = reader.ReadInt32();
        if (nearest == 0)
            return null;
        var (least, texts, labels, words) = (reader.ReadSingle(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        var starts = new int[words + 1];
        var postings = new List<int>();
        for (var f = 0; f < words; f++)
        {
            starts[f + 1] = starts[f] + reader.Read7BitEncodedInt();
            for (var last = 0; postings.Count < starts[f + 1];)
                postings.Add(last += reader.Read7BitEncodedInt());
        }

        var values = Exactly(new byte[postings.Count]);
        var truth = Exactly(new byte[(((long)texts * labels) + 7) >> 3]);
        var weights = Enumerable.Range(0, labels).Select(_ => new float[(CountsOf(nearest).Length * labels) + 1]).ToArray();
        foreach (var row in weights)
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(row.AsSpan()));
        return new NearestData(nearest, least, texts, labels, starts, [.. postings], values, truth, weights);

        byte[] Exactly(byte[] bytes)
        {
            reader.BaseStream.ReadExactly(bytes);
            return bytes;
        }
    }

    /// <summary>Shares are taken among the nearest one, the nearest few and all that are asked.</summary>
    public static int[] CountsOf(int nearest) => [.. new[] { 1, nearest / 4, nearest }.Where(count => count > 0).Distinct()];
}
