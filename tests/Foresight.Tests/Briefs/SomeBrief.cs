using Foresight.Engine.Briefs;
using Foresight.Engine.Classify;
using Foresight.Engine.Classify.Current;
using Foresight.Sdk;

namespace Foresight.Tests.Briefs;

/// <summary>A brief as long and varied as a real one: six areas, five findings and more, charts, items, dates and faults.</summary>
public static class SomeBrief
{
    public static DateTimeOffset AsOf { get; } = new(2026, 9, 5, 5, 0, 0, TimeSpan.Zero);

    public static LocalText Same(string text) => new(text, text);

    public static Policy Policy { get; } = new()
    {
        Id = "lillstad",
        Version = "2",
        HoldsFrom = new DateOnly(2024, 1, 1),
        Title = new LocalText("Policy för internationellt arbete", "Policy for international work"),
        Organisation = new LocalText("Lillstads kommun", "Municipality of Lillstad"),
        FocusAreas =
        [
            Area("living", "goda levnadsvillkor genom boende, näringsliv, turism, natur och kultur", "good living conditions through housing, business, tourism, nature and culture", "levnadsvillkor", "living conditions"),
            Area("growth", "sysselsättning och hållbar tillväxt", "employment and sustainable growth", "sysselsättning", "employment"),
            Area("learning", "livslångt lärande", "lifelong learning", "lärande", "learning"),
            Area("cycles", "resurssnåla kretslopp", "resource-efficient cycles", "kretslopp", "cycles"),
            Area("equality", "ökad jämställdhet och mångfald i samhällslivet", "more equality and diversity in society", "jämställdhet", "equality"),
            Area("aid", "frivilligorganisationernas humanitära arbete", "the humanitarian work of voluntary organisations", "humanitärt arbete", "humanitarian work"),
        ],
        Places = [new Place { Id = "lillstad", Name = Same("Lillstad"), Role = PlaceRole.Home, Country = "SE" }],
        Indicators =
        [
            .. new[] { "living", "growth", "learning", "cycles", "equality" }.Select((area, i) => new Indicator
            {
                Id = $"N{i:00}", Source = "kolada", Dataset = "kolada", FocusAreas = [area],
                Name = new LocalText("arbetslösa, 18–65 år", "unemployed, aged 18–65"), Unit = Same("%"), Producer = "SCB", Why = Same("why"),
            }),
        ],
    };

    public static BriefInput Input(FakeTables tables, string language) => new()
    {
        Policy = Policy,
        Language = language,
        Audience = new Audience("board", new LocalText("kommunstyrelsen", "the executive board"), "board", "quarterly"),
        Title = new LocalText("Omvärlden och Lillstad, tredje kvartalet 2026", "The world and Lillstad, third quarter 2026"),
        AsOf = AsOf,
        Illustrative = new LocalText(
            "Alla texter är exempel som har skrivits för Foresight; ingen av dem har publicerats av de källor vars form de har. Siffrorna är påhittade.",
            "All texts are examples written for Foresight; none was published by the source whose form it has. The figures are invented."),
        Signals = Signals,
        FindingCount = 5,
        Charts = [.. SomeCharts.In(language), new BriefChart("releases", null, null, language == "sv" ? "inget datum är känt" : "no date is known")],
        HeadlineCharts = 3,
        Sources = Sources(language),
        Missing = [language == "sv" ? "Insticksprogrammet ”Trade” laddades inte: det behöver Foresight.Sdk 1.7." : "The plugin “Trade” was not loaded: it needs Foresight.Sdk 1.7."],
        Tables = tables,
        ModelVersion = "m1",
        Card = new ModelCard { Texts = 2431, MicroF1 = 0.874, MacroF1 = 0.861, Labels = [new LabelCard("aid", 210, 0.8, 0.75, 0.774, 0.5), new LabelCard("growth", 300, 0.9, 0.9, 0.9, 0.5)] },
    };

