using System.Diagnostics.CodeAnalysis;
using Foresight.Engine.Analyse;
using Foresight.Engine.Briefs.Sections;
using Foresight.Engine.Calendar;
using Foresight.Engine.Loop;
using Foresight.Engine.Registers;
using Foresight.Engine.Signals;
using Foresight.Engine.Store;
using Foresight.Sdk;
using Foresight.Tests.Briefs;
using Foresight.Tests.Store;
using Xunit;

[assembly: SuppressMessage("Naming", "CA1716", Scope = "namespace", Target = "~N:Foresight.Tests.Loop", Justification = "Tests mirror the engine's folders, and nobody calls them from Visual Basic.")]

namespace Foresight.Tests.Loop;

/// <summary>A store with signals, steps and registers of a small municipality, from 5 September 2026 on.</summary>
internal sealed class LoopFolder : IDisposable
{
    private readonly StoreFolder folder = new();

    public static Policy Policy { get; } = SomeBrief.Policy with
    {
        Bodies =
        [
            Body("council", "council", "Kommunfullmäktige", "Municipal Council"),
            Body("board", "executive-board", "Kommunstyrelsen", "Municipal Executive Board"),
            Body("steering", "steering-group", "Arbetsutskottet", "Working committee"),
            Body("culture", "committee", "Kulturnämnden", "Culture Committee"),
        ],
        Cycle = new Cycle { Meetings = [new("board") { Days = [new(2026, 9, 16), new(2026, 10, 14), new(2026, 12, 9), new(2027, 3, 10)] }, new("steering") { Days = [new(2026, 9, 8)] }] },
        Funds = [new("cerv", new("CERV", "CERV"), [], null)],
    };

    public TableStore Store => folder.Store;

    public StepBook Steps => new(Store.Tables, Policy, Store.AppendStepsAsync, folder.Clock);

    public SignalBook Signals => new(Store.Tables, Store.AppendRatingsAsync, folder.Clock);

    public DateOnly Today => DateOnly.FromDateTime(folder.Clock.GetUtcNow().UtcDateTime);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Lets time pass until a day.</summary>
    public void At(int year, int month, int day) => folder.Clock.SetUtcNow(new DateTimeOffset(year, month, day, 5, 0, 0, TimeSpan.Zero));

    public static Signal Signal(string id, string headline = "Something rises from 1 to 2.") =>
        Some.Signal(id, headline) with { FocusArea = "growth", Headline = new LocalText("Något ökar.", headline) };

    /// <summary>What the analysis finds now; what it found before and does not now is gone.</summary>
    public Task FindAsync(params Signal[] signals) =>
        new SignalRegister(Store, ["findings"], "1", folder.Clock).RecordAsync(new Findings(signals, []) { Runs = [new AnalysisRun("findings", signals)] }, Token);

    public async Task<StepRow> TakeAsync(string id, string owner, DateOnly due, string? role = null, string? response = null) =>
        await Steps.TakeAsync(await Signals.FindAsync(id), new Taking(owner, due) { Role = role, Response = response }, "AB", Token);

    public async Task<StepRow> DropAsync(string id, string reason) => await Steps.DropAsync(await Signals.FindAsync(id), reason, "AB", Token);

    public async Task<IReadOnlyList<StepRow>> LinkAsync(string id, string? activity = null, string? decision = null) =>
        await Steps.LinkAsync(await Signals.FindAsync(id), activity, decision, "AB", Token);

    public async Task ConfirmAsync(string id) => await Signals.RateAsync(await Signals.FindAsync(id), "AB", new Opinion { Confirms = true }, Token);

    /// <summary>The whole register of needs, with one need.</summary>
    public Task NeedAsync() => LoadAsync(Register.Needs, [("id", "need"), ("title", "Fler språk i skolan"), ("body", "culture"), ("since", "2026-02")]);

    public Task LoadAsync(Register register, params (string Column, string Text)[][] rows) => folder.LoadAsync(
        register.Id,
        new RegisterBatch { Register = register.Id, EndsSnapshot = true, Rows = [.. rows.Select(row => new RegisterRow(row[0].Text, row.ToDictionary(cell => cell.Column, cell => cell.Text)))] });

    /// <summary>An activity of the culture committee that serves the need, under a decision of its own registry number.</summary>
    public static (string Column, string Text)[] Activity(string id, params (string Column, string Text)[] more) =>
    [
        .. new[] { ("id", id), ("title", "Språkutbyte"), ("kind", "exchange"), ("need", "need"), ("focus_areas", "growth"), ("purposes", "p"), ("body", "culture"), ("role", "utvecklare"), ("starts", "2026-10-01"), ("ends", "2027-02"), ("status", "ongoing"), ("dnr", "KS 2026/7") }
            .Where(cell => more.All(other => other.Column != cell.Item1)),
        .. more.Where(cell => cell.Text.Length > 0),
    ];

    public static (string Column, string Text)[] Decision(string id, params (string Column, string Text)[] more) =>
        [("id", id), ("title", "Svar på utvecklingen"), ("body", "board"), ("decided", "2026-10-14"), ("dnr", "KS 2026/120"), ("paragraph", "173"), .. more];

    public async Task<LoopView> ViewAsync() =>
        await LoopView.ReadAsync(Store.Tables, Policy, await RegisterBook.ReadAsync(Store.Tables), new MeetingCalendar(Policy), Today);

    public async Task<LoopChain> ChainAsync(string id) => (await ViewAsync()).Find(id);

    /// <summary>The line below the finding; null for none.</summary>
    public async Task<string?> ShortAsync(string id, string language = "sv") =>
        new LoopSentences(Policy, language).Short(await ChainAsync(id))?.Replace('\u00A0', ' ');

    /// <summary>The brief's section as one text.</summary>
    public async Task<string> SectionAsync(string body, string language = "sv")
    {
        var section = await new LoopSection().BuildAsync(
            new SectionContext
            {
                Policy = Policy,
                Tables = Store.Tables,
                Registers = await RegisterBook.ReadAsync(Store.Tables),
                Meetings = new MeetingCalendar(Policy),
                Language = language,
                Audience = new Audience("a", new("läsare", "reader"), body, "quarterly"),
                Today = Today,
                Signals = new Dictionary<string, KnownSignal>(),
            },
            Token);
        var lines = section!.Parts.SelectMany(part => part switch
        {
            SectionHeading heading => [$"# {heading.Text}"],
            SectionText text => [text.Text],
            SectionList list => list.Lines.Select(line => $"- {line.Text}"),
            SectionTable table => table.Rows.Select(row => string.Join(" | ", row.Select(cell => cell.Text))),
            _ => [],
        });
        return string.Join('\n', lines).Replace('\u00A0', ' ');
    }

    public void Dispose() => folder.Dispose();

    private static Body Body(string id, string kind, string swedish, string english) => new() { Id = id, Kind = kind, Name = new(swedish, english) };
}
