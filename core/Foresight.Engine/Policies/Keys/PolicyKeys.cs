using Foresight.Engine.Policies.Shapes;
using Foresight.Sdk;

namespace Foresight.Engine.Policies.Keys;

/// <summary>The keys of a policy's file: the reader reads by this table, and the JSON schema is written from it.</summary>
internal static class PolicyKeys
{
    private static readonly ListShape FocusAreas = new(
        new MapShape(
            "focusArea",
            (values, _) => new FocusArea(values.The<string>("id"), values.The<LocalText>("name"), values.The<LocalText>("shortName"), values.The<IReadOnlyDictionary<string, double>>("topics"))
            {
                NotMeasured = values.Maybe<LocalText>("notMeasured"),
            },
            Key.Must("id", SharedShapes.NewId(Kinds.FocusArea), "The id that verdicts and charts carry."),
            Key.Must("name", SharedShapes.Local, "As the policy words it."),
            Key.Must("shortName", SharedShapes.Local, "One to three words for charts."),
            Key.Must("topics", ClassificationKeys.Topics, "Ids of data/topics/topics.yaml that belong to it: a list, or a map to the share, above 0 and at most 1, that does."),
            Key.May("notMeasured", SharedShapes.Local, "What nobody measures of it: a sentence that every brief prints until figures exist.")),
        atLeast: 1);

    private static readonly ListShape Networks = new(new MapShape(
        "network",
        (values, _) => new Network(values.The<string>("id"), values.The<LocalText>("name"), values.Number<int>("since")),
        Key.Must("id", SharedShapes.NewId(Kinds.Network), "The id."),
        Key.Must("name", SharedShapes.Local, "The name."),
        Key.May("since", ScalarShape.Whole, "The year since which we belong to it.")));

    private static readonly ListShape Bodies = new(new MapShape(
        "body",
        (values, _) => new Body
        {
            Id = values.The<string>("id"),
            Name = values.The<LocalText>("name"),
            Kind = values.The<string>("kind"),
            Responsibilities = values.List<LocalText>("responsibilities"),
            FocusAreas = values.List<string>("focusAreas"),
            Contact = values.Maybe<LocalText>("contact"),
            ToConfirm = values.Number<bool>("toConfirm") ?? false,
        },
        Key.Must("id", SharedShapes.NewId(Kinds.Body), "The id."),
        Key.Must("name", SharedShapes.Local, "The name."),
        Key.Must("kind", new TextShape { Allowed = ["council", "executive-board", "steering-group", "office", "committee", "coordination-group"] }, "What kind of body it is."),
        Key.May("responsibilities", new ListShape(SharedShapes.Local), "What it answers for."),
        Key.May("focusAreas", SharedShapes.IdsOf(Kinds.FocusArea), "The focus areas it works with; all if left out."),
        Key.May("contact", SharedShapes.Local, "The role to turn to; never a person."),
        Key.May("toConfirm", ScalarShape.YesNo, "Whether the policy's owner has yet to confirm this entry.")));

    private static readonly ListShape Audiences = new(new MapShape(
        "audience",
        (values, _) => new Audience(values.The<string>("id"), values.The<LocalText>("name"), values.The<string>("body"), values.The<string>("cadence")),
        Key.Must("id", SharedShapes.NewId(Kinds.Audience), "The id."),
        Key.Must("name", SharedShapes.Local, "The name."),
        Key.Must("body", SharedShapes.IdOf(Kinds.Body), "The body that it is."),
        Key.Must("cadence", new TextShape { Allowed = ["yearly", "quarterly", "monthly", "weekly"] }, "How often it reads.")));

    private static readonly ListShape Funds = new(new MapShape(
        "fund",
        BuildFund,
        Key.Must("id", new TextShape { Defines = Kinds.Fund, RefersTo = Kinds.Programme }, "The id of a programme in data/funds."),
        Key.May("focusAreas", SharedShapes.IdsOf(Kinds.FocusArea), "The focus areas that it may serve; all if left out."),
        Key.May("note", SharedShapes.Local, "What to know of it.")));

