using System.Runtime.CompilerServices;
using System.Text.Json;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Plugins.PartnerIndicators;

/// <summary>Kolada's API, version 3: at most 25 ids a path segment, pages that name the next one.</summary>
internal sealed class KoladaPages(KoladaServiceOptions options)
{
    private const int IdsPerSegment = 25;
    private readonly Uri root = new(options.BaseUrl.TrimEnd('/') + "/");

    /// <summary>Ids in a stable order, so that the same question always has the same address.</summary>
    public static IReadOnlyList<string[]> Chunks(IEnumerable<string> ids) =>
        [.. ids.Select(id => id.Trim()).Where(id => id.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Chunk(IdsPerSegment)];

    /// <summary>A path segment of ids.</summary>
    public static string Segment(IEnumerable<string> ids) => string.Join(',', ids.Select(Uri.EscapeDataString));

    /// <summary>The pages of a question, as the entries of their <c>values</c>.</summary>
    public async IAsyncEnumerable<KoladaPage> ReadAsync(
        SourceContext context, string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        context.Pace(root, TimeSpan.FromMilliseconds(200));
        Uri? next = new(root, $"{path}?per_page={options.PerPage}&page=1");
        var asked = new HashSet<string>(StringComparer.Ordinal);
        while (next is not null)
        {
            if (!asked.Add(next.AbsoluteUri))
                throw new SourceException($"Kolada's pages lead back to {next}: the entry is stopped so that it does not read them for ever.", Recovery.Retry) { Fault = Fault.Malformed };
            using var page = await ReadPageAsync(context, next, cancellationToken).ConfigureAwait(false);
            yield return page;
            next = Next(page);
            if (next is not null && asked.Count == options.MaxPages)
            {
                context.Logger.LogWarning("Kolada has more than the {Pages} pages that are read of {Path}: raise maxPages.", options.MaxPages, path);
                yield break;
            }
        }
    }

    private static async Task<KoladaPage> ReadPageAsync(SourceContext context, Uri url, CancellationToken cancellationToken)
    {
        using var answer = await context.GetAsync(url, Expected.Json, cancellationToken).ConfigureAwait(false);
        var document = await answer.ReadJsonAsync(cancellationToken).ConfigureAwait(false);
        if (document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty("values", out var values) && values.ValueKind == JsonValueKind.Array)
        {
            return new KoladaPage(url, document, values);
        }

        document.Dispose();
        throw new SourceException($"The answer to {url.Shown()} has no list 'values': Kolada's API may have changed.", Recovery.Stop) { Fault = Fault.Malformed };
    }

    private Uri? Next(KoladaPage page)
    {
        if (Json.Text(page.Root, "next_url") is not { Length: > 0 } text)
            return null;
        if (!Uri.TryCreate(page.Url, text, out var next) || next.Host != root.Host)
            throw new SourceException($"Kolada names '{text}' as the page after {page.Url.Shown()}, which is none of its own.", Recovery.Stop) { Fault = Fault.Malformed };
        // Behind its proxy the service may take itself for an unencrypted one.
        return next.Scheme == root.Scheme ? next : new UriBuilder(next) { Scheme = root.Scheme, Port = root.Port }.Uri;
    }
}

/// <summary>A page of Kolada's.</summary>
internal sealed class KoladaPage(Uri url, JsonDocument document, JsonElement values) : IDisposable
{
    public Uri Url { get; } = url;

    public JsonElement Root => document.RootElement;

    public JsonElement Values { get; } = values;

    /// <summary>The names of what the entries say, those too that are not read; null where there is no entry.</summary>
    public IReadOnlyList<string>? Fields
    {
        get
        {
            var names = new FieldNames();
            foreach (var entry in Values.EnumerateArray())
                names.Note(entry);
            return names.Names;
        }
    }

    public void Dispose() => document.Dispose();
}
