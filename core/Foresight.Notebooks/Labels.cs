using Foresight.Engine.Classify.Labelling;
using Foresight.Sdk;

namespace Foresight.Notebooks;

/// <summary>The queue as a table.</summary>
internal static class Labels
{
    public static TableView Queue(IReadOnlyList<QueueItem> items) => new(new Table(
    [
        Column("id", items, item => item.Id),
        Column("title", items, item => item.Title),
        Column("why", items, item => item.Why),
        Column("language", items, item => item.Language),
        Column("area", items, item => item.Area),
        Column("probability", items, item => item.Probability),
        Column("threshold", items, item => item.Threshold),
        Column("day", items, item => item.Day),
        Column("url", items, item => item.Url),
    ]));

    private static TableColumn Column<T>(string name, IReadOnlyList<QueueItem> items, Func<QueueItem, T> of) => new(name, typeof(T), [.. items.Select(item => (object?)of(item))]);
}
