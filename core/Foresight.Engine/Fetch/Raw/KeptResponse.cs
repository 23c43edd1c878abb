using System.Net;
using Foresight.Engine.Fetch.Decode;
using Foresight.Sdk;

namespace Foresight.Engine.Fetch.Raw;

/// <summary>The answer that a source reads, made from what is kept: the same in the run that fetched it and in every rebuild.</summary>
internal static class KeptResponse
{
    public static HttpResponseMessage Of(string storeFolder, AnswerMeta meta)
    {
        var file = Path.Combine(storeFolder, meta.File!);
        var request = new HttpRequestMessage(new HttpMethod(meta.Method), meta.FinalUrl ?? meta.Url);
        if (meta.Codings.Count == 0)
        {
            request.Options.Set(Answer.KeptFile, file);
        }

        // To a source an unchanged answer is the answer.
        var response = new HttpResponseMessage(meta.NotModified is null ? (HttpStatusCode)meta.Status!.Value : HttpStatusCode.OK) { RequestMessage = request };
        response.Content = UnpackedContent.Of(Codings.Open(file, []), meta.Codings, meta.Headers.Where(header => !response.Headers.TryAddWithoutValidation(header.Key, header.Value)));
        return response;
    }
}
