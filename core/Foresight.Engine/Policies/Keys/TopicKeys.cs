using Foresight.Engine.Policies.Shapes;
using Foresight.Sdk;

namespace Foresight.Engine.Policies.Keys;

/// <summary>The keys of <c>data/topics/topics.yaml</c>.</summary>
internal static class TopicKeys
{
    public static MapShape Root { get; } = new(
        "topics",
        (values, _) => values.List<NamedKind>("topics"),
        Key.Must(
            "topics",
            new ListShape(
                new MapShape(
                    "topic",
                    (values, _) => new NamedKind(values.The<string>("id"), new LocalText(values.The<string>("sv"), values.The<string>("en"))),
                    Key.Must("id", SharedShapes.NewId(Kinds.Topic), "The id that labels and policies name."),
                    Key.Must("sv", SharedShapes.Text, "In Swedish."),
                    Key.Must("en", SharedShapes.Text, "In English.")),
                atLeast: 1),
            "The topics."));
}
