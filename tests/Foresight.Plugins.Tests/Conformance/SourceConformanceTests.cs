using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Foresight.Sdk;
using Foresight.Sdk.Testing;
using Xunit;

namespace Foresight.Plugins.Tests.Conformance;

/// <summary>The kit itself: a source that keeps every rule passes, and each way to break one is found.</summary>
public sealed class SourceConformanceTests
{
    private const string Address = "https://source.example/list";

    [Fact]
    public async Task Checking_SourceThatKeepsAllRules_Holds()
    {
        var report = await CheckAsync(Ways.None);

        Assert.True(report.Holds, report.ToString());
    }

    [Theory]
    [InlineData(nameof(Ways.SameIdTwice), "came 2 times")]
    [InlineData(nameof(Ways.NewIdEachRun), "gave other records")]
    [InlineData(nameof(Ways.ForgetsItsCursor), "The cursor moved")]
    [InlineData(nameof(Ways.CursorRunsAhead), "never came")]
    [InlineData(nameof(Ways.ReadsNumbersByCulture), "Where numbers are written")]
    [InlineData(nameof(Ways.ReadsTimesByZone), "In the zone")]
    [InlineData(nameof(Ways.SwallowsErrors), "ended as if all were well")]
    [InlineData(nameof(Ways.ThrowsJson), "instead of a SourceException")]
    [InlineData(nameof(Ways.IgnoresTheToken), "It still ran")]
    [InlineData(nameof(Ways.CheckThrows), "It threw InvalidOperationException")]
    [InlineData(nameof(Ways.ReadsNothing), "It gave no record")]
    [InlineData(nameof(Ways.EndsEverySnapshot), "the host would retire it")]
    [InlineData(nameof(Ways.NamesNoFieldAtAll), "an empty list of fields")]
    [InlineData(nameof(Ways.NamesAFieldWithoutAName), "A field has no name")]
    [InlineData(nameof(Ways.NamesFieldsAtTimes), "names no fields, but others do")]
    [InlineData(nameof(Ways.NamesOtherFieldsEachRun), "and then")]
    [InlineData(nameof(Ways.WritesAddressesOut), "writes out a long address")]
    public async Task Checking_SourceThatBreaksARule_NamesIt(string way, string expected)
    {
        var report = await CheckAsync(Enum.Parse<Ways>(way));

        Assert.Contains(expected, report.ToString(), StringComparison.Ordinal);
        Assert.Throws<ConformanceException>(report.ThrowIfBroken);
    }

    private static Task<ConformanceReport> CheckAsync(Ways way)
    {
        var runs = 0;
        return SourceConformance.CheckAsync(
            new SourceCase
            {
                Patience = TimeSpan.FromMilliseconds(300),
                Create = () => new ListSource(way, ++runs),
                Answers = () => new ReplayTransport()
                    .Serve($"{Address}?p=1", """[{"id":"a","day":"2026-08-01","text":"1.5"},{"id":"b","day":"2026-08-02","text":"2.5"}]""", contentType: "application/json")
                    .Serve($"{Address}?p=2", """[{"id":"c","day":"2026-08-03","text":"3.5"}]""", contentType: "application/json"),
            },
            TestContext.Current.CancellationToken);
    }

    public enum Ways
    {
        None,
        SameIdTwice,
        NewIdEachRun,
        ForgetsItsCursor,
        CursorRunsAhead,
        ReadsNumbersByCulture,
        ReadsTimesByZone,
        SwallowsErrors,
        ThrowsJson,
        IgnoresTheToken,
        CheckThrows,
        ReadsNothing,
        EndsEverySnapshot,
        NamesNoFieldAtAll,
        NamesAFieldWithoutAName,
        NamesFieldsAtTimes,
        NamesOtherFieldsEachRun,
        WritesAddressesOut,
    }

    private sealed class ListSource(Ways way, int run) : ISource
    {
        public async Task<SourceCheck> CheckAsync(SourceContext context, CancellationToken cancellationToken)
        {
            if (way is Ways.CheckThrows)
            {
                throw new InvalidOperationException("No.");
            }

            try
            {
                await using var answer = await context.GetAsync(new Uri($"{Address}?p=1"), Expected.Json, cancellationToken);
                return new SourceCheck(true, "It answers.");
            }
            catch (SourceException told)
            {
                return new SourceCheck(false, told.Message);
            }
        }

