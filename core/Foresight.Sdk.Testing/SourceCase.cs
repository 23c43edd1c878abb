using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Foresight.Sdk.Testing;

/// <summary>A source with recorded answers: what the rules of <see cref="SourceConformance"/> are tried on.</summary>
public sealed record SourceCase
{
    /// <summary>Makes the source anew, as the host does for every run.</summary>
    public required Func<ISource> Create { get; init; }

    /// <summary>Makes the transport anew, with all answers that the source needs.</summary>
    public required Func<ReplayTransport> Answers { get; init; }

    /// <summary>When the runs take place.</summary>
    public DateTimeOffset Now { get; init; } = new(2026, 9, 5, 5, 0, 0, TimeSpan.Zero);

    /// <summary>Whether a 404 means "nothing yet" to this source, as with a file per month.</summary>
    public bool NotFoundIsNothingNew { get; init; }

    /// <summary>How long it may take to stop after it was asked to.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>A source as its plugin registers it.</summary>
    /// <param name="partId">The part's id.</param>
    /// <param name="options">The options, of the class that the part declares.</param>
    /// <param name="answers">Makes the transport.</param>
    /// <exception cref="ArgumentException">The plugin offers no such part, or it takes other options.</exception>
    public static SourceCase Of<TPlugin>(string partId, object options, Func<ReplayTransport> answers) where TPlugin : IPlugin, new() =>
        new() { Create = () => Make<TPlugin>(partId, options), Answers = answers };

    /// <summary>Runs the source.</summary>
    /// <param name="since">The cursor; null for a first run.</param>
    /// <param name="batches">After how many batches it is stopped; null for none.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public Task<SourceRun> RunAsync(Cursor? since = null, int? batches = null, CancellationToken cancellationToken = default) =>
        RunAsync(Answers(), since, batches, null, cancellationToken);

    /// <summary>Asks the source whether it can work.</summary>
    public async Task<SourceCheck> CheckAsync(CancellationToken cancellationToken = default)
    {
        using var http = new HttpClient(Answers());
        return await Create().CheckAsync(Context(http, null, null), cancellationToken).ConfigureAwait(false);
    }

    internal async Task<SourceRun> RunAsync(HttpMessageHandler transport, Cursor? since, int? batches, DayRange? backfill, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(transport);
        var run = new SourceRun { Since = since };
        try
        {
            await foreach (var batch in Create().ReadAsync(Context(http, since, backfill), cancellationToken).WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                if (run.Batches.Count == batches)
                {
                    break;
                }

                run.Add(batch);
            }
        }
        // What a source throws is what the rules judge.
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            run.Error = e;
        }

        return run;
    }

    internal SourceContext Context(HttpClient http, Cursor? since, DayRange? backfill) =>
        new(since, http, new PatientClock(Now), NullLogger.Instance) { Backfill = backfill };

    private static ISource Make<TPlugin>(string partId, object options) where TPlugin : IPlugin, new()
    {
        var services = new ServiceCollection();
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        new TPlugin().Register(services);
        var provider = services.BuildServiceProvider();
        var part = provider.GetServices<PluginPart>().FirstOrDefault(part => part.Contract == typeof(ISource) && part.Id == partId)
            ?? throw new ArgumentException($"{typeof(TPlugin).Name} offers no source '{partId}'.", nameof(partId));
        return part.Options.IsInstanceOfType(options)
            ? (ISource)ActivatorUtilities.CreateInstance(provider, part.Implementation, options)
            : throw new ArgumentException($"{partId} takes {part.Options.Name}, not {options.GetType().Name}.", nameof(options));
    }
}
