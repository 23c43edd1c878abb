using System.IO.Compression;
using System.Text;
using Foresight.Formats.Tests.Hostile;
using Foresight.Plugins.Tests.TradeStatistics;
using Foresight.Plugins.TradeStatistics;
using Foresight.Plugins.TradeStatistics.Bulk;
using Foresight.Sdk;
using Foresight.Sdk.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Foresight.Plugins.Tests.Conformance;

/// <summary>Packed answers whose contents or bytes came to harm, that name other folders, or that unpack to far more than they should.</summary>
[Collection(nameof(HostileReading))]
public sealed class HostileArchivesTests
{
    private const int Usual = 60;

    /// <summary>What a small archive may unpack to before it is refused: so much may be read.</summary>
    private const int UnpackedOfBomb = 20_000_000;

    private const string Header = "DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE\n";
    private const string Row = "D,U,M,SE,NO,87,2,VALUE_IN_EUROS,2025-01,12.5\n";

    public static TheoryData<string> Kinds => ["7z", "zip", "gzip"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Source_WithDamagedArchives_EndsWellOrSaysWhy(string kind)
    {
        SeedFile[] good = kind == "7z"
            ? [new("new", File.ReadAllBytes(TradeFixture.Path("comext-bulk", "full_202607.dat"))), new("old", File.ReadAllBytes(TradeFixture.Path("comext-bulk", "full199906.dat")))]
            : [new("rows", Encoding.UTF8.GetBytes(Header + Row + Row.Replace("2025-01", "2025-02", StringComparison.Ordinal)))];

        foreach (var seed in HostileReading.Seeds(Usual))
        {
            var random = new Random(seed);
            var table = random.Next(3) == 0 ? good[0].Bytes : Damage.Of(good[random.Next(good.Length)].Bytes, good, random);
            var packed = Pack(kind, random.Next(2) == 0 ? "../../a.dat" : "/etc/a.dat", table);
            var answer = random.Next(2) == 0 ? packed : Damage.Of(packed, [new("packed", packed)], random);
            await HostileReading.WithinLimitsAsync($"{kind}, seed {seed}", () => (() => ReadAsync(kind, answer), () => answer.Length + table.Length), refused => refused is SourceException);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Source_WithArchiveThatUnpacksToFarMore_RefusesIt(string kind)
    {
        var bomb = Pack(kind, "a.dat", Encoding.UTF8.GetBytes(Header + Row + new string('\n', 50_000_000)));
        Fault? fault = null;

        await HostileReading.WithinLimitsAsync($"{kind} of {bomb.Length} bytes", () => (() => ReadAsync(kind, bomb), () => UnpackedOfBomb), refused =>
        {
            fault = (refused as SourceException)?.Fault;
            return fault is not null;
        });

        Assert.Equal(Fault.TooBig, fault);
    }

    private static async Task<IEnumerable<string>> ReadAsync(string kind, byte[] answer)
    {
        var source = kind == "7z"
            ? SourceCase.Of<TradeStatisticsPlugin>("comext-bulk", new ComextBulkOptions { From = "2026-07" }, () => new ReplayTransport().Serve("*202607.7z", answer)) with { NotFoundIsNothingNew = true }
            : SourceCase.Of<TradeStatisticsPlugin>("comext", new ComextOptions { Reporters = ["SE"], Products = ["87"] }, () => new ReplayTransport().Serve("*", answer));
        using var http = new HttpClient(source.Answers());
        var said = new List<string>();
        await foreach (var batch in source.Create().ReadAsync(new SourceContext(null, http, new PatientClock(source.Now), NullLogger.Instance), CancellationToken.None))
            said.AddRange(batch.Rejections.Select(rejection => rejection.Reason));
        return said;
    }

    private static byte[] Pack(string kind, string name, byte[] table)
    {
        using var packed = new MemoryStream();
        switch (kind)
        {
            case "7z":
                return TradeFixture.Pack(name, table);
            case "zip":
                using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
                using (var entry = archive.CreateEntry(name).Open())
                    entry.Write(table);
                break;
            default:
                using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
                    gzip.Write(table);
                break;
        }

        return packed.ToArray();
    }
}