        public async IAsyncEnumerable<RecordBatch> ReadAsync(SourceContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            var state = Incremental.Resume(context, null, 0, "list");
            var start = state.StartOf("list");
            for (var page = 1; page <= 2; page++)
            {
                var documents = (await PageAsync(context, page, way is Ways.IgnoresTheToken ? CancellationToken.None : cancellationToken))
                    .Where(document => start is null || document.Published!.Value.Day >= start).ToList();
                state.Reach("list", way is Ways.CursorRunsAhead ? new DateOnly(2026, 8, 5) : documents.Select(document => document.Published?.Day).Max());
                yield return new DocumentBatch
                {
                    Documents = way is Ways.ReadsNothing ? [] : documents,
                    Next = way is Ways.ForgetsItsCursor ? new Cursor($"list=2026-08-0{run % 9 + 1}") : state.ToCursor(),
                    EndsSnapshot = way is Ways.EndsEverySnapshot,
                    Fields = way switch
                    {
                        Ways.NamesNoFieldAtAll => [],
                        Ways.NamesAFieldWithoutAName => ["id", " "],
                        Ways.NamesFieldsAtTimes when page == 2 => null,
                        Ways.NamesOtherFieldsEachRun => [$"id{run}"],
                        _ => ["id", "day", "text"],
                    },
                };
            }
        }

        private async Task<List<Document>> PageAsync(SourceContext context, int page, CancellationToken cancellationToken)
        {
            try
            {
                if (way is Ways.ThrowsJson)
                {
                    using var answer = await context.Http.GetAsync(new Uri($"{Address}?p={page}"), cancellationToken);
                    return Documents(JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellationToken)), page);
                }

                await using var judged = await context.GetAsync(new Uri($"{Address}?p={page}"), Expected.Json, cancellationToken);
                return Documents(await judged.ReadJsonAsync(cancellationToken), page);
            }
            catch (SourceException) when (way is Ways.SwallowsErrors)
            {
                return [];
            }
            catch (SourceException told) when (way is Ways.WritesAddressesOut)
            {
                throw new SourceException($"{Address}?codes={new string('9', 300)} cannot be read.", told.Recovery) { Fault = told.Fault };
            }
        }

        private List<Document> Documents(JsonDocument json, int page)
        {
            using (json)
            {
                if (json.RootElement.ValueKind is not JsonValueKind.Array)
                {
                    throw new SourceException("The list is no list.", Recovery.Retry) { Fault = Fault.Malformed };
                }

                return [.. json.RootElement.EnumerateArray().Select(item => Document(item, page))];
            }
        }

        private Document Document(JsonElement item, int page)
        {
            try
            {
                var day = DateOnly.ParseExact(item.GetProperty("day").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
                return new Document
                {
                    Id = way switch
                    {
                        Ways.SameIdTwice => $"p{page}",
                        Ways.NewIdEachRun => $"{item.GetProperty("id").GetString()}{run}",
                        _ => item.GetProperty("id").GetString()!,
                    },
                    Title = way is Ways.ReadsNumbersByCulture
#pragma warning disable CA1305 // A source that reads by the machine's culture is what the test is about.
                        ? double.Parse(item.GetProperty("text").GetString()!, CultureInfo.CurrentCulture).ToString(CultureInfo.InvariantCulture)
#pragma warning restore CA1305
                        : item.GetProperty("text").GetString()!,
                    Published = way is Ways.ReadsTimesByZone ? Moment.At(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Local))) : Moment.On(day),
                };
            }
            catch (Exception e) when (e is KeyNotFoundException or FormatException or InvalidOperationException or ArgumentNullException)
            {
                throw new SourceException($"An item of the list is not as it should be: {item.GetRawText().ReplaceLineEndings(" ")}.", Recovery.Retry, e) { Fault = Fault.Malformed };
            }
        }
    }
}
