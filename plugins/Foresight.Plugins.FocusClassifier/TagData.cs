using System.Runtime.InteropServices;

namespace Foresight.Plugins.FocusClassifier;

/// <summary>What a model knows of one of the other groups of labels.</summary>
/// <param name="Id">The group's id.</param>
/// <param name="Exclusive">Whether a text has at most one of the labels; then their probabilities sum to 1.</param>
/// <param name="Labels">The labels.</param>
/// <param name="Weights">Per label its weight for each of the <see cref="TagFeatures"/>.</param>
internal sealed record TagGroupData(string Id, bool Exclusive, IReadOnlyList<LabelParameters> Labels, sbyte[][] Weights)
{
    public static TagGroupData Of(string id, bool exclusive, IReadOnlyList<LabelFit> fits) =>
        new(id, exclusive, [.. fits.Select(LabelParameters.Of)], [.. fits.Select(fit => LabelParameters.Of(fit).Steps(fit.Separator.Weights))]);
}

/// <summary>What a model knows of all other groups.</summary>
/// <param name="Lowest">Features less rare than this are not used.</param>
/// <param name="Highest">Features rarer than this are not used; see <see cref="TagFeatures"/>.</param>
/// <param name="Groups">The groups.</param>
internal sealed record TagData(float Lowest, float Highest, IReadOnlyList<TagGroupData> Groups)
{
    public static void Write(BinaryWriter writer, TagData? tags)
    {
        writer.Write(tags?.Groups.Count ?? 0);
        if (tags is null)
            return;
        writer.Write(tags.Lowest);
        writer.Write(tags.Highest);
        foreach (var group in tags.Groups)
        {
            writer.Write(group.Id);
            writer.Write(group.Exclusive);
            LabelParameters.Write(writer, group.Labels);
            foreach (var weights in group.Weights)
                writer.Write(MemoryMarshal.AsBytes<sbyte>(weights));
        }
    }

    public static TagData? Read(BinaryReader reader, Half[] rarity)
    {
        var groups = new TagGroupData[reader.ReadInt32()];
        if (groups.Length == 0)
            return null;
        var (lowest, highest) = (reader.ReadSingle(), reader.ReadSingle());
        var features = new TagFeatures(rarity, lowest, highest).Count;
        for (var g = 0; g < groups.Length; g++)
        {
            var (id, exclusive, labels) = (reader.ReadString(), reader.ReadBoolean(), LabelParameters.Read(reader));
            var weights = new sbyte[labels.Count][];
            for (var l = 0; l < weights.Length; l++)
                reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes((weights[l] = new sbyte[features]).AsSpan()));
            groups[g] = new TagGroupData(id, exclusive, labels, weights);
        }

        return new TagData(lowest, highest, groups);
    }
}
