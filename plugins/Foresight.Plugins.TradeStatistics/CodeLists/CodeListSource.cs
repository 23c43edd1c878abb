using System.Runtime.CompilerServices;
using Foresight.Sdk;

namespace Foresight.Plugins.TradeStatistics.CodeLists;

/// <summary>What the codes of a dataset's dimension are called, from a list that somebody publishes. A list is always whole.</summary>
internal sealed class CodeListSource(CodeListOptions options) : ISource
{
    public Task<SourceCheck> CheckAsync(SourceContext context, CancellationToken cancellationToken) =>
        this.ByReadingAsync(context, $"The list of {options.Dimension} codes of {options.Dataset}", cancellationToken);

    public async IAsyncEnumerable<RecordBatch> ReadAsync(SourceContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var answer = await context.AskEurostatAsync(new Uri(options.Url), Expected.Anything, cancellationToken).ConfigureAwait(false);
        await using var _ = answer.ConfigureAwait(false);
        yield return await ReadAsync(answer, cancellationToken).ConfigureAwait(false);
    }

    private async Task<CodeListBatch> ReadAsync(EurostatAnswer answer, CancellationToken cancellationToken)
    {
        if (answer.Head.StartsWith('<'))
        {
            throw new SourceException($"{answer.Url.Shown()} is markup where a list of codes was due: ask for CSV, TSV or JSON.", Recovery.Stop) { Fault = Fault.Malformed };
        }

        try
        {
            return await CodeListReader.ReadAsync(answer.Body, answer.Head, options, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException e)
        {
            throw new SourceException($"The list of codes at {answer.Url.Shown()} cannot be read: {e.Message.TrimEnd('.')}.", Recovery.Stop, e) { Fault = Fault.Malformed };
        }
    }
}
