using Foresight.Formats.Tests.Hostile;
using Foresight.Sdk;
using Foresight.Sdk.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Foresight.Plugins.Tests.Conformance;

/// <summary>Whatever becomes of its answers, a source ends well or says in one sentence what is wrong, and gives only what can be stored.</summary>
[Collection(nameof(HostileReading))]
public sealed class HostileAnswersTests
{
    private const int Usual = 60;

    /// <summary>A request costs something by itself, however short its answer; a batch too.</summary>
    private const int BytesOfRequest = 1024;
    private const int BytesOfBatch = 256;

    /// <summary>A .7z says itself how large a window its unpacking needs; 16 MiB is usual, and that is 64 times this.</summary>
    private const int BytesOfWindow = 256 * 1024;

    public static TheoryData<string> Names => [.. ConformanceCases.All.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Source_WithDamagedAnswers_EndsWellOrSaysWhy(string name)
    {
        var source = ConformanceCases.All[name];
        var others = await AnswersAsync(source);

        foreach (var seed in HostileReading.Seeds(Usual))
            await HostileReading.WithinLimitsAsync($"{name}, seed {seed}", () => Attempt(source, others, seed), refused => refused is SourceException);
    }

    private static (Func<Task<IEnumerable<string>>> Read, Func<long> Size) Attempt(SourceCase source, IReadOnlyList<SeedFile> others, int seed)
    {
        var answers = new HostileAnswers(source.Answers(), others, new Random(seed));
        var batches = 0;
        var window = others.Any(other => other.Bytes.AsSpan().StartsWith("7z"u8)) ? BytesOfWindow : 0;
        return (() => RunAsync(source, answers, () => batches++), () => window + answers.Bytes + (answers.Requests * BytesOfRequest) + (batches * BytesOfBatch));
    }

    private static async Task<IEnumerable<string>> RunAsync(SourceCase source, HostileAnswers answers, Action onBatch)
    {
        using var http = new HttpClient(answers);
        var said = new List<string>();
        try
        {
            await foreach (var batch in source.Create().ReadAsync(Context(source, http), CancellationToken.None))
            {
                onBatch();
                said.AddRange(batch.Rejections.Select(rejection => rejection.Reason));
                Assert.Null(StorableBatch.Fault(batch));
            }
        }
        finally
        {
            Assert.False(answers.IsAskedWithoutEnd, "It asks without end.");
        }

        return said;
    }

    /// <summary>The good answers of the case.</summary>
    private static async Task<IReadOnlyList<SeedFile>> AnswersAsync(SourceCase source)
    {
        using var keeping = new Keeping(source.Answers());
        using var http = new HttpClient(keeping);
        await foreach (var batch in source.Create().ReadAsync(Context(source, http), CancellationToken.None))
            Assert.Null(StorableBatch.Fault(batch));
        return keeping.Kept;
    }

    private static SourceContext Context(SourceCase source, HttpClient http) => new(null, http, new PatientClock(source.Now), NullLogger.Instance);

    private sealed class Keeping(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        public List<SeedFile> Kept { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            if (answer.IsSuccessStatusCode)
                Kept.Add(new(request.RequestUri!.AbsoluteUri, await answer.Content.ReadAsByteArrayAsync(cancellationToken)));
            return answer;
        }
    }
}

/// <summary>Nothing runs beside what is measured.</summary>
[CollectionDefinition(nameof(HostileReading), DisableParallelization = true)]
public sealed class HostileReadingAlone;