    /// <summary>A model that finds the one Swedish text of its test, and misses the English one.</summary>
    public static ModelRecord Model
    {
        get
        {
            LabelledText[] texts = [Text("1", "sv", "aid"), Text("2", "en", "aid"), Text("3", "sv"), Text("4", "en")];
            var judged = texts.Select((text, i) => new JudgedText(text, new Verdict([new LabelScore("aid", i == 0 ? 0.9 : 0.1, 0.5, [])]))).ToArray();
            return new ModelRecord
            {
                Version = "abc",
                Hash = "abc",
                Classifier = "focus",
                ClassifierVersion = "1",
                Settings = "",
                TrainedAt = new DateTimeOffset(2026, 9, 1, 8, 0, 0, TimeSpan.Zero),
                TrainingSeconds = 1,
                LabelFiles = [],
                TextsByLanguage = new Dictionary<string, int>(),
                TextsOfNone = 0,
                Card = new ModelCard { Texts = 1, MicroF1 = 1, MacroF1 = 1, Labels = [] },
                Test = new TestFigures("t", Scoring.Report("test", "abc", ["aid"], judged), new Dictionary<string, OverallFigures>(), null),
            };

            static LabelledText Text(string id, string language, params string[] labels) => new(id, id, language, labels.ToHashSet());
        }
    }

    public static FakeTables Tables()
    {
        var tables = new FakeTables();
        (string Id, string Title, string Published, string Language, string Area, double Probability, string? Other)[] documents =
        [
            ("d1", "Exempel: Regionen och elva kommuner går samman om bostäder på landsbygden", "2026-09-02", "sv", "living", 0.96, null),
            ("d2", "Example: Commission opens consultation on short-term rentals in tourist towns", "2026-08-28", "en", "living", 0.83, null),
            ("d3", "Exempel: Nationalparken får en gemensam plan för besökare", "2026-07-11", "sv", "living", 0.66, null),
            ("d4", "Exempel: Regeringen föreslår stöd till omställning i basindustrin", "2026-09-03", "sv", "growth", 0.97, "cycles"),
            ("d5", "Example: Employment in rural regions: first results of the new regional survey", "2026-08-19", "en", "growth", 0.92, null),
            ("d6", "Exempel: Fler kommuner får pröva lokala jobbspår", "2026-06-30", "sv", "growth", 0.74, null),
            ("d7", "Exempel: Yrkesutbildning över gränsen Sverige–Norge förlängs", "2026-08-25", "sv", "learning", 0.94, null),
            ("d8", "Example: Council agrees on recognition of skills gained abroad", "2026-07-02", "en", "learning", 0.71, "equality"),
            ("d9", "Exempel: Krav på återvunnet textilmaterial ut på remiss", "2026-09-01", "sv", "cycles", 0.99, null),
            ("d10", "Example: Waste shipments: what changes for municipalities from 2027", "2026-08-14", "en", "cycles", 0.95, null),
            ("d11", "Exempel: Förslag om biologiskt avfall", "2026-06-12", "sv", "cycles", 0.55, null),
            ("d12", "Example: Report on women in local politics in the Nordic countries", "2026-08-30", "en", "equality", 0.91, null),
            ("d13", "Exempel: Länsstyrelsen samlar kommuner om integration genom arbete och språk", "2026-07-22", "sv", "equality", 0.86, "growth"),
            ("d14", "Exempel: Fotbollslandslaget samlas", "2026-08-22", "sv", "", 0, null),
            ("d15", "Exempel: Gammal nyhet om kretslopp", "2025-12-22", "sv", "cycles", 0.99, null),
        ];
        foreach (var (id, title, published, language, area, probability, other) in documents)
        {
            var source = language == "sv" ? "regeringen" : "ec-press";
            tables.Document(source, id, title, published, language: language, publisher: language == "sv" ? null : "European Commission");
            foreach (var known in Policy.FocusAreas.Select(known => known.Id))
            {
                tables.Verdict(source, id, known, known == area ? probability : known == other ? probability - 0.1 : 0.03);
            }
        }

        tables.Document("regeringen", "p1", "Exempel: Riksdagen beslutar om nya regler för upphandling av textil", "2026-08-20", due: "2026-09-24")
            .Document("regeringen", "p2", "Exempel: Betänkande om kommunernas ansvar för vuxenutbildning", "2026-08-21", due: "2026-10-14")
            .Document("kolada-releases", "r1", "Sysselsättningsgrad 20–64 år, nya siffror för 2025", null, due: "2026-11-28")
            .Document("kolada-releases", "r2", "Avsaknad av tillit till andra, nya siffror", null, due: "2026-12-16")
            .Document("calls", "c1", "Example: Town twinning and networks of towns", "2026-06-01", language: "en", deadlines: "2026-09-23;2027-02-10")
            .Document("kolada-releases", "r3", "Arbetslösa, nya siffror för 2026", null, due: "2027-01-19");
        foreach (var source in new[] { "regeringen", "ec-press", "kolada", "kolada-releases", "calls", "interreg" })
        {
            tables.Answer(source);
        }

        return tables;
    }

