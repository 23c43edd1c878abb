namespace Foresight.Engine.Fetch.Polite;

/// <summary>A request waits for its turn at its host, and keeps it until its answer is whole.</summary>
internal sealed class TurnHandler(HostGates gates, TimeProvider clock, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var url = request.RequestUri!;
        using var turn = await gates.EnterAsync(url, cancellationToken);
        var response = await base.SendAsync(request, cancellationToken);
        if (RetryAfter.Of(response, clock) is { } wait)
        {
            await gates.HoldOffAsync(url, wait, cancellationToken);
        }

        return response;
    }
}
