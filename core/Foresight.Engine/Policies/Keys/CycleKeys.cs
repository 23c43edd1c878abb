using Foresight.Engine.Policies.Shapes;
using Foresight.Sdk;

namespace Foresight.Engine.Policies.Keys;

/// <summary>The keys of the yearly cycle.</summary>
internal static class CycleKeys
{
    private static readonly MapShape Meetings = new(
        "meetings",
        (values, _) => new MeetingSeries(values.The<string>("body")) { Days = values.List<DateOnly>("days") },
        Key.Must("body", SharedShapes.IdOf(Kinds.Body), "The body that meets."),
        Key.May("days", new ListShape(ScalarShape.Day), "The days on which it meets."));

    public static MapShape Cycle { get; } = new(
        "cycle",
        (values, _) => new Cycle { Meetings = values.List<MeetingSeries>("meetings") },
        Key.May("meetings", new ListShape(Meetings), "When the bodies meet."));
}