    public static IReadOnlyList<Signal> Signals { get; } =
    [
        Signal("eu-money", "funding", null, 0.95,
            "Lillstad har fått 1,20 euro i EU-stöd per invånare sedan 2021, minst av de 14 kommunerna i grannskapet; medianen är 12,4 euro.",
            "Lillstad has received 1.20 euro of EU funding per inhabitant since 2021, the least of the 14 municipalities nearby; the median is 12.4 euro.",
            null, "eu-money", ("interreg", "project=A lead=false", 1.2, "sum of budgets 2021 to 2027 / inhabitants"), ("interreg", "median of neighbours", 12.4, "median"), ("interreg", "neighbours", 14, "count")),
        Signal("women", "indicator", "equality", 0.9,
            "Andelen kvinnor i fullmäktige föll från 43,1 procent 2010 till 31,0 procent 2022, lägre än i 98 procent av landets kommuner.",
            "The share of women in the council fell from 43.1 percent in 2010 to 31.0 percent in 2022, lower than in 98 percent of the country's municipalities.",
            new LocalText("Mäts bara vid val; efter valet i september 2026 gäller nya siffror.", "Measured at elections only; new figures hold after the election of September 2026."), null,
            ("kolada", "dataset=kolada indicator=N05 ref_area=1487 period=2010", 43.1, null), ("kolada", "dataset=kolada indicator=N05 ref_area=1487 period=2022", 31, null),
            ("kolada", "rank among municipalities period=2022", 0.98, "share of municipalities with more"), ("regeringen", "election", 2026, "year of the election, 9 = September")),
        Signal("ghg", "indicator", "cycles", 0.85,
            "Utsläppen av växthusgaser ökade från 7,19 till 7,90 ton per invånare mellan 2015 och 2022, medan riket minskade till 4,29.",
            "Greenhouse gas emissions rose from 7.19 to 7.90 tonnes per inhabitant between 2015 and 2022, while the country's fell to 4.29.",
            new LocalText("En enda anläggning väger tungt.", "A single plant weighs heavily."), "emissions",
            ("kolada", "dataset=kolada indicator=N00401 ref_area=1487 period=2015", 7.19, null), ("kolada", "dataset=kolada indicator=N00401 ref_area=1487 period=2022", 7.9, null),
            ("kolada", "dataset=kolada indicator=N00401 ref_area=0000 period=2022", 4.29, null)),
        Signal("loans", "indicator", "living", 0.8,
            "Lånen från biblioteken har sjunkit till 2,39 per invånare, från 7,10 år 2010; riket ligger på 4,83.",
            "Library loans have fallen to 2.39 per inhabitant, from 7.10 in 2010; the country is at 4.83.",
            new LocalText("Huvudbiblioteket byggdes om.", "The main library was being rebuilt."), null,
            ("kolada", "dataset=kolada indicator=N09801 ref_area=1487 period=2022", 2.39, null), ("kolada", "dataset=kolada indicator=N09801 ref_area=1487 period=2010", 7.1, null),
            ("kolada", "dataset=kolada indicator=N09801 ref_area=0000 period=2022", 4.83, null)),
        Signal("call", "date", null, 0.75,
            "Ansökan om stöd till vänortsmöten stänger den 23 september 2026, om 18 dagar.",
            "Applications for town twinning grants close on 23 September 2026, in 18 days.", null, null),
        Signal("trust", "indicator", "aid", 0.6,
            "Andelen som saknar tillit till andra steg från 24,0 till 33,3 procent mellan 2012 och 2022.",
            "The share that does not trust others rose from 24.0 to 33.3 percent between 2012 and 2022.", null, null,
            ("kolada", "dataset=kolada indicator=U01413 ref_area=1487 period=2012", 24, null), ("kolada", "dataset=kolada indicator=U01413 ref_area=1487 period=2022", 33.3, null)),
    ];

