using Foresight.Engine.Alerts;
using Foresight.Engine.Alerts.Judging;
using Foresight.Engine.Analyse;
using Foresight.Engine.Briefs;
using Foresight.Engine.Briefs.Sections;
using Foresight.Engine.Calendar;
using Foresight.Engine.Charts;
using Foresight.Engine.Classify;
using Foresight.Engine.Classify.Current;
using Foresight.Engine.Classify.Drift;
using Foresight.Engine.Classify.Labelling;
using Foresight.Engine.Classify.Outside;
using Foresight.Engine.FollowUp;
using Foresight.Engine.Funds;
using Foresight.Engine.Ingest;
using Foresight.Engine.Loop;
using Foresight.Engine.Partners;
using Foresight.Engine.Plugins;
using Foresight.Engine.Policies;
using Foresight.Engine.Registers;
using Foresight.Engine.Signals;
using Foresight.Engine.Store;
using Foresight.Engine.Stories;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Engine;

/// <summary>
/// The way of the records: ingest, classify, analyse, charts, briefs. Each step reads tables, writes tables and returns, so any of
/// them can be run alone; <see cref="RunAsync"/> runs them all.
/// </summary>
public sealed class Pipeline(Session session, ILoggerFactory loggers)
{
    /// <summary>What a model learns from beside the label files.</summary>
    private static readonly Func<ClassifySetup, ITables, CancellationToken, Task<IReadOnlyList<LabelledText>>>[] TextReaders =
        [PersonTexts.ReadAsync, WeakTexts.ReadAsync];

    /// <summary>Whether sources are asked for everything in full, kept or not.</summary>
    public bool Refresh { get; init; }

    /// <summary>Reads the sources into the store.</summary>
    /// <param name="only">Ids of entries; null for all.</param>
    /// <param name="backfill">Days of the past to read instead of what is new; null in an ordinary run.</param>
    /// <param name="progress">Told of every batch.</param>
    /// <param name="cancellationToken">Stops between batches.</param>
    /// <exception cref="ConfigurationException">A source cannot be asked for days of the past.</exception>
    public Task<IReadOnlyList<LoadResult>> IngestAsync(
        IReadOnlySet<string>? only, DayRange? backfill, IProgress<IngestProgress>? progress, CancellationToken cancellationToken)
    {
        var sources = Ready(only);
        if (backfill is not null && sources.Where(source => source.Source is { Backfills: false }).ToList() is { Count: > 0 } unable)
        {
            throw new ConfigurationException([.. unable.Select(source =>
                $"The source {source.Id} cannot be asked for days of the past: it gives what it holds; leave --since and --until out.")]);
        }

        return new IngestStep(session.Store, session.Input, loggers) { Policy = session.Policy.Policy, Rules = session.Policy.Fetching, Refresh = Refresh }.RunAsync(sources, backfill, progress, cancellationToken);
    }

    /// <summary>Makes the tables again from the raw answers alone.</summary>
    /// <param name="only">Ids of entries; null for all.</param>
    /// <param name="into">The folder to rebuild into; null for the store's own place.</param>
    /// <param name="progress">Told of every batch.</param>
    /// <param name="cancellationToken">Stops; the store is as it was.</param>
    /// <exception cref="ConfigurationException">Some sources only would take the place of all.</exception>
    public Task<RebuildResult> RebuildAsync(
        IReadOnlySet<string>? only, string? into, IProgress<IngestProgress>? progress, CancellationToken cancellationToken) => only is not null && into is null
        ? throw new ConfigurationException(["A store with some of its sources would take the place of the whole: name a new folder with --into DIR."])
        : new RebuildStep(session.Store.Folder, Ready((IReadOnlySet<string>?)null), loggers) { Policy = session.Policy.Policy }.RunAsync(only, into, progress, cancellationToken);

    /// <summary>Asks each source whether it can work; nothing is stored.</summary>
    /// <param name="only">Ids of entries; null for all.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<IReadOnlyList<CheckedSource>> CheckSourcesAsync(IReadOnlySet<string>? only, CancellationToken cancellationToken) =>
        new SourceCheckStep(session.Store, session.Input, session.Policy, loggers).RunAsync(Ready(only), cancellationToken);

