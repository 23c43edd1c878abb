using System.Text;
using Foresight.Sdk;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Foresight.Plugins.Tests;

/// <summary>A source as the host would make it: registered by its plugin, given its options, run against kept answers.</summary>
internal sealed class PluginHarness : IDisposable
{
    private readonly HttpClient http;
    private readonly ISource source;

    private PluginHarness(ISource source)
    {
        this.source = source;
        http = new HttpClient(Web);
    }

    /// <summary>The answers that the source gets, and the requests that it made.</summary>
    public ReplayHandler Web { get; } = new();

    /// <summary>The times that the source asked to be left between requests.</summary>
    public List<TimeSpan> Paces { get; } = [];

    /// <summary>The clock: it stands at the date of the captures.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 9, 5, 0, 0, 0, TimeSpan.Zero));

    /// <summary>Makes a source of a plugin. The options must be of the class that the part declares.</summary>
    public static PluginHarness For<TPlugin>(string partId, object options) where TPlugin : IPlugin, new()
    {
        var part = PartOf<TPlugin>(partId);
        Assert.IsType(part.Options, options);
        var services = new ServiceCollection();
        new TPlugin().Register(services);
        return new((ISource)ActivatorUtilities.CreateInstance(services.BuildServiceProvider(), part.Implementation, options));
    }

    /// <summary>A part as its plugin registers it.</summary>
    public static PluginPart PartOf<TPlugin>(string partId) where TPlugin : IPlugin, new()
    {
        var services = new ServiceCollection();
        new TPlugin().Register(services);
        return Assert.Single(services.BuildServiceProvider().GetServices<PluginPart>(), part => part.Id == partId);
    }

    /// <summary>What a part says of an answer's beginning.</summary>
    public static SourceMatch? Recognise<TPlugin>(string partId, string answer, string? contentType = null, string url = "file:///answer") where TPlugin : IPlugin, new() =>
        PartOf<TPlugin>(partId).Recognise?.Invoke(new AnswerHead(new Uri(url), contentType, Encoding.UTF8.GetBytes(answer)));

    /// <summary>Checks the source.</summary>
    public Task<SourceCheck> CheckAsync() => source.CheckAsync(Context(null), TestContext.Current.CancellationToken);

    /// <summary>Runs the source to its end.</summary>
    public async Task<IReadOnlyList<RecordBatch>> ReadAsync(Cursor? since = null, DayRange? backfill = null)
    {
        var batches = new List<RecordBatch>();
        await foreach (var batch in source.ReadAsync(Context(since) with { Backfill = backfill }, TestContext.Current.CancellationToken))
            batches.Add(batch);
        return batches;
    }

    /// <summary>Runs the source to its end while time goes by as fast as it can: for one that waits.</summary>
    public async Task<IReadOnlyList<RecordBatch>> ReadWhileTimePassesAsync(Cursor? since = null)
    {
        var reading = ReadAsync(since);
        while (!reading.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Yield();
        }

        return await reading;
    }

    /// <summary>What a source yields until it gives up, or ends.</summary>
    public async Task<IReadOnlyList<RecordBatch>> ReadUntilFailureAsync()
    {
        var batches = new List<RecordBatch>();
        try
        {
            await foreach (var batch in source.ReadAsync(Context(null), TestContext.Current.CancellationToken))
                batches.Add(batch);
        }
        catch (SourceException)
        {
            return batches;
        }

        return batches;
    }

    /// <summary>Runs a source of documents to its end.</summary>
    public async Task<IReadOnlyList<Document>> ReadDocumentsAsync(Cursor? since = null) =>
        [.. (await ReadAsync(since)).Cast<DocumentBatch>().SelectMany(batch => batch.Documents)];

    /// <summary>Runs a source of observations to its end.</summary>
    public async Task<IReadOnlyList<ObservationRow>> ReadObservationsAsync(Cursor? since = null) =>
        [.. (await ReadAsync(since)).OfType<ObservationBatch>().SelectMany(ObservationRow.RowsOf)];

    /// <summary>The error with which the source gives up.</summary>
    public Task<SourceException> FailAsync(Cursor? since = null) => Assert.ThrowsAsync<SourceException>(() => ReadAsync(since));

    public void Dispose() => http.Dispose();

    private SourceContext Context(Cursor? since) => new(since, http, Clock, NullLogger.Instance) { Pace = (_, time) => Paces.Add(time) };
}