    public static MapShape Root { get; } = new(
        "policy",
        Build,
        Key.Must("version", SharedShapes.Text, "The policy's version, as its owner names it."),
        Key.Must("holdsFrom", ScalarShape.Day, "The date from which it holds."),
        Key.Must("title", SharedShapes.Local, "The document's title."),
        Key.Must("organisation", SharedShapes.Local, "Whose policy it is, as printed in briefs."),
        Key.May("background", new ListShape(SharedShapes.Local), "Why there is a policy, in its own words."),
        Key.Must("focusAreas", FocusAreas, "The focus areas, in the policy's order."),
        Key.May("purposes", SharedShapes.Named("purpose", Kinds.Purpose, (id, name) => new Purpose(id, name)), "The purposes, in the policy's order."),
        Key.May("principles", Named("principle", Kinds.Principle), "How the work is to be done."),
        Key.May("activityKinds", Named("activityKind", Kinds.ActivityKind), "The kinds of activities."),
        Key.May("partnerKinds", Named("partnerKind", Kinds.PartnerKind), "The kinds of partners."),
        Key.May("tools", Named("tool", Kinds.Tool), "Tools that support the work, such as external funding."),
        Key.May("networks", Networks, "The networks that we belong to."),
        Key.May("bodies", Bodies, "The bodies and what they answer for."),
        Key.May("audiences", Audiences, "The readers of briefs."),
        Key.Must("places", PlaceKeys.Places, "Ours, peers, neighbours, regions, countries and partners."),
        Key.May("peerGroups", PlaceKeys.PeerGroups, "Groups of places to compare with."),
        Key.May("funds", Funds, "The funds and programmes that are watched."),
        Key.May("applyAs", ProgrammeKeys.Applicants, "As what we apply for money; municipality if left out."),
        Key.May("indicators", IndicatorKeys.Indicators, "The indicators."),
        Key.May("productWatch", ProductWatchKeys.ProductWatch, "The goods that are watched, and where their figures are."),
        Key.May("sources", EntryKeys.Sources, "Where documents and observations come from."),
        Key.May("fetching", EntryKeys.Fetching, "Rules for asking the sources."),
        Key.May("classifier", EntryKeys.Classifier, "What judges which focus areas a text belongs to."),
        Key.May("classification", ClassificationKeys.Classification, "Rules and sources' categories that classify beside the model."),
        Key.May("analyses", EntryKeys.Analyses, "What looks for findings."),
        Key.May("charts", EntryKeys.Charts, "What can be drawn."),
        Key.May("cycle", CycleKeys.Cycle, "The yearly cycle (årshjul): when the bodies meet and what is reported when."),
        Key.May("followUp", FollowUpKeys.FollowUp, "How the work is followed up."),
        Key.May("alerts", AlertKeys.Alerts, "What people want to be told of, in plain words."),
        Key.May("briefs", EntryKeys.Briefs, "What is written, and for whom."));

    private static ListShape Named(string title, string kind) => SharedShapes.Named(title, kind, (id, name) => new NamedKind(id, name));

    // Its name is the programme's: said once. Where there is no such programme, that is reported and the policy not used.
    private static Fund BuildFund(Values values, ReadingContext context)
    {
        var id = values.The<string>("id");
        var programme = context.Programmes.GetValueOrDefault(id);
        return new Fund(id, programme?.Name ?? new LocalText(id, id), values.List<string>("focusAreas"), values.Maybe<LocalText>("note")) { Programme = programme };
    }

    private static PolicyFile? Build(Values values, ReadingContext context)
    {
        var places = values.List<Place>("places");
        var homes = places.Where(place => place.Role == PlaceRole.Home).Select(place => place.Id).ToList();
        if (homes.Count != 1)
        {
            context.Report(
                values.Node.Find("places")!.Line,
                homes.Count == 0 ? "No place has the role home; give it to your own." : $"{string.Join(", ", homes)} all have the role home; only one can.");
            return null;
        }

        return new PolicyFile
        {
            File = context.File,
            Policy = new Policy
            {
                Id = Path.GetFileNameWithoutExtension(context.File),
                Version = values.The<string>("version"),
                HoldsFrom = values.The<DateOnly>("holdsFrom"),
                Title = values.The<LocalText>("title"),
                Organisation = values.The<LocalText>("organisation"),
                Background = values.List<LocalText>("background"),
                FocusAreas = values.List<FocusArea>("focusAreas"),
                Purposes = values.List<Purpose>("purposes"),
                Principles = values.List<NamedKind>("principles"),
                ActivityKinds = values.List<NamedKind>("activityKinds"),
                PartnerKinds = values.List<NamedKind>("partnerKinds"),
                Tools = values.List<NamedKind>("tools"),
                Networks = values.List<Network>("networks"),
                Bodies = values.List<Body>("bodies"),
                Audiences = values.List<Audience>("audiences"),
                Places = places,
                PeerGroups = values.List<PeerGroup>("peerGroups"),
                Funds = values.List<Fund>("funds"),
                ApplyAs = values.List<ApplicantKind>("applyAs") is { Count: > 0 } kinds ? kinds : [ApplicantKind.Municipality],
                Indicators = values.List<Indicator>("indicators"),
                ProductWatch = values.Maybe<ProductWatch>("productWatch"),
                Classification = values.Maybe<Classification>("classification") ?? new Classification(),
                Cycle = values.Maybe<Cycle>("cycle") ?? new Cycle(),
                FollowUp = values.Maybe<FollowUpRules>("followUp") ?? new FollowUpRules(),
                Alerts = values.List<AlertRule>("alerts"),
            },
            Sources = values.List<Entry>("sources"),
            Fetching = (values.Maybe<FetchingRules>("fetching") ?? new FetchingRules()) with { Files = Path.GetDirectoryName(Path.GetDirectoryName(Path.GetFullPath(context.File))) },
            Classifier = values.Maybe<ClassifierEntry>("classifier"),
            Analyses = values.List<Entry>("analyses"),
            Charts = values.List<Entry>("charts"),
            Briefs = values.List<BriefEntry>("briefs"),
        };
    }
}
