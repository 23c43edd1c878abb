namespace Foresight.Engine.Policies.Yaml;

/// <summary>A value of a YAML file and the line on which it begins.</summary>
internal abstract class Node(int line)
{
    public int Line { get; } = line;

    /// <summary>What it is, for sentences.</summary>
    public abstract string Described { get; }
}

/// <summary>A single value, as written: <c>0014</c> stays <c>0014</c>, <c>NO</c> is a text.</summary>
internal sealed class ScalarNode(string text, bool quoted, int line) : Node(line)
{
    public string Text { get; } = text;

    public bool Quoted { get; } = quoted;

    /// <summary>Whether nothing stands there.</summary>
    public bool IsNull => !Quoted && Text is "" or "~" or "null" or "Null" or "NULL";

    public override string Described => IsNull ? "empty" : $"'{Text}'";
}

internal sealed class ListNode(IReadOnlyList<Node> items, int line) : Node(line)
{
    public IReadOnlyList<Node> Items { get; } = items;

    public override string Described => "a list";
}

internal sealed class MapNode(IReadOnlyList<MapItem> items, int line) : Node(line)
{
    public IReadOnlyList<MapItem> Items { get; } = items;

    public override string Described => "a map of keys";

    public Node? Find(string key) => Items.FirstOrDefault(item => item.Key == key)?.Value;

    /// <summary>The key's text where it is there and a single value.</summary>
    public string? TextOf(string key) => Find(key) is ScalarNode { IsNull: false } scalar ? scalar.Text : null;
}

/// <summary>A key with its value and the line of the key.</summary>
internal sealed record MapItem(string Key, int Line, Node Value);
