using Foresight.Engine.Calendar;
using Foresight.Engine.Partners;
using Foresight.Engine.Registers;
using Foresight.Sdk;
using Foresight.Tests.FollowUp;
using Foresight.Tests.Store;
using Xunit;

namespace Foresight.Tests.Partners;

/// <summary>What counts of a partner: the policy's months without contact, and examples only where nothing is real.</summary>
public sealed class PartnerCountsTests : IDisposable
{
    private const string Real = "id=real | organisation=Nyborg | kind=twin-towns | country=DK | last_contact=2026-02-01";
    private const string Example = "id=play | organisation=Lekby | kind=twin-towns | country=DK | last_contact=2020-01-01 | example=true";
    private const string Play = "id=a1 | title=Lek | kind=visits | focus_areas=growth | purposes=value | partners=real | body=board | starts=2026 | status=ongoing | example=true";

    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Contact_WithinAYear_IsDormantWhereThePolicyAllowsLess()
    {
        await folder.LoadAsync("r", SomeRegisters.Of(Register.Partners, Real));

        var year = await PagesAsync(12);
        var half = await PagesAsync(6);

        Assert.False(year.Single(page => page.Id == "real").Contact.IsDormant);
        Assert.True(half.Single(page => page.Id == "real").Contact.IsDormant);
    }

    [Fact]
    public async Task Example_BesideRealPartners_IsNotToldAsDormant()
    {
        await folder.LoadAsync("r", SomeRegisters.Of(Register.Partners, Example));
        var alone = PartnerLines.Dormant(await PagesAsync(12), new PartnerWords("en"));
        await folder.LoadAsync("s", SomeRegisters.Of(Register.Partners, Real));

        var beside = PartnerLines.Dormant(await PagesAsync(12), new PartnerWords("en"));

        Assert.StartsWith("One relation is dormant: Lekby (example)", alone, StringComparison.Ordinal);
        Assert.Null(beside);
    }

    [Fact]
    public async Task Activities_ThatAreExamples_CountOnlyWhereNoActivityIsReal()
    {
        await folder.LoadAsync("r", SomeRegisters.Of(Register.Partners, Real), SomeRegisters.Of(Register.Activities, Play));
        var alone = (await PagesAsync(12)).Single(page => page.Id == "real").Ongoing;
        await folder.LoadAsync("s", SomeRegisters.Of(
            Register.Activities, "id=a2 | title=Annat | kind=visits | focus_areas=growth | purposes=value | body=board | starts=2026 | status=ongoing"));

        var beside = (await PagesAsync(12)).Single(page => page.Id == "real").Ongoing;

        Assert.Equal((1, 0), (alone, beside));
    }

    private async Task<IReadOnlyList<PartnerPage>> PagesAsync(int months)
    {
        var policy = SomeRegisters.Policy with { FollowUp = new FollowUpRules { DormantMonths = months } };
        return await PartnerBook.ReadAsync(folder.Store.Tables, policy, await RegisterBook.ReadAsync(folder.Store.Tables), new MeetingCalendar(policy), SomeRegisters.Today);
    }
}
