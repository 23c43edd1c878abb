namespace Foresight.Engine.Classify;

/// <summary>The groups of labels beside the focus areas.</summary>
internal static class TagGroup
{
    public const string Topic = "topic";
    public const string Steep = "steep";
    public const string TextKind = "text-kind";
}
