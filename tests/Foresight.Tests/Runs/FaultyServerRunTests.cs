using System.IO.Compression;
using System.Text.RegularExpressions;
using Foresight.Sdk.Testing;
using Xunit;

namespace Foresight.Tests.Runs;

/// <summary>
/// The command reads from a server that is ill, and again when it is well: afterwards the tables are those of a store to which nothing
/// ever happened (docs/faults.md).
/// </summary>
public sealed class FaultyServerRunTests(ChangingServer sources) : IClassFixture<ChangingServer>
{
    [Theory]
    [InlineData("dies", "broken")]
    [InlineData("dies in a chunk", "broken")]
    [InlineData("gzip that is cut off", "broken")]
    [InlineData("states too great a length", "broken")]
    [InlineData("states too small a length", "broken malformed malformed")]
    [InlineData("never ends", "too-big")]
    [InlineData("storm", "too-many-requests")]
    [InlineData("storm with seconds", "too-many-requests")]
    [InlineData("storm with a date", "too-many-requests")]
    public async Task Ingest_FromAnIllServer_FailsWithASentenceAndHealsWhenItIsWell(string illness, string code)
    {
        using var workspace = sources.AfterTheFirstRound(illness.StartsWith("storm", StringComparison.Ordinal) ? ", tries: 2" : ", tries: 1, largest: 1 MB");
        string[] options = ChangingServer.Options(workspace);
        sources.BeIll(body => Ill(illness, body));

        var ill = await ForesightCommand.RunAsync(["ingest", .. options]);
        var codes = await StoredRows.TextsAsync(workspace.Store, Last("concat(_source, ' ', health, ' ', code)"));
        var sentences = await StoredRows.TextsAsync(workspace.Store, Last("message"));
        var states = await ForesightCommand.JsonAsync(["sources", .. options]);
        sources.BeWell();
        await ChangingServer.FinishAsync(workspace);

        Assert.True(ill.ExitCode == 1, ill.ToString());
        Assert.DoesNotContain("   at ", ill.ToString(), StringComparison.Ordinal);
        var told = code.Split(' ') is [_, _, _] three ? three : [code, code, code];
        Assert.Equal([$"feed failed {told[0]}", $"list failed {told[1]}", $"table failed {told[2]}", "well ok "], codes);
        Assert.All(sentences.Take(3), sentence => Assert.Single(ill.Out.Split('\n'), line => line.EndsWith($": {sentence}", StringComparison.Ordinal) && sentence.Length > 20));
        Assert.Equal(
            ["well ok ", $"feed ailing {told[0]}", $"list ailing {told[1]}", $"table ailing {told[2]}"],
            states.EnumerateArray().Select(state => $"{state.GetProperty("id")} {state.GetProperty("health")} {(state.TryGetProperty("code", out var said) ? said : default)}"));
        Assert.Equal(["feed ok", "list ok", "table ok", "well ok"], await StoredRows.TextsAsync(workspace.Store, Last("concat_ws(' ', _source, health)")));
        // A feed is read as far as it goes: its rows are the same, and come from another answer.
        var rows = await StoredRows.AllAsync(workspace.Store);
        var isCut = illness == "states too small a length";
        Assert.Equal(isCut ? [.. sources.Undisturbed.Select(WithoutAnswer)] : sources.Undisturbed, isCut ? [.. rows.Select(WithoutAnswer)] : rows);
        await StoredRows.AssertWholeAsync(workspace.Store);
    }

    [Fact]
    public async Task Ingest_InAStormThatPasses_WaitsAndReadsAll()
    {
        using var workspace = sources.AfterTheFirstRound();
        sources.Server.On("/table.px", LoopbackReply.Of(429, ("Retry-After", "1")), new LoopbackReply { BodyOf = _ => ChangingSources.Px(sources.Round) });

        await ChangingServer.FinishAsync(workspace);

        Assert.Equal(sources.Undisturbed, await StoredRows.AllAsync(workspace.Store));
    }

    private static string WithoutAnswer(string row) => Regex.Replace(row, "\"_raw_sha256\":\"[0-9a-f]{64}\"", "");

    private static string Last(string columns) => $"SELECT {columns} AS row FROM loads QUALIFY row_number() OVER (PARTITION BY _source ORDER BY _load_id DESC) = 1 ORDER BY _source";

    private static LoopbackReply Ill(string illness, Func<LoopbackRequest, byte[]> body) => illness switch
    {
        "dies" => new LoopbackReply { BodyOf = body, CutAfter = 1000 },
        "dies in a chunk" => new LoopbackReply { BodyOf = body, CutAfter = 1000, Chunked = true },
        "gzip that is cut off" => new LoopbackReply { BodyOf = request => Packed(body(request))[..^20], Headers = new Dictionary<string, string> { ["Content-Encoding"] = "gzip" } },
        "states too great a length" => new LoopbackReply { BodyOf = body, Headers = new Dictionary<string, string> { ["Content-Length"] = "900000" } },
        "states too small a length" => new LoopbackReply { BodyOf = body, Headers = new Dictionary<string, string> { ["Content-Length"] = "1000" } },
        "never ends" => new LoopbackReply { BodyOf = body, Endless = true },
        "storm" => LoopbackReply.Of(429),
        "storm with seconds" => LoopbackReply.Of(429, ("Retry-After", "1")),
        // The command's own clock is the machine's.
        "storm with a date" => LoopbackReply.Of(429, ("Retry-After", TimeProvider.System.GetUtcNow().AddSeconds(2).ToString("r"))),
        _ => throw new ArgumentOutOfRangeException(nameof(illness), illness, "It has no such illness."),
    };

    private static byte[] Packed(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(body);
        }

        return packed.ToArray();
    }
}
