using Foresight.Engine.FollowUp;
using Foresight.Engine.Registers;
using Foresight.Engine.Store;
using Foresight.Sdk;
using Foresight.Tests.Store;
using Xunit;

namespace Foresight.Tests.FollowUp;

/// <summary>A small policy and registers whose figures were counted by hand; the day is 5 September 2026.</summary>
internal static class SomeRegisters
{
    public static DateOnly Today { get; } = new(2026, 9, 5);

    public static FollowUpQuestion LastYear(string? body = null) => FollowUpQuestion.LastYear(Today, body);

    public static Policy Policy { get; } = new()
    {
        Id = "vik",
        Version = "1",
        HoldsFrom = new DateOnly(2020, 1, 1),
        Title = Text("Policy", "Policy"),
        Organisation = Text("Viks kommun", "Municipality of Vik"),
        FocusAreas = [Area("living", "Levnadsvillkor", "Living conditions"), Area("growth", "Tillväxt", "Growth"), Area("cycles", "Kretslopp", "Cycles")],
        Purposes = [new("competence", Text("höja kompetensen", "raise competence")), new("value", Text("ge mervärde", "give added value")), new("profile", Text("göra Vik känt", "make Vik known"))],
        ActivityKinds = [new("projects", Text("projekt", "projects")), new("visits", Text("studiebesök", "study visits")), new("networks", Text("nätverk", "networks"))],
        PartnerKinds = [new("twin-towns", Text("vänorter", "twin towns"))],
        Bodies =
        [
            Body("council", "Fullmäktige", "Council", "council", [], Text("fastställer policyn", "adopts the policy"), Text("beslutar om vänorter", "decides on twin towns")),
            Body("board", "Styrelsen", "Board", "executive-board", [], Text("följer upp", "follows up")),
            Body("committees", "Nämnder", "Committees", "committee", [], Text("tar in det i sitt arbete", "make it part of their work")),
            Body("social", "Socialnämnden", "Social committee", "committee", ["growth"]),
            Body("building", "Byggnadsnämnden", "Building committee", "committee", ["living"]),
        ],
        Places =
        [
            Place("vik", "Vik", PlaceRole.Home, "1000", "Viks kommun"), Place("nes", "Nes", PlaceRole.Peer, "1001", "Nes kommun"), Place("moss", "Moss", PlaceRole.Peer, "1002", "Moss kommun"),
        ],
        PeerGroups = [new("near", "G1", Text("Grannar", "Neighbours"), 2025, ["nes", "moss"])],
        FollowUp = new FollowUpRules { ProjectMoney = new("interreg", "kolada", "N01951", "near") },
    };

    public static RegisterBatch Needs { get; } = Of(
        Register.Needs,
        "id=n1 | title=Fler i arbete | body=social | focus_areas=growth | since=2024",
        "id=n2 | title=Fler bostäder | body=building | focus_areas=living",
        "id=n3 | title=Gammalt behov | body=social | until=2024");

    public static RegisterBatch Partners { get; } = Of(
        Register.Partners,
        "id=p1 | organisation=Nyborg | kind=twin-towns | country=DK | last_contact=2026-08-01",
        "id=p2 | organisation=Gammelby | kind=twin-towns | country=DK | last_contact=2025-09-04 | body=board",
        "id=p3 | organisation=Gränsby | kind=twin-towns | country=NO | last_contact=2025-09-05",
        "id=p4 | organisation=Okänd | kind=twin-towns | country=FI");

    public static RegisterBatch Applications { get; } = Of(
        Register.Applications,
        "id=app1 | title=A | programme=x | role=lead | body=social | applied=30000 | granted=20000 | own_cost=10000 | submitted=2025-09-10 | decided=2025-12-01 | outcome=granted",
        "id=app2 | title=B | programme=x | role=lead | body=board | granted=15000 | currency=EUR | decided=2024-05-01 | outcome=granted",
        "id=app3 | title=C | programme=x | role=lead | body=building | granted=80000 | own_cost=40000 | currency=SEK | decided=2026-05-01 | outcome=granted",
        "id=app4 | title=D | programme=x | role=lead | applied=5000 | submitted=2025-10-01 | decided=2026-01-01 | outcome=rejected",
        "id=app5 | title=E | programme=x | role=lead | granted=9000 | outcome=granted",
        "id=app6 | title=F | programme=x | role=lead | submitted=2026-08-01 | outcome=submitted");