    public static IReadOnlyList<SourceState> Sources(string language)
    {
        string Say(string swedish, string english) => language == "sv" ? swedish : english;
        return
        [
            Source("kolada", "Kolada", "RKA", Say("fri användning med källa", "free with source named"), SourceHealth.Ok, "", "2022"),
            Source("kolada-releases", Say("Kolada, publiceringar", "Kolada, releases"), "RKA", Say("fri användning", "free"), SourceHealth.Ok, "", null),
            Source("interreg", "Interregbarometern", "Mälardalsrådet", Say("inte officiell statistik", "not official statistics"), SourceHealth.Ok, "", "2026"),
            Source("regeringen", "regeringen.se", Say("Regeringskansliet", "Government Offices of Sweden"), Say("citat med källa", "quotes with source named"), SourceHealth.Ok, "", "2026-09-03"),
            Source("ec-press", Say("EU-kommissionens pressrum", "European Commission press corner"), "European Commission", "CC BY 4.0", SourceHealth.Ok, "", "2026-08-30"),
            Source("calls", Say("Utlysningar", "Calls"), "European Commission", "CC BY 4.0", SourceHealth.Ok, "", "2026-06-01"),
            Source("wits", "WITS", "World Bank", Say("källa ska anges", "source to be named"), SourceHealth.Failed, Say("servern svarade 503 tre gånger", "the server answered 503 three times"), "2019"),
            Source("networks", Say("Nätverkens nyheter", "News of the networks"), "SERN", Say("citat", "quotes"), SourceHealth.Silent, Say("den brukar ge något varje månad", "it usually has something every month"), "2026-03-14"),
        ];
    }

    private static FocusArea Area(string id, string swedish, string english, string shortSwedish, string shortEnglish) =>
        new(id, new LocalText(swedish, english), new LocalText(shortSwedish, shortEnglish), [id]);

    private static SourceState Source(string id, string title, string producer, string licence, SourceHealth health, string sentence, string? newest) =>
        new() { Id = id, Title = title, Producer = producer, Licence = licence, Health = health, Sentence = sentence, NewestText = newest, Url = new Uri("https://example.org/" + id) };

    private static Signal Signal(
        string id, string kind, string? area, double weight, string swedish, string english, LocalText? caveat, string? chart,
        params (string Source, string Record, double Value, string? Formula)[] evidence) => new()
        {
            Id = id,
            Kind = kind,
            FocusArea = area,
            Weight = weight,
            Headline = new LocalText(swedish, english),
            Caveat = caveat,
            Chart = chart,
            Evidence = evidence.Length == 0
                ? [new Evidence { View = "documents", Source = "calls", Record = "c1" }]
                : [.. evidence.Select(one => new Evidence
                {
                    View = "observations", Source = one.Source, Record = one.Record, Value = one.Value, Formula = one.Formula, LoadId = "load-" + one.Source, Answer = 0,
                })],
        };
}
