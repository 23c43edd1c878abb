using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Tests.Store;

/// <summary>Records for tests, each different from a plain one only where the test says so.</summary>
internal static class Some
{
    public static Document Document(string id, string title = "En titel", string text = "En text") => new() { Id = id, Title = title, Text = text };

    /// <summary>Tags of the document in source <c>s</c>.</summary>
    public static TagRow Tags(string id, string model = "m") => new("s", id, 1, model, "p", new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero))
    {
        Topics = [("tourism", 0.75)],
        Steep = ("economic", 0.5),
        Language = ("sv", 1),
    };

    public static Signal Signal(string id, string headline = "Something rises from 1 to 2.") => new()
    {
        Id = id,
        Kind = "indicator",
        FocusArea = "tourism",
        Headline = new LocalText("Något ökar från 1 till 2.", headline),
        Weight = 0.5,
        Steep = Steep.Economic,
        Horizon = Horizon.UpToTwoYears,
        Figures = [new("change", 1) { Low = 0.5, High = 1.5, Confidence = 0.95 }],
        Related = ["indicator/N2"],
        Evidence = [new() { View = "observations", Source = "s", Record = "dataset=d period=2024", Value = 2 }],
    };

    public static DocumentBatch Documents(params Document[] documents) => new() { Documents = documents };

    /// <summary>A batch that ends a full answer.</summary>
    public static DocumentBatch AllDocuments(params Document[] documents) => new() { Documents = documents, EndsSnapshot = true };

    public static AnswerRow Answer(DateTimeOffset fetchedAt, int number = 1) =>
        new(number, "https://example.org/feed", 200, "application/xml", fetchedAt, 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "raw/abc.xml");

    public static CodeListBatch Codes(string dataset, params CodeLabel[] codes) => new() { Dataset = dataset, Codes = codes };

    /// <summary>The whole register of activities.</summary>
    public static RegisterBatch Activities(params (string Id, string Title)[] rows) => new()
    {
        Register = Register.Activities.Id,
        EndsSnapshot = true,
        Rows = [.. rows.Select(row => new RegisterRow(row.Id, new Dictionary<string, string>
        {
            ["id"] = row.Id,
            ["title"] = row.Title,
            ["focus_areas"] = "a; b",
            ["budget"] = "12345.6",
            ["starts"] = "2025-03",
            ["followed_up"] = "2026-01-31",
            ["example"] = "true",
        }))],
    };

    /// <summary>A batch of yearly figures of areas: <c>("SE", 2024, 1.5)</c>.</summary>
    public static ObservationBatch Figures(string dataset, params (string Area, int Year, double? Value)[] rows) => Figures(dataset, null, rows);

    public static ObservationBatch Figures(string dataset, Cursor? next, params (string Area, int Year, double? Value)[] rows) =>
        Figures(dataset, next, endsSnapshot: false, rows);

    /// <summary>A batch that ends a full answer.</summary>
    public static ObservationBatch AllFigures(string dataset, params (string Area, int Year, double? Value)[] rows) =>
        Figures(dataset, null, endsSnapshot: true, rows);

    public static ObservationBatch Figures(string dataset, Cursor? next, bool endsSnapshot, params (string Area, int Year, double? Value)[] rows)
    {
        var builder = new ObservationBatchBuilder(dataset, Dimension.RefArea);
        foreach (var (area, year, value) in rows)
        {
            builder.Add(Period.Year(year), value, null, Presence.Missing, area);
        }

        return builder.Build(next, endsSnapshot: endsSnapshot);
    }
}
