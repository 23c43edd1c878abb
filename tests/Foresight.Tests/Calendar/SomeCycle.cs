using Foresight.Sdk;

namespace Foresight.Tests.Calendar;

/// <summary>Policies whose yearly cycle a test gives.</summary>
internal static class SomeCycle
{
    public static LocalText Why { get; } = new("valdag", "election day");

    public static Policy Policy(params MeetingSeries[] meetings) => Policy(new Cycle { Meetings = meetings });

    public static Policy Policy(Cycle cycle, string country = "SE") => new()
    {
        Id = "vik",
        Version = "1",
        HoldsFrom = new DateOnly(2026, 1, 1),
        Title = new LocalText("Plan", "Plan"),
        Organisation = new LocalText("Vik", "Vik"),
        FocusAreas = [],
        Places = [new Place { Id = "vik", Name = new LocalText("Vik", "Vik"), Role = PlaceRole.Home, Country = country, Codes = new Dictionary<string, IReadOnlyList<PlaceCode>> { ["kolada"] = [new("0007")] } }],
        Bodies =
        [
            new Body { Id = "council", Name = new LocalText("Fullmäktige", "The Council"), Kind = "council" },
            new Body { Id = "board", Name = new LocalText("Styrelsen", "The Board"), Kind = "executive-board" },
        ],
        Audiences = [new Audience("council", new LocalText("fullmäktige", "the council"), "council", "yearly"), new Audience("board", new LocalText("styrelsen", "the board"), "board", "quarterly")],
        Cycle = cycle,
    };

    public static MeetingSeries Council(params string[] rules) => new("council") { Rules = rules };

    public static ReportRule Report(string id, string due, params ReportNeed[] needs) => new()
    {
        Id = id,
        Name = new LocalText("Årsrapport", "Yearly report"),
        Body = "council",
        By = "board",
        Due = due,
        SendDaysBefore = 7,
        Needs = needs,
    };
}
