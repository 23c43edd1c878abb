using System.Net;
using Foresight.Engine.Fetch.Raw;

namespace Foresight.Engine.Fetch.Known;

/// <summary>Stands for an answer that is kept already: nothing came.</summary>
internal sealed class ReusedContent(AnswerMeta kept) : HttpContent
{
    public AnswerMeta Kept { get; } = kept;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => Task.CompletedTask;

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return true;
    }
}