    /// <summary>Lists everything that is wrong with the registers that people keep; nothing is stored.</summary>
    /// <param name="cancellationToken">Stops between rows.</param>
    public Task<IReadOnlyList<CheckedRegisters>> CheckRegistersAsync(CancellationToken cancellationToken) =>
        new RegisterCheckStep(session.Input, session.Policy, session.Store.Folder, loggers).RunAsync(Ready((IReadOnlySet<string>?)null), cancellationToken);

    /// <summary>Gives every document that has none its story.</summary>
    /// <returns>Why that failed; null where it did not.</returns>
    public async Task<LocalText?> StoriesAsync(CancellationToken cancellationToken)
    {
        try
        {
            await new StoryStep(session.Store).RunAsync(cancellationToken);
            return null;
        }
        // One of the few places that catch: without stories every report counts by itself, and the brief says so.
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Said.NotClustered(e.Message);
        }
    }

    /// <summary>Classifies the documents that have no verdict yet, training a model on first use.</summary>
    /// <returns>The outcome; the sentence says why there is none.</returns>
    public async Task<(ClassifyResult? Result, LocalText? Problem)> ClassifyAsync(CancellationToken cancellationToken)
    {
        if (session.Policy.Classifier is null)
        {
            return (null, null);
        }

        try
        {
            return (await ClassifyStep().RunAsync(null, cancellationToken), null);
        }
        // One of the few places that catch: without verdicts there is still a brief, which says what is missing.
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return (null, Said.NotClassified(e.Message));
        }
    }

    /// <summary>The step that trains and classifies.</summary>
    /// <exception cref="ConfigurationException">The policy has no classifier, or its plugin does not offer it.</exception>
    public ClassifyStep ClassifyStep()
    {
        var store = session.Store;
        return new ClassifyStep(ClassifySetup(), store.Tables, store.AppendClassificationsAsync, session.Input.Clock, loggers.CreateLogger("classify"));
    }

    /// <summary>Trains a model now; it judges from then on if it wins or ties, or where it is to be taken all the same.</summary>
    /// <returns>The model that judges, and how the new one came off.</returns>
    /// <exception cref="ConfigurationException">The policy has no classifier, or its plugin does not offer it.</exception>
    public async Task<ReadyModel> TrainAsync(bool takeWorse, CancellationToken cancellationToken) =>
        (await new FocusModels(ClassifySetup(), session.Input.Clock, loggers.CreateLogger("classify"))
            .GetAsync(takeWorse ? Retraining.NowAndTake : Retraining.Now, cancellationToken)).Model;

    /// <summary>The judgement of models by texts whose labels are known.</summary>
    /// <exception cref="ConfigurationException">The policy has no classifier, or its plugin does not offer it.</exception>
    public Evaluation Evaluation() => new(ClassifySetup(), session.Input.Clock, loggers.CreateLogger("classify"));

    /// <summary>How the documents stand with the model of now.</summary>
    /// <exception cref="ConfigurationException">The policy has no classifier, or its plugin does not offer it.</exception>
    public Task<ModelStatus> ModelStatusAsync() => new StatusStep(ClassifySetup(), session.Store.Tables).ReadAsync();

    /// <summary>How documents and verdicts change by month.</summary>
    /// <exception cref="ConfigurationException">The policy has no classifier, its plugin does not offer it, or no model is trained yet.</exception>
    public Task<DriftReport> DriftAsync(CancellationToken cancellationToken)
    {
        var setup = ClassifySetup();
        return FocusModels.Known(setup).Record is { } model
            ? DriftAsync(setup, model, cancellationToken)
            : throw new ConfigurationException(["There is no model yet, so nothing has been judged; 'foresight classify run' trains one and judges."]);
    }

    /// <summary>Runs the analyses.</summary>
    public Task<Findings> AnalyseAsync(CancellationToken cancellationToken) => AnalyseStep.RunAsync(
        session.Policy.Analyses,
        session.Plugins,
        new AnalysisContext(session.Store.Tables, session.Policy.Policy, session.Input.Clock) { Sources = session.Policy.Watched, TopicNames = session.Policy.TopicNames },
        cancellationToken);

    /// <summary>Judges the alert rules and stores what follows.</summary>
    public Task<AlertOutcome> WatchAsync(CancellationToken cancellationToken) => WatchStep.RunAsync(Judging(), session.Store.AppendAlertsAsync, cancellationToken);

    /// <summary>Alerts and their rules to look at, and what people say of them.</summary>
    public AlertBook AlertBook() => new(Judging(), session.Store.AppendAlertsAsync);

    /// <summary>Runs the analyses on texts that are judged and brought to their stories, and keeps in the register what they find.</summary>
    public async Task<(Findings Findings, Recorded Recorded)> AnalyseAndRecordAsync(CancellationToken cancellationToken)
    {
        var (_, findings, recorded, steps) = await LookAsync(cancellationToken);
        return (findings with { Problems = Problems(steps, findings) }, recorded);
    }

    /// <summary>The register of signals, and what people say of them.</summary>
    public SignalBook SignalBook() => new(session.Store.Tables, session.Store.AppendRatingsAsync, session.Input.Clock);

    /// <summary>What people gather of the register's signals.</summary>
    public GatheringBook GatheringBook() => new(SignalBook(), session.Store.AppendGatheringsAsync, session.Input.Clock);

    /// <summary>What people do about signals, to be recorded.</summary>
    public StepBook StepBook() => new(session.Store.Tables, session.Policy.Policy, session.Store.AppendStepsAsync, session.Input.Clock);

    /// <summary>The loop from signals to follow-up, as it stands on the run's day.</summary>
    public async Task<LoopView> LoopAsync() => await LoopView.ReadAsync(
        session.Store.Tables, session.Policy.Policy, await RegisterBook.ReadAsync(session.Store.Tables), new MeetingCalendar(session.Policy.Policy),
        DateOnly.FromDateTime(session.Input.Clock.GetUtcNow().UtcDateTime));

    /// <summary>Where the policy is watched, and where nobody looks.</summary>
    /// <param name="months">The number of months, the present one included.</param>
    public Task<WatchCoverage> CoverageAsync(int months) => WatchCoverage.ReadAsync(
        session.Store.Tables, session.Policy.Policy, session.Policy.Watched, DateOnly.FromDateTime(session.Input.Clock.GetUtcNow().UtcDateTime), months);

    /// <summary>What was done for the policy in a period, held against it.</summary>
    /// <param name="period">The first and last day; null for the twelve months up to today.</param>
    /// <param name="body">The body's id; null for everybody's work.</param>
    /// <exception cref="ConfigurationException">The policy has no such body.</exception>
    public async Task<FollowUpReport> FollowUpAsync((DateOnly From, DateOnly To)? period, string? body)
    {
        var today = DateOnly.FromDateTime(session.Input.Clock.GetUtcNow().UtcDateTime);
        var question = period is { } days ? new FollowUpQuestion(days.From, days.To, today, body) : FollowUpQuestion.LastYear(today, body);
        return await FollowUpReading.ReadAsync(session.Store.Tables, session.Policy.Policy, await RegisterBook.ReadAsync(session.Store.Tables), question);
    }

    /// <summary>Builds charts in one language.</summary>
    /// <param name="language">sv or en.</param>
    /// <param name="only">Ids of entries; null for all.</param>
    /// <param name="cancellationToken">Stops between charts.</param>
    public Task<IReadOnlyList<BuiltChart>> ChartsAsync(string language, IReadOnlySet<string>? only, CancellationToken cancellationToken) => ChartStep.RunAsync(
        [.. session.Policy.Charts.Where(entry => only is null || only.Contains(entry.Id))], session.Plugins,
        new ChartContext(session.Store.Tables, session.Policy.Policy, language, session.Input.Clock) { Sources = session.Policy.Watched }, cancellationToken);

    /// <summary>The documents whose labels would teach the model most.</summary>
    public QueueStep QueueStep() => new(session.Policy.Policy, session.Policy.Topics, session.Store.Tables, session.Input.Clock);

    /// <summary>What people say of documents, to be recorded.</summary>
    public VerdictBook VerdictBook() =>
        new(session.Policy.Policy, session.Policy.Topics, session.Store.Tables, session.Store.AppendPersonVerdictsAsync, session.Input.Clock);

    /// <summary>What people said so far, and where they differ from each other and from the model.</summary>
    public Task<VerdictSummary> VerdictsAsync(CancellationToken cancellationToken) =>
        new VerdictReport(session.Policy.Policy, session.Policy.Topics, session.Store.Tables).ReadAsync(cancellationToken);

    /// <summary>Runs everything and writes the briefs.</summary>
    /// <param name="languages">The languages; null for each brief's own.</param>
    /// <param name="progress">Told of every batch.</param>
    /// <param name="stage">Told which step begins.</param>
    /// <param name="cancellationToken">Stops; what is stored stays.</param>
    public async Task<RunReport> RunAsync(
        IReadOnlyList<string>? languages, IProgress<IngestProgress>? progress, Action<Stage> stage, CancellationToken cancellationToken)
    {
        stage(Stage.Ingest);
        var loads = await IngestAsync(null, null, progress, cancellationToken);
        var unclustered = await StoriesAsync(cancellationToken);
        stage(Stage.Classify);
        var (classified, problem) = await ClassifyAsync(cancellationToken);
        stage(Stage.Analyse);
        var findings = await AnalyseAsync(cancellationToken);
        var alerts = await WatchAsync(cancellationToken);
        await RecordAsync(findings, cancellationToken);
        stage(Stage.Briefs);
        var state = await StateAsync(classified, [unclustered, problem, .. alerts.Problems], findings, cancellationToken);
        var briefs = new List<BuiltBrief>();
        foreach (var entry in session.Policy.Briefs)
        {
            foreach (var language in languages ?? entry.Languages)
            {
                briefs.Add(await BriefAsync(entry, language, state, cancellationToken));
            }
        }

        var (partners, unwritten) = await PartnersOrProblemAsync(languages, cancellationToken);
        return new RunReport(loads, classified, findings, briefs, [.. state.Problems, .. unwritten is null ? Array.Empty<LocalText>() : [unwritten]])
        {
            OfModel = state.OfModel,
            Alerts = alerts,
            Partners = partners,
        };
    }

    /// <summary>The partners with all that is known of each.</summary>
    public async Task<IReadOnlyList<PartnerPage>> PartnersAsync() => await PartnerBook.ReadAsync(
        session.Store.Tables, session.Policy.Policy, await RegisterBook.ReadAsync(session.Store.Tables), new MeetingCalendar(session.Policy.Policy), Today);

    /// <summary>Writes a page per partner and language beside the briefs.</summary>
    /// <param name="languages">The languages; null for those of the policy's briefs.</param>
    /// <param name="cancellationToken">Stops between pages.</param>
    public async Task<IReadOnlyList<WrittenPartners>> WritePartnersAsync(IReadOnlyList<string>? languages, CancellationToken cancellationToken)
    {
        var pages = await PartnersAsync();
        var written = new List<WrittenPartners>();
        foreach (var language in languages ?? (session.Policy.Briefs.Count == 0 ? ["sv", "en"] : [.. session.Policy.Briefs.SelectMany(brief => brief.Languages).Distinct()]))
        {
            written.Add(await PartnerFiles.WriteAsync(
                pages, session.Policy.Policy, session.Input.Illustrative, Today, language, Path.Combine(session.Store.Folder, "partners"), cancellationToken));
        }

        return written;
    }

    /// <summary>Builds one brief from what is stored.</summary>
    public async Task<BuiltBrief> BriefAsync(BriefEntry entry, string language, BriefState? from, CancellationToken cancellationToken)
    {
        var state = from ?? await CurrentStateAsync(cancellationToken);
        var charts = await ChartsAsync(language, entry.Charts.ToHashSet(), cancellationToken);
        var inOrder = entry.Charts.Select(id => charts.Single(chart => chart.Id == id)).ToList();
        var policy = session.Policy.Policy;
        var known = (await SignalBook().ReadAsync()).Where(signal => signal.IsFound).DistinctBy(signal => signal.Id).ToDictionary(signal => signal.Id);
        var audience = policy.Audiences.Single(audience => audience.Id == entry.Audience);
        var findings = new FindingsInLoop(await LoopAsync(), known, policy, language);
        var input = new BriefInput
        {
            Policy = policy,
            Language = language,
            Audience = audience,
            Title = entry.Title,
            Template = entry.Template,
            AsOf = session.Input.Clock.GetUtcNow(),
            Illustrative = session.Input.Illustrative,
            Signals = findings.Order(state.Findings.Signals, entry.Findings),
            Taken = findings.Taken(state.Findings.Signals),
            Alerts = await AlertBook().ApprovedAsync(),
            Silences = state.Findings.Silences,
            Known = known,
            NotForUs = (await FundingCalls.ReadAsync(session.Store.Tables, policy, await RegisterBook.ReadAsync(session.Store.Tables), new MeetingCalendar(policy), Today))
                .LeftOut.Select(left => (left.Call.Source, left.Call.Id)).ToHashSet(),
            Sections = await SectionsAsync(entry, audience, language, known, cancellationToken),
            FindingCount = findings.Headlines(state.Findings.Signals, entry.Findings),
            Charts = [.. inOrder.Select(chart => new BriefChart(chart.Id, chart.Chart, chart.Spec, chart.Reason) { Title = session.Policy.Charts.First(one => one.Id == chart.Id).Title?.In(language) })],
            HeadlineCharts = entry.HeadlineCharts,
            Sources = await SourceStates.ReadAsync(session, language, cancellationToken),
            Missing = [.. state.Problems.Select(problem => problem.In(language)), .. state.Stale is { } stale ? [stale.In(language)] : Array.Empty<string>()],
            Tables = session.Store.Tables,
            TopicNames = session.Policy.TopicNames,
            ModelVersion = state.Classified?.Model.Record.Version,
            Card = state.Classified?.Model.Record.Card,
            Model = state.Classified?.Model.Record,
            ModelCard = state.Classified is { } classified ? CardPlace(classified.Model.File) : null,
            OfModel = [.. state.OfModel.Select(note => note.In(language))],
        };
        var folder = Path.Combine(session.Store.Folder, "briefs", $"{input.AsOf:yyyy-MM-dd}-{entry.Id}-{language}");
        var result = await BriefWriter.WriteAsync(input, folder, cancellationToken);
        return new BuiltBrief(entry.Id, language, result, [.. inOrder.Where(chart => chart.Failed).Select(chart => $"{chart.Id}: {chart.Reason}")]);
    }

    private async Task<IReadOnlyList<BriefSection>> SectionsAsync(
        BriefEntry entry, Audience audience, string language, IReadOnlyDictionary<string, KnownSignal> known, CancellationToken cancellationToken) => entry.Sections.Count == 0 ? []
        : await BriefSections.BuildAsync(
            entry.Sections,
            new SectionContext
            {
                Policy = session.Policy.Policy,
                Tables = session.Store.Tables,
                Registers = await RegisterBook.ReadAsync(session.Store.Tables),
                Meetings = new MeetingCalendar(session.Policy.Policy),
                Sources = await SourceStates.ReadAsync(session, language, cancellationToken),
                Language = language,
                Audience = audience,
                Today = Today,
                Signals = known,
            },
            cancellationToken);

    private DateOnly Today => DateOnly.FromDateTime(session.Input.Clock.GetUtcNow().UtcDateTime);

    private async Task<(IReadOnlyList<WrittenPartners> Written, LocalText? Problem)> PartnersOrProblemAsync(IReadOnlyList<string>? languages, CancellationToken cancellationToken)
    {
        try
        {
            return (await WritePartnersAsync(languages, cancellationToken), null);
        }
        // One of the few places that catch: the briefs are written, and the run says what is not.
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return ([], Said.PartnersNotWritten(e.Message));
        }
    }

    private JudgingContext Judging() => new(session.Store.Tables, session.Policy.Policy, session.Input.Clock);

    private async Task<BriefState> CurrentStateAsync(CancellationToken cancellationToken)
    {
        var (classified, findings, _, problems) = await LookAsync(cancellationToken);
        return await StateAsync(classified, problems, findings, cancellationToken);
    }

    private async Task<(ClassifyResult? Classified, Findings Findings, Recorded Recorded, IReadOnlyList<LocalText?> Problems)> LookAsync(CancellationToken cancellationToken)
    {
        var unclustered = await StoriesAsync(cancellationToken);
        var (classified, problem) = await ClassifyAsync(cancellationToken);
        var findings = await AnalyseAsync(cancellationToken);
        return (classified, findings, await RecordAsync(findings, cancellationToken), [unclustered, problem]);
    }

    private Task<Recorded> RecordAsync(Findings findings, CancellationToken cancellationToken) =>
        new SignalRegister(session.Store, [.. session.Policy.Analyses.Select(entry => entry.Id)], session.Policy.Policy.Version, session.Input.Clock).RecordAsync(findings, cancellationToken);

    private Task<DriftReport> DriftAsync(ClassifySetup setup, ModelRecord model, CancellationToken cancellationToken) =>
        new DriftStep(setup, session.Store.Tables, session.Input.Clock).ReadAsync(model, cancellationToken);

    private async Task<BriefState> StateAsync(ClassifyResult? classified, IReadOnlyList<LocalText?> steps, Findings findings, CancellationToken cancellationToken) => new(
        classified, findings, Problems(steps, findings), await StaleFigures.ReadAsync(session.Store.Tables, session.Policy.Policy))
    {
        OfModel = classified is null ? [] : [.. await AlarmsAsync(classified.Model.Record, cancellationToken), .. classified.Model.Refused is { } refused ? [refused] : Array.Empty<LocalText>()],
    };

    private async Task<IReadOnlyList<LocalText>> AlarmsAsync(ModelRecord model, CancellationToken cancellationToken)
    {
        try
        {
            return (await DriftAsync(ClassifySetup(), model, cancellationToken)).Alarms;
        }
        // One of the few places that catch: a brief without this measure is still a brief, and says so.
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return [Said.DriftNotMeasured(e.Message)];
        }
    }

    private IReadOnlyList<LocalText> Problems(IReadOnlyList<LocalText?> steps, Findings findings) =>
    [
        .. session.Plugins.Plugins.Where(plugin => plugin.Status is PluginStatus.Malfunctioned or PluginStatus.NotSupported)
            .Select(plugin => Said.NotLoaded(plugin.Id, plugin.Sentence)),
        .. steps.OfType<LocalText>(),
        .. findings.Problems,
    ];

    private ClassifySetup ClassifySetup()
    {
        if (session.Policy.Classifier is not { } entry)
        {
            throw new ConfigurationException([$"The policy {session.Policy.Policy.Id} names no classifier."]);
        }

        var (classifier, problem) = session.Plugins.Make<ITrainableClassifier>(entry);
        var setup = classifier is null
            ? throw new ConfigurationException([$"The classifier cannot be made: {problem}"])
            : new ClassifySetup
            {
                Policy = session.Policy.Policy,
                Classifier = classifier,
                ClassifierId = entry.Use,
                ClassifierVersion = session.Plugins.PluginOf(session.Plugins.PartOf<ITrainableClassifier>(entry)!).Manifest!.Version,
                LabelsFolder = entry.LabelsFolder,
                Topics = session.Policy.Topics,
                ModelsFolder = session.Workspace.Models,
                Store = StoreName(),
                KeepFigures = new KeptFigures(session.Store).KeepAsync,
            };
        return setup with { MoreTexts = cancellationToken => MoreTextsAsync(setup, cancellationToken) };
    }

    private async Task<IReadOnlyList<LabelledText>> MoreTextsAsync(ClassifySetup setup, CancellationToken cancellationToken)
    {
        var texts = new List<LabelledText>();
        foreach (var read in TextReaders)
        {
            texts.AddRange(await read(setup, session.Store.Tables, cancellationToken));
        }

        return texts;
    }

    /// <summary>Where the card of a model lies, seen from the folder of the workspace.</summary>
    private string CardPlace(string model) => Path.GetRelativePath(
        Path.Combine(session.Workspace.Data, ".."), Path.Combine(Path.GetDirectoryName(model)!, ModelFolder.Page)).Replace('\\', '/');

    /// <summary>Stores of the workspace by policy and kind, others by their folder.</summary>
    private string StoreName()
    {
        var name = Path.GetRelativePath(session.Workspace.Stores(session.Policy.Policy.Id), session.Store.Folder);
        return Path.GetFileName(name) == name ? $"{session.Policy.Policy.Id}/{name}" : session.Store.Folder;
    }

    private List<ReadySource> Ready(IReadOnlySet<string>? only) =>
        [.. session.Policy.Sources.Where(entry => only is null || only.Contains(entry.Id)).Select(Ready)];

    private ReadySource Ready(Entry entry)
    {
        var (source, problem) = session.Plugins.Make<ISource>(entry);
        var plugin = session.Plugins.PartOf<ISource>(entry) is { } part ? session.Plugins.PluginOf(part) : null;
        return new ReadySource(entry.Id, plugin?.Id ?? "", plugin?.Manifest?.Version ?? "", source, problem)
        {
            Entry = entry,
            Contract = entry.Contract,
            MayShrinkBy = entry.MayShrinkBy,
        };
    }
}
