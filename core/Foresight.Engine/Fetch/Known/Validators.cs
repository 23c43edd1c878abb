namespace Foresight.Engine.Fetch.Known;

/// <summary>What a server needs to say whether an answer has changed: its ETag to the letter, else its date. They are shown to the address that gave them only.</summary>
internal sealed record Validators(string FinalUrl, string? ETag, string? LastModified)
{
    private static readonly HttpRequestOptionsKey<Validators> Option = new("Foresight.Validators");

    public static bool IsOne(string header) =>
        header.Equals("If-None-Match", StringComparison.OrdinalIgnoreCase) || header.Equals("If-Modified-Since", StringComparison.OrdinalIgnoreCase);

    public void Attach(HttpRequestMessage request) => request.Options.Set(Option, this);

    public static void Apply(HttpRequestMessage request)
    {
        if (!request.Options.TryGetValue(Option, out var known) || request.RequestUri!.AbsoluteUri != known.FinalUrl)
        {
            return;
        }

        if (known.ETag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", known.ETag);
        }
        else if (known.LastModified is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Modified-Since", known.LastModified);
        }
    }
}
