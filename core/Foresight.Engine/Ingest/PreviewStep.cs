using System.IO.Compression;
using Foresight.Engine.Plugins;
using Foresight.Engine.Policies.Options;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Engine.Ingest;

/// <summary>What a source would yield from one answer.</summary>
/// <param name="Source">The part that read it.</param>
/// <param name="Options">The options it was given.</param>
/// <param name="Batches">The batches.</param>
/// <param name="Note">What to know: it asked for more answers, or it failed and where.</param>
/// <param name="Failed">Whether the source failed.</param>
public sealed record Preview(
    string Source, IReadOnlyDictionary<string, string> Options, IReadOnlyList<RecordBatch> Batches, string? Note, bool Failed);

/// <summary>
/// Shows what a source would yield from one answer, without storing anything: the same source reads it through a transport that
/// serves that one answer to its first request.
/// </summary>
public static class PreviewStep
{
    private const int HeadBytes = 64 * 1024;

    /// <summary>Previews a file.</summary>
    /// <param name="file">The answer's file.</param>
    /// <param name="url">Where it came from; null for the file itself.</param>
    /// <param name="contentType">Its content type, where known.</param>
    /// <param name="source">The part's id; null to let the sources say which of them reads it.</param>
    /// <param name="with">Options that go before those that the source suggests.</param>
    /// <param name="plugins">The plugins.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="logger">The source's logger.</param>
    /// <param name="cancellationToken">Stops between batches.</param>
    /// <exception cref="ConfigurationException">No source reads it, several do, or an option is wrong.</exception>
    public static async Task<Preview> RunAsync(
        string file, Uri? url, string? contentType, string? source, IReadOnlyDictionary<string, string> with,
        PluginHost plugins, TimeProvider clock, ILogger logger, CancellationToken cancellationToken)
    {
        // A source asks for an address; a file on disk gets one that leads nowhere.
        var address = url ?? new Uri("https://preview.invalid/" + Uri.EscapeDataString(Path.GetFileName(file)));
        var shown = url?.ToString() ?? file;
        var head = new AnswerHead(address, contentType, await HeadAsync(file, shown, cancellationToken));
        var (part, match) = Choose(head, shown, source, plugins);
        var options = new Dictionary<string, string>(match.Options);
        foreach (var (key, value) in with)
        {
            options[key] = value;
        }

        var binding = OptionsBinder.Bind(part.Options, options);
        if (binding.Options is null)
        {
            throw new ConfigurationException([.. binding.Problems.Select(problem => $"{part.Id}: {problem}")]);
        }

        var instance = plugins.Create<ISource>(part, binding.Options);
        using var http = new HttpClient(new OneAnswerHandler(file, contentType));
        var batches = new List<RecordBatch>();
        try
        {
            await foreach (var batch in instance.ReadAsync(new SourceContext(null, http, clock, logger), cancellationToken))
            {
                batches.Add(batch);
            }

            return new Preview(part.Id, options, batches, null, Failed: false);
        }
        // A source may throw anything; what it yielded before is shown.
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return e is SecondAnswerException or { InnerException: SecondAnswerException }
                ? new Preview(part.Id, options, batches, $"{(e as SecondAnswerException ?? e.InnerException!).Message}", Failed: false)
                : new Preview(part.Id, options, batches, e.Message.ReplaceLineEndings(" "), Failed: true);
        }
    }

    private static (PluginPart Part, SourceMatch Match) Choose(AnswerHead head, string shown, string? source, PluginHost plugins)
    {
        var sources = plugins.Parts.Where(part => part.Contract == typeof(ISource)).ToList();
        if (source is not null)
        {
            var named = sources.FirstOrDefault(part => part.Id == source) ?? throw new ConfigurationException(
                [$"No plugin offers the source '{source}'; there are {string.Join(", ", sources.Select(part => part.Id))}."]);
            return (named, named.Recognise?.Invoke(head) ?? SourceMatch.Plain);
        }

        var matches = sources.Select(part => (part, match: part.Recognise?.Invoke(head))).Where(pair => pair.match is not null).ToList();
        return matches switch
        {
            [var only] => (only.part, only.match!),
            [] => throw new ConfigurationException(
                [$"No source recognises {shown}; name one with --source: {string.Join(", ", sources.Select(part => part.Id))}."]),
            _ => throw new ConfigurationException(
                [$"Several sources recognise {shown}; name one with --source: {string.Join(", ", matches.Select(pair => pair.part.Id))}."]),
        };
    }

    private static async Task<byte[]> HeadAsync(string file, string shown, CancellationToken cancellationToken)
    {
        await using var stream = Unpacked(file);
        var head = new byte[HeadBytes];
        try
        {
            var read = await stream.ReadAtLeastAsync(head, HeadBytes, throwOnEndOfStream: false, cancellationToken);
            return read > 0 ? head[..read] : throw new ConfigurationException([$"{shown} is empty; there is nothing to preview."]);
        }
        catch (InvalidDataException damaged)
        {
            throw new ConfigurationException([$"{shown} cannot be unpacked (gzip): it is cut off or damaged. {damaged.Message}"]);
        }
    }

    private static Stream Unpacked(string file)
    {
        var stream = File.OpenRead(file);
        var gzip = stream.ReadByte() == 0x1f && stream.ReadByte() == 0x8b;
        stream.Position = 0;
        return gzip ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }

    private sealed class SecondAnswerException(Uri? url) : HttpRequestException($"The source went on to ask for {url?.Shown()}; a preview reads one answer.");

    private sealed class OneAnswerHandler(string file, string? contentType) : HttpMessageHandler
    {
        private bool served;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (served)
            {
                throw new SecondAnswerException(request.RequestUri);
            }

            served = true;
            var content = new StreamContent(Unpacked(file));
            if (contentType is not null)
            {
                content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            }

            return Task.FromResult(new HttpResponseMessage { RequestMessage = request, Content = content });
        }
    }
}
