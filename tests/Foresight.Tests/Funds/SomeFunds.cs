using Foresight.Engine.Calendar;
using Foresight.Engine.Funds;
using Foresight.Engine.Registers;
using Foresight.Sdk;
using Foresight.Tests.Store;

namespace Foresight.Tests.Funds;

/// <summary>Programmes, calls and policies for tests of funds. Today is 5 September 2026.</summary>
internal static class SomeFunds
{
    public static DateOnly Today { get; } = new(2026, 9, 5);

    public static Programme Twinning { get; } = Programme("twinning", "TOWNS") with
    {
        Countries = ["SE", "DK", "IT"],
        Applicants = [ApplicantKind.Municipality, ApplicantKind.Association],
        PartnerCountries = 2,
        LeadTimeMonths = 2,
    };

    public static Programme Research { get; } = Programme("research", "LABS") with
    {
        Role = ProgrammeRole.Partner,
        Countries = ["SE", "DK", "NO"],
        PartnerCountries = 3,
        Parts = [new ProgrammePart { Name = new("grundforskning", "basic research"), Topics = ["LABS-BASIC-*"], Applicants = [ApplicantKind.University] }],
    };

    public static Programme Programme(string id, string name) => new()
    {
        Id = id,
        Name = new LocalText(id, id),
        Period = new ProgrammePeriod(2021, 2027),
        Status = ProgrammeStatus.Adopted,
        ManagingBody = new LocalText("m", "m"),
        Calls = new CallPattern([name], []),
        Source = new Uri("https://example.org/"),
        Checked = new DateOnly(2026, 9, 1),
    };

    public static Fund Fund(Programme programme, params string[] areas) => new(programme.Id, programme.Name, areas, null) { Programme = programme };

    public static Policy Policy(IReadOnlyList<Fund> funds, params DateOnly[] meetings) => new()
    {
        Id = "vik",
        Version = "1",
        HoldsFrom = new DateOnly(2026, 1, 1),
        Title = new LocalText("Plan", "Plan"),
        Organisation = new LocalText("Vik", "Vik"),
        FocusAreas =
        [
            new FocusArea("sea", new LocalText("Hav", "Sea"), new LocalText("Hav", "Sea"), ["sea"]),
            new FocusArea("coast", new LocalText("Kust", "Coast"), new LocalText("Kust", "Coast"), ["coast"]),
        ],
        Bodies = [new Body { Id = "board", Name = new LocalText("Arbetsutskottet", "The working committee"), Kind = "steering-group" }],
        Places =
        [
            new Place { Id = "vik", Name = new LocalText("Vik", "Vik"), Role = PlaceRole.Home, Country = "SE", Codes = new Dictionary<string, IReadOnlyList<PlaceCode>> { ["nuts3"] = [new PlaceCode("SE232")] } },
            new Place { Id = "sweden", Name = new LocalText("Sverige", "Sweden"), Role = PlaceRole.Country, Country = "SE" },
            new Place { Id = "denmark", Name = new LocalText("Danmark", "Denmark"), Role = PlaceRole.Country, Country = "DK" },
            new Place { Id = "havn", Name = new LocalText("Havn", "Havn"), Role = PlaceRole.TwinTown, Country = "DK" },
        ],
        Funds = funds,
        Cycle = new Cycle { Meetings = meetings.Length == 0 ? [] : [new MeetingSeries("board") { Days = meetings }] },
    };

    public static FundingCall Call(string id, string programme, params DateOnly[] deadlines) =>
        new() { Id = id, Kind = "call", Title = $"Title of {id}", Programme = programme, Deadlines = deadlines, Language = "en" };

    public static async Task<FundingCalls> ReadAsync(StoreFolder folder, Policy policy) => await FundingCalls.ReadAsync(
        folder.Store.Tables, policy, await RegisterBook.ReadAsync(folder.Store.Tables), new MeetingCalendar(policy), Today);

    public static RegisterBatch Rows(Register register, params (string Id, IReadOnlyDictionary<string, string> Fields)[] rows) => new()
    {
        Register = register.Id,
        EndsSnapshot = true,
        Rows = [.. rows.Select(row => new RegisterRow(row.Id, row.Fields))],
    };
}
