using System.Text.Json.Serialization;

namespace Foresight.Engine.Store.Contracts;

/// <summary>
/// The shape of a source's rows in one dataset (or of its documents): how many rows there were and how many of them had what. What all
/// rows had is expected of the next one too.
/// </summary>
internal sealed record PartSchema
{
    public long Rows { get; set; }

    /// <summary>Dimensions, or the columns of documents that may be empty.</summary>
    public SortedDictionary<string, long> Columns { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Frequencies, or the kinds of documents.</summary>
    public SortedDictionary<string, long> Kinds { get; init; } = new(StringComparer.Ordinal);

    /// <summary>How many batches told the fields of their answer.</summary>
    public long Lists { get; set; }

    /// <summary>Fields of the answers' items.</summary>
    public SortedDictionary<string, long> Fields { get; init; } = new(StringComparer.Ordinal);

    /// <summary>What every row had so far.</summary>
    [JsonIgnore]
    public IEnumerable<string> Always => Columns.Where(pair => pair.Value == Rows && Rows > 0).Select(pair => pair.Key);

    /// <summary>What every answer had so far.</summary>
    [JsonIgnore]
    public IEnumerable<string> AlwaysFields => Fields.Where(pair => pair.Value == Lists && Lists > 0).Select(pair => pair.Key);

    public void AddFields(IEnumerable<string> names)
    {
        Lists++;
        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            Count(Fields, name, 1);
        }
    }

    public void Add(PartSchema other)
    {
        Rows += other.Rows;
        Lists += other.Lists;
        foreach (var (mine, its) in new[] { (Columns, other.Columns), (Kinds, other.Kinds), (Fields, other.Fields) })
        {
            foreach (var (name, count) in its)
            {
                Count(mine, name, count);
            }
        }
    }

    public static void Count(SortedDictionary<string, long> counts, string name, long count)
    {
        if (count > 0)
        {
            counts[name] = counts.GetValueOrDefault(name) + count;
        }
    }
}