    public static RegisterBatch Activities { get; } = Of(
        Register.Activities,
        "id=a1 | title=Textil | kind=projects | need=n1 | focus_areas=growth; cycles | purposes=competence; value | partners=p1 | body=social | application=app1 | own_cost=100000 | starts=2025-10 | ends=2026-06-30 | status=ended | expected_result=x | result=20 jobb | outcome=reached | followed_up=2026-07-01",
        "id=a2 | title=Besök | kind=visits | need=n1 | focus_areas=growth | purposes=competence | body=building | own_cost=50000 | currency=SEK | starts=2026-01 | ends=2026-02 | status=ended | expected_result=x",
        "id=a3 | title=Avfall | kind=projects | focus_areas=cycles | purposes=value | body=board | application=app2 | own_cost=7000 | currency=EUR | starts=2026-03 | ends=2027 | status=ongoing",
        "id=a4 | title=Förr | kind=visits | focus_areas=growth | purposes=competence | body=social | starts=2020 | ends=2021 | status=ended",
        "id=a5 | title=Inställd | kind=visits | focus_areas=living | purposes=profile | body=building | starts=2026-01 | status=cancelled",
        "id=a6 | title=Sedan | kind=networks | focus_areas=living | purposes=profile | body=building | starts=2027 | status=planned",
        "id=a7 | title=Utbyte | kind=visits | focus_areas=growth | purposes=competence | body=social | starts=2026-02 | ends=2026-12 | status=ongoing | expected_result=x | outcome=partly",
        "id=e1 | title=Påhittad | kind=networks | focus_areas=living | purposes=profile | body=board | own_cost=1 | starts=2026 | status=ongoing | example=true");

    public static RegisterBatch Observations { get; } = Of(Register.Observations, "id=o1 | seen=2026-05-01 | what=x | why=y | role=handläggare | body=social");

    public static RegisterBatch Decisions { get; } = Of(
        Register.Decisions,
        "id=d1 | title=Beslut | body=board | decided=2026-01-15 | responsible=social",
        "id=d2 | title=Äldre beslut | body=council | decided=2024-01-15");

    /// <summary>A batch of a whole register; a row is <c>column=text | column=text</c>.</summary>
    public static RegisterBatch Of(Register register, params string[] rows) => new()
    {
        Register = register.Id,
        EndsSnapshot = true,
        Rows = [.. rows.Select(row => row.Split(" | ").Select(field => field.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1])).Select(fields => new RegisterRow(fields["id"], fields))],
    };

    /// <summary>Everything above, and figures of inhabitants and project money: 1.5 euro per inhabitant here, 2 at one neighbour, nothing at the other.</summary>
    public static async Task FillAsync(StoreFolder folder)
    {
        foreach (var batch in new[] { Needs, Partners, Applications, Activities, Observations, Decisions })
        {
            await folder.LoadAsync("own-" + batch.Register, batch);
        }

        await FiguresAsync(folder);
        await folder.Store.AppendStepsAsync(
            [new("trends", "indicator/N1", new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero), StepKind.Taken, "AB") { Owner = "social" }], TestContext.Current.CancellationToken);
    }

    public static async Task FiguresAsync(StoreFolder folder)
    {
        var people = new ObservationBatchBuilder("kolada", Dimension.Indicator, Dimension.RefArea);
        people.Add(Period.Year(2025), 40000, null, Presence.Missing, "N01951", "1000");
        people.Add(Period.Year(2025), 10000, null, Presence.Missing, "N01951", "1001");
        people.Add(Period.Year(2025), 5000, null, Presence.Missing, "N01951", "1002");
        await folder.LoadAsync("kolada", people.Build());
        var money = new ObservationBatchBuilder("interreg-partners", "organisation");
        money.Add(Period.Year(2024), 60000, null, Presence.Missing, "Viks kommun");
        money.Add(Period.Year(2024), 20000, null, Presence.Missing, "Nes kommun");
        await folder.LoadAsync("interreg", money.Build());
    }

    public static async Task<FollowUpReport> ReadAsync(StoreFolder folder, FollowUpQuestion question) =>
        await FollowUpReading.ReadAsync(folder.Store.Tables, Policy, await RegisterBook.ReadAsync(folder.Store.Tables), question);

    private static LocalText Text(string swedish, string english) => new(swedish, english);

    private static FocusArea Area(string id, string swedish, string english) => new(id, Text(swedish, english), Text(swedish, english), [id]);

    private static Body Body(string id, string swedish, string english, string kind, IReadOnlyList<string> areas, params LocalText[] duties) =>
        new() { Id = id, Name = Text(swedish, english), Kind = kind, FocusAreas = areas, Responsibilities = duties };

    private static Place Place(string id, string name, PlaceRole role, string kolada, string interreg) => new()
    {
        Id = id,
        Name = Text(name, name),
        Role = role,
        Country = "SE",
        Codes = new Dictionary<string, IReadOnlyList<PlaceCode>> { ["kolada"] = [new(kolada)], ["interreg"] = [new(interreg)] },
    };
}
