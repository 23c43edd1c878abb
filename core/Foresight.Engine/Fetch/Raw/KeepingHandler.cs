using Foresight.Engine.Store.Files;
using Foresight.Sdk;

namespace Foresight.Engine.Fetch.Raw;

/// <summary>Lets a source read an answer only after it is kept: the source reads the kept file. What went wrong is kept as well.</summary>
internal sealed class KeepingHandler(string storeFolder, RawAnswers raw, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var url = request.RequestUri!;
        var key = await RequestKey.OfAsync(request, cancellationToken);
        var begun = raw.Begin(request, key);
        request.Options.Set(RequestKey.Option, key.Key);
        request.Options.Set(SpooledContent.Place, () => raw.Aside(begun));
        try
        {
            using var response = await base.SendAsync(request, cancellationToken);
            return KeptResponse.Of(storeFolder, await KeepAsync(begun, response, cancellationToken));
        }
        catch (KeptFaultException e)
        {
            throw FetchFaults.ToThrow(e.Fault);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && FetchFaults.Of(url, e) is { } fault)
        {
            Note(begun, fault);
            throw FetchFaults.ToThrow(fault);
        }
    }

    private async Task<AnswerMeta> KeepAsync(AnswerMeta begun, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await raw.KeepAsync(begun, response, cancellationToken);
        }
        catch (SourceException e)
        {
            throw new KeptFaultException(e);
        }
    }

    private void Note(AnswerMeta begun, SourceException fault)
    {
        try
        {
            raw.Fail(begun, fault);
        }
        catch (Exception e) when (WriteFault.Is(e))
        {
            // The disk is what fails; the load ends with a fault all the same.
        }
    }

    /// <summary>A fault that is noted already, with the bytes that it is about.</summary>
    private sealed class KeptFaultException(SourceException fault) : Exception(fault.Message, fault)
    {
        public SourceException Fault { get; } = fault;
    }
}
