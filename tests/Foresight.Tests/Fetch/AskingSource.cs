using System.Runtime.CompilerServices;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Tests.Fetch;

/// <summary>A source that asks for addresses one after another; each line of an answer, <c>id title</c>, is a document; one that begins with <c>!</c> is rejected, and warned of.</summary>
internal sealed class AskingSource(params IReadOnlyList<Func<HttpRequestMessage>> requests) : ISource
{
    public AskingSource(params IReadOnlyList<Uri> urls)
        : this([.. urls.Select(url => new Func<HttpRequestMessage>(() => new HttpRequestMessage(HttpMethod.Get, url)))])
    {
    }

    public Expected Expected { get; init; } = Expected.Text;

    public TimeSpan? TimeToLive { get; init; }

    /// <summary>Whether its answers are together all that there is.</summary>
    public bool IsSnapshot { get; init; }

    /// <summary>What was read, by answer.</summary>
    public List<string> Texts { get; } = [];

    /// <summary>The files of the answers.</summary>
    public List<string?> Files { get; } = [];

    public Task<SourceCheck> CheckAsync(SourceContext context, CancellationToken cancellationToken) => Task.FromResult(new SourceCheck(true, ""));

    public async IAsyncEnumerable<RecordBatch> ReadAsync(SourceContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var read = int.TryParse(context.Since?.Value, out var before) ? before : 0;
        foreach (var (i, make) in requests.Index())
        {
            using var request = make();
            await using var answer = await context.SendAsync(request, Expected, cancellationToken);
            var text = await answer.ReadTextAsync(cancellationToken);
            Texts.Add(text);
            Files.Add(answer.File);
            foreach (var line in text.Split('\n').Where(line => line.StartsWith('!')))
            {
                context.Logger.LogWarning("The line {Line} is none.", line);
            }

            yield return new DocumentBatch
            {
                Documents = [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '!').Select(line => line.Split(' ', 2)).Select(parts => new Document { Id = parts[0], Title = parts.Length > 1 ? parts[1] : "?" })],
                Rejections = [.. text.Split('\n').Where(line => line.StartsWith('!')).Select(line => new Rejection(line, "It begins so.") { Item = line })],
                About = new AnswerAbout(null, null, null, null) { TimeToLive = TimeToLive },
                EndsSnapshot = IsSnapshot && i == requests.Count - 1,
                Next = new Cursor(FormattableString.Invariant($"{++read}")),
            };
        }
    }
}
