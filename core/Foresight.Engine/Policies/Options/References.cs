using Foresight.Engine.Policies.Yaml;
using Foresight.Sdk;

namespace Foresight.Engine.Policies.Options;

/// <summary>
/// What options may take from the rest of the policy: a list item <c>@indicators</c>, <c>@indicators:SOURCE</c> or
/// <c>@places:CODELIST</c> stands for many values, and keys such as <c>indicator</c> or <c>sources</c> must name what the policy has.
/// </summary>
internal static class References
{
    private static readonly (string Word, string Kind)[] KindByWord =
    [
        ("focusArea", Kinds.FocusArea),
        ("peerGroup", Kinds.PeerGroup),
        ("indicator", Kinds.Indicator),
        ("source", Kinds.Source),
        ("place", Kinds.Place),
        ("chart", Kinds.Chart),
    ];

    /// <summary>Registers every id that the options of a chart or an analysis name.</summary>
    public static void Register(Node node, ReadingContext context)
    {
        switch (node)
        {
            case MapNode map:
                foreach (var item in map.Items)
                {
                    if (KindOf(item.Key) is { } kind)
                    {
                        foreach (var scalar in Scalars(item.Value).Where(scalar => !scalar.IsNull))
                        {
                            context.Refer(kind, scalar.Text, scalar.Line);
                        }
                    }

                    Register(item.Value, context);
                }

                break;
            case ListNode list:
                foreach (var item in list.Items)
                {
                    Register(item, context);
                }

                break;
        }
    }

    /// <summary>The options with every <c>@…</c> of a list replaced by what it stands for, in ordinal order, none twice.</summary>
    public static Node Expand(Node node, string entryId, ReadingContext context) => node switch
    {
        MapNode map => new MapNode([.. map.Items.Select(item => item with { Value = Expand(item.Value, entryId, context) })], map.Line),
        ListNode list => new ListNode(
            [.. list.Items.SelectMany(item => ExpandItem(item, entryId, context)).DistinctBy(item => item is ScalarNode { Text: var text } ? text : (object)item)], list.Line),
        _ => node,
    };

    private static List<Node> ExpandItem(Node item, string entryId, ReadingContext context)
    {
        if (item is not ScalarNode { Text: ['@', ..] } scalar)
        {
            return [Expand(item, entryId, context)];
        }

        var parts = scalar.Text.Split(':', 2);
        var values = parts switch
        {
            ["@indicators"] => IndicatorsOf(entryId),
            ["@indicators", var source] => IndicatorsOf(source),
            ["@places", var codeList] => context.Built<Place>().SelectMany(place => place.CodesOf(codeList)),
            _ => null,
        };
        if (values is null)
        {
            context.Report(scalar.Line, $"'{scalar.Text}' stands for nothing; known: @indicators, @indicators:SOURCE, @places:CODELIST.");
            return [];
        }

        var nodes = values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(value => (Node)new ScalarNode(value, quoted: true, scalar.Line)).ToList();
        if (nodes.Count == 0)
        {
            var hint = parts is ["@places", var wanted] ? Nearest.Hint(wanted, context.Built<Place>().SelectMany(place => place.Codes.Keys))
                : Nearest.Hint(parts is [_, var source] ? source : entryId, context.Built<Indicator>().Select(indicator => indicator.Source));
            context.Report(scalar.Line, $"'{scalar.Text}' finds nothing in this policy{hint}.");
        }

        return nodes;

        IEnumerable<string> IndicatorsOf(string source) => context.Built<Indicator>().Where(indicator => indicator.Source == source).Select(indicator => indicator.Id);
    }

    /// <summary>What a key refers to by its last word, as in <c>populationSource</c> or <c>indicators</c>; null for nothing.</summary>
    private static string? KindOf(string key)
    {
        var one = key.EndsWith('s') ? key[..^1] : key;
        return KindByWord.FirstOrDefault(known => one == known.Word || one.EndsWith(char.ToUpperInvariant(known.Word[0]) + known.Word[1..], StringComparison.Ordinal)).Kind;
    }

    private static IEnumerable<ScalarNode> Scalars(Node node) =>
        node is ScalarNode scalar ? [scalar] : node is ListNode list ? list.Items.OfType<ScalarNode>() : [];
}
