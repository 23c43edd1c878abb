using System.Globalization;
using Foresight.Engine.Classify;
using Foresight.Engine.Policies;
using Foresight.Engine.Store;
using Foresight.Sdk;
using Foresight.Tests.Policies;
using Foresight.Tests.Store;
using Xunit;

namespace Foresight.Tests.Funds;

/// <summary>The 629 calls that the portal had open, by the shipped policy.</summary>
public sealed class FundsCaptureTests : IDisposable
{
    private const string TownTwinning = "CERV-2026-CITIZENS-TOWN-TT";

    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)] // The worst case: every Horizon topic is sorted to all six areas, and town twinning to none.
    public async Task TownTwinning_AmongAllOpenCalls_ComesBeforeEveryHorizonTopic(bool horizonFitsEverywhere)
    {
        var policy = Assert.Single(PolicyFolder.Read(Repository.Path("data", "policies"), StubParts.All, "vanersborg").Policies).Policy;
        var documents = Read(SharedFolder.Path("evaluation", "text", "eu_calls_open.csv")).ToList();
        await folder.LoadAsync("eu-calls", Store.Some.Documents([.. documents]));
        if (horizonFitsEverywhere)
        {
            await folder.Store.AppendClassificationsAsync(
                [.. documents.Where(call => call.Programme == "Horizon Europe").SelectMany(call => policy.FocusAreas.Select(area => new ClassificationRow("eu-calls", call.Id, 1, area.Id, 0.9, 0.5, [], "m", "p", folder.Clock.GetUtcNow())))],
                [], TestContext.Current.CancellationToken);
        }

        var calls = await SomeFunds.ReadAsync(folder, policy);

        Assert.Equal(629, documents.Count);
        var ranked = calls.Calls.Select(call => call.Call.Id).ToList();
        var horizon = calls.Calls.Where(call => call.Fund.Id == "horizon-europe").ToList();
        Assert.True(horizon.Count > 200, $"Only {horizon.Count} Horizon topics are for us.");
        Assert.True(ranked.IndexOf(TownTwinning) < ranked.IndexOf(horizon[0].Call.Id), string.Join(", ", ranked.Take(10)));
        var twinning = calls.Calls.Single(call => call.Call.Id == TownTwinning);
        Assert.Equal(("cerv-town-twinning", 18), (twinning.Fund.Id, twinning.DaysLeft));
        Assert.Contains("Kommunen kan söka själv.", twinning.Reasons.Select(reason => reason.Sv));
        Assert.Contains(calls.LeftOut, one => one.Call.Programme == "European Defence Fund" && one.Reason.En.Contains("not watched", StringComparison.Ordinal));
        Assert.Contains(calls.LeftOut, one => one.Call.Id.StartsWith("ERC-", StringComparison.Ordinal) && one.Reason.Sv.Contains("söks av universitet och forskningsinstitut", StringComparison.Ordinal));
        Assert.Equal(documents.DistinctBy(call => call.Id).Count(call => call.Deadlines[0] >= SomeFunds.Today), calls.Calls.Count + calls.LeftOut.Count);
    }

    private static IEnumerable<FundingCall> Read(string file)
    {
        using var reader = new StreamReader(file);
        foreach (var row in CsvRows.Read(reader).Skip(1))
        {
            var deadline = DateOnly.ParseExact(row.Fields[7], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            yield return new FundingCall { Id = row.Fields[0], Kind = "call", Title = row.Fields[1], Programme = row.Fields[3], Deadlines = [deadline], Language = "en" };
        }
    }
}
