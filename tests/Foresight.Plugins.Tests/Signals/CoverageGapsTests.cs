using Foresight.Plugins.Signals;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.Signals;

public sealed class CoverageGapsTests : IDisposable
{
    private static readonly WatchedSource[] Sources =
        [new("feed", Some.Text("Flödet", "The feed"), "Någon", default), new("paper", Some.Text("Tidningen", "The paper"), "Någon", default)];

    private readonly InMemoryTables _tables = new();

    [Fact]
    public async Task Silences_AreaWithoutEnough_SaysWhatIsLacking()
    {
        for (var i = 0; i < 12; i++)
        {
            News("feed", $"f{i}", new DateOnly(2026, 8, 1).AddDays(i), "sv", "Regeringen", "growth");
        }

        News("paper", "p", new DateOnly(2026, 8, 2), "sv", "Posten", "growth");
        News("feed", "c1", new DateOnly(2026, 8, 1), "en", "Regeringen", "climate");
        News("feed", "c2", new DateOnly(2026, 8, 3), "en", "Regeringen", "climate");

        var silences = (await RunAsync()).Silences;

        Assert.Equal(["coverage/area/climate", "coverage/area/learning"], silences.Select(silence => silence.Id));
        Assert.Equal(["climate", "learning"], silences.Select(silence => silence.FocusArea));
        Assert.Equal(
            "Klimat har för lite underlag under de senaste sex månaderna: bara två nyheter, bara en utgivare (Regeringen) och ingen text på svenska. Att det är tyst betyder inte att inget händer.",
            silences[0].Reason.Sv);
        Assert.StartsWith("Learning has too little evidence in the last six months: no stories at all.", silences[1].Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silences_ManyStoriesThatAreMostlyFalseAlarms_AreTooFewWhenCorrected()
    {
        for (var i = 0; i < 200; i++)
        {
            string[] belongs = i < 14 ? ["growth", "climate", "learning"] : [];
            News(i % 2 == 0 ? "feed" : "paper", $"d{i}", new DateOnly(2026, 8, 1), "sv", null, belongs);
            foreach (var area in i < 14 ? [] : (string[])["growth", "climate", "learning"])
                _tables.Execute("INSERT INTO classifications (_source, _item_id, _revision, focus_area, probability, threshold, belongs, model_version, policy_version, _current) VALUES ($1, $2, 1, $3, 0.1, 0.5, false, 'm1', '1', true)", i % 2 == 0 ? "feed" : "paper", $"d{i}", area);
        }

        // Of 200 others, 5 % are false alarms: ten of the fourteen.
        foreach (var area in (string[])["growth", "climate", "learning"])
            _tables.Errors(area, new ErrorCounts(240, 60, 75, 1425));

        var silence = (await RunAsync()).Silences[0];

        Assert.Matches(@": 14 nyheter sorterade hit, men omkring 5 \(0–\d+\) när modellens fel räknats bort\.", silence.Reason.Sv);
    }

    [Fact]
    public async Task Silences_PartnerCountriesAndSourcesThatWereNotHeard_AreTold()
    {
        News("feed", "a", new DateOnly(2026, 8, 1), "sv", null, "growth");
        _tables.Load("paper", new DateTime(2026, 8, 20), "failed");
        var policy = Some.Policy();
        policy = policy with { Places = [.. policy.Places, new Place { Id = "n", Name = Some.Text("Norge", "Norway"), Role = PlaceRole.Country, Country = "NO" }, new Place { Id = "h", Name = Some.Text("Holmestrand"), Role = PlaceRole.TwinTown, Country = "NO" }] };

        var silences = (await RunAsync(policy)).Silences;

        Assert.Contains(silences, silence => silence is { Id: "coverage/partner-countries", FocusArea: null } && silence.Reason.Sv.StartsWith("Ingen text under de senaste sex månaderna nämner Norge, ", StringComparison.Ordinal));
        Assert.Contains(silences, silence => silence.Id == "coverage/source/paper" && silence.Reason.En.StartsWith("The paper could not be read during", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("A ferry to the Faroe Islands.", false)]
    [InlineData("Norway\nFaroe Islands\nIceland", false)]
    [InlineData("A ferry to the islands.", true)]
    public async Task PartnerCountry_OfSeveralWords_IsHeardWhereATextNamesIt(string text, bool silent)
    {
        News("feed", "a", new DateOnly(2026, 8, 1), "en", null, "growth");
        _tables.Written("feed", "a", text: text);
        var policy = Some.Policy();
        policy = policy with
        {
            Places =
            [
                .. policy.Places.Where(place => place.Role is not (PlaceRole.TwinTown or PlaceRole.Partner)), new Place { Id = "f", Name = Some.Text("Färöarna", "Faroe Islands"), Role = PlaceRole.Country, Country = "FO" },
                new Place { Id = "n", Name = Some.Text("Norge", "Norway"), Role = PlaceRole.Country, Country = "NO" }, new Place { Id = "e", Name = Some.Text("Eiði"), Role = PlaceRole.TwinTown, Country = "FO" },
            ],
        };

        var silences = (await RunAsync(policy)).Silences;

        Assert.Equal(silent, silences.Any(silence => silence.Id == "coverage/partner-countries"));
    }

    [Theory]
    [InlineData(3, true, 1)] // Reports every third day, then fifty days without.
    [InlineData(30, true, 0)] // Fifty days are less than twice its usual pause.
    [InlineData(3, false, 0)] // Nobody has looked since: it cannot be called silent.
    public async Task FallenSilent_LongPause_IsToldWhereItIsUnusualAndSomebodyLooked(int everyDays, bool looked, int signals)
    {
        var last = new DateOnly(2026, 7, 16);
        for (var i = 0; i < 8; i++)
        {
            News("feed", $"f{i}", last.AddDays(-everyDays * i), "sv", null, "growth");
        }

        News("paper", "p", last, "sv", null, "growth");
        _tables.Load("feed", looked ? new DateTime(2026, 9, 4) : new DateTime(2026, 7, 17), "not-modified");

        var found = (await RunAsync()).Signals.Where(signal => signal.Id == "coverage/silent/feed").ToArray();

        Assert.Equal(signals, found.Length);
        Assert.All(found, signal =>
        {
            Assert.Equal("Flödet har tystnat: inget nytt på 50 dagar, där den längsta pausen förut var 3. Mest förlorar tillväxt (8 av 9 nyheter).", signal.Headline.Sv);
            Assert.Contains(signal.Evidence, evidence => evidence is { Value: 50, Source: "feed" });
            Assert.Equal("coverage", signal.Method);
        });
    }

    [Theory]
    [InlineData("Posten", 1)]
    [InlineData("Regeringen", 0)]
    public async Task SinglePublisher_SeveralBefore_IsAChangeAndElseIsNone(string other, int signals)
    {
        News("feed", "old1", new DateOnly(2025, 12, 1), "sv", "Regeringen", "growth");
        News("feed", "old2", new DateOnly(2025, 12, 2), "sv", other, "growth");
        for (var i = 0; i < 6; i++)
        {
            News("feed", $"f{i}", new DateOnly(2026, 8, 1).AddDays(i), "sv", "Regeringen", "growth");
        }

        var found = (await RunAsync()).Signals.Where(signal => signal.Kind == "coverage").ToArray();

        Assert.Equal(signals, found.Length);
        Assert.All(found, signal => Assert.Equal("Tillväxt hörs bara från Regeringen under de senaste sex månaderna: alla 6 nyheter; tiden före hade två utgivare.", signal.Headline.Sv));
    }

    [Fact]
    public async Task EmptyStore_EveryAreaAndSource_IsToldAsSilent()
    {
        var outcome = await RunAsync();

        Assert.Empty(outcome.Signals);
        Assert.Equal(5, outcome.Silences.Count);
    }

    public void Dispose() => _tables.Dispose();

    private Task<AnalysisOutcome> RunAsync(Policy? policy = null) => Parts.OutcomeAsync(new SignalsPlugin(), "coverage", _tables, policy ?? Some.Policy(), Sources);

    private void News(string source, string id, DateOnly day, string language, string? publisher, params string[] areas) =>
        _tables.Document(source, id, day, null, null, "news", areas).Written(source, id, language, publisher);
}
