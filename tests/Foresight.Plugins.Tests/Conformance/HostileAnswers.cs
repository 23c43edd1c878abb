using Foresight.Formats.Tests.Hostile;

namespace Foresight.Plugins.Tests.Conformance;

/// <summary>Answers that come to harm on their way, the same for the same seed.</summary>
/// <param name="inner">Gives the good ones.</param>
/// <param name="others">Good ones, of which parts are put in.</param>
/// <param name="random">Chooses which are harmed, and how.</param>
internal sealed class HostileAnswers(HttpMessageHandler inner, IReadOnlyList<SeedFile> others, Random random) : DelegatingHandler(inner)
{
    /// <summary>Who asks more often goes round in circles: no case has nearly as many answers.</summary>
    private const int MostRequests = 200;

    // Of several answers, only a later one may be harmed: the first would hide it.
    private readonly int spared = random.Next(4);

    /// <summary>How many requests came.</summary>
    public int Requests { get; private set; }

    /// <summary>How many bytes were answered.</summary>
    public long Bytes { get; private set; }

    /// <summary>Whether too many requests came.</summary>
    public bool IsAskedWithoutEnd => Requests > MostRequests;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests++;
        if (IsAskedWithoutEnd)
            throw new InvalidOperationException($"It asks more than {MostRequests} times.");
        var answer = await base.SendAsync(request, cancellationToken);
        var bytes = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        if (Requests > spared || random.Next(4) == 0)
            bytes = Damage.Of(bytes, others, random);
        Bytes += bytes.Length;
        // To look at what did the harm.
        if (Environment.GetEnvironmentVariable("FORESIGHT_FUZZ_KEEP") is { Length: > 0 } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{request.RequestUri!.Host}-{Requests}"), bytes, cancellationToken);
        var harmed = new ByteArrayContent(bytes);
        foreach (var (name, values) in answer.Content.Headers)
        {
            if (name != "Content-Length")
                harmed.Headers.TryAddWithoutValidation(name, values);
        }

        answer.Content = harmed;
        return answer;
    }
}
