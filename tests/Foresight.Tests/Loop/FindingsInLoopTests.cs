using Foresight.Engine.Loop;
using Foresight.Sdk;
using Foresight.Tests.Briefs;
using Xunit;

namespace Foresight.Tests.Loop;

/// <summary>What was taken up or dropped, among the findings of a brief.</summary>
public sealed class FindingsInLoopTests : IDisposable
{
    private static readonly Signal[] Signals = [.. "abcd".Select(id => LoopFolder.Signal(id.ToString()))];

    private readonly LoopFolder loop = new();

    public void Dispose() => loop.Dispose();

    [Fact]
    public async Task Order_WithADroppedSignal_TakesItFromTheHeadlinesUntilItChanges()
    {
        await loop.FindAsync(Signals);
        await loop.DropAsync("b", "Mätfel");

        var before = await FindingsAsync();
        loop.At(2026, 10, 1);
        await loop.FindAsync([Signals[0], LoopFolder.Signal("b", "It falls."), .. Signals[2..]]);
        var after = await FindingsAsync();

        Assert.Equal(["a", "c", "b", "d"], before.Order(Signals, 2).Select(signal => signal.Id));
        Assert.Equal((2, 3), (before.Headlines(Signals, 2), before.Headlines(Signals, 5)));
        Assert.Equal(["a", "b", "c", "d"], after.Order(Signals, 2).Select(signal => signal.Id));
        Assert.Equal(4, after.Headlines(Signals, 5));
    }

    [Fact]
    public async Task Brief_OfTakenAndDropped_HasALineUnderEachAndItsStepsInTheEvidence()
    {
        await loop.FindAsync(Signals);
        await loop.TakeAsync("a", "board", new DateOnly(2026, 12, 1));
        await loop.DropAsync("b", "Mätfel <b>här</b>");
        var findings = await FindingsAsync();
        using var tables = SomeBrief.Tables();

        using var brief = await BriefFolder.WriteAsync(SomeBrief.Input(tables, "sv") with
        {
            Signals = findings.Order(Signals, 3),
            FindingCount = findings.Headlines(Signals, 3),
            Taken = findings.Taken(Signals),
        });

        Assert.Equal("Taget av Kommunstyrelsen, klart senast 1 december 2026", brief.Text("#findings .taken"));
        Assert.Equal("Avskrivet 5 september 2026: Mätfel <b>här</b>", brief.Text("#annex .taken"));
        var taken = brief.Evidence.GetProperty("findings")[0].GetProperty("taken");
        Assert.Contains(taken.GetProperty("links").EnumerateArray(), link => link.GetProperty("link").GetString() == "owner" && link.GetProperty("day").GetString() == "2026-09-05");
    }

    private async Task<FindingsInLoop> FindingsAsync()
    {
        var known = (await loop.Signals.ReadAsync()).ToDictionary(signal => signal.Id);
        return new FindingsInLoop(await loop.ViewAsync(), known, LoopFolder.Policy, "sv");
    }
}
