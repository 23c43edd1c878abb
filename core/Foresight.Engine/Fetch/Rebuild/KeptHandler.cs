using Foresight.Engine.Fetch.Raw;
using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Engine.Fetch.Rebuild;

/// <summary>Answers requests from a load's meta files; two requests that ask the same get their answers in turn.</summary>
internal sealed class KeptHandler(string storeFolder, KeptLoad kept, LoadWriter load, LoadOpening opening, RebuildClock clock) : HttpMessageHandler
{
    private readonly Lock gate = new();
    private Dictionary<string, Queue<AnswerMeta>>? waiting;

    public int Newest { get; private set; }

    /// <summary>Whether something was asked for that the load had not asked for.</summary>
    public bool HasRunOut { get; private set; }

    /// <summary>Why it is not the load that it was.</summary>
    public string? Problem { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var meta = Next(await RequestKey.OfAsync(request, cancellationToken)) ?? throw FetchFaults.ToThrow(RunOut(request));
        clock.Set(meta.FetchedAt);
        if (meta.Fault is { } fault)
        {
            throw FetchFaults.ToThrow(fault.ToException());
        }

        if (!await RawAnswers.IsWholeAsync(storeFolder, meta, cancellationToken))
        {
            Problem = $"The raw answer {meta.File} is missing or was changed, and the load {meta.Load} cannot be made again; restore it from a backup.";
            throw FetchFaults.ToThrow(new SourceException(Problem, Recovery.Stop));
        }

        lock (gate)
        {
            load.AddAnswer(meta.ToRow());
            Newest = meta.Answer;
        }

        return KeptResponse.Of(storeFolder, meta);
    }

    private AnswerMeta? Next(RequestKey key)
    {
        lock (gate)
        {
            waiting ??= kept.Answers().GroupBy(answer => answer.Key).ToDictionary(group => group.Key, group => new Queue<AnswerMeta>(group));
            return waiting.TryGetValue(key.Key, out var queue) && queue.TryDequeue(out var meta) ? meta : null;
        }
    }

    private SourceException RunOut(HttpRequestMessage request)
    {
        HasRunOut = true;
        if (kept.Meta is { Fault: Fault.Cancelled, Message: { } stopped })
        {
            return new SourceException(stopped, Recovery.Retry) { Fault = Fault.Cancelled };
        }

        var why = kept.Meta.Opening.OptionsSha256 != opening.OptionsSha256 ? "the entry's options have changed since"
            : kept.Meta.Opening.PluginVersion != opening.PluginVersion ? $"the plugin was version {kept.Meta.Opening.PluginVersion} then and is {opening.PluginVersion} now"
            : "the source asks otherwise now";
        Problem = $"The load {kept.Meta.Load} kept no answer to {request.Method} {request.RequestUri?.Shown()} ({why}); rebuild with the policy and plugins of then.";
        return new SourceException(Problem, Recovery.Stop) { Fault = Fault.Options };
    }
}
