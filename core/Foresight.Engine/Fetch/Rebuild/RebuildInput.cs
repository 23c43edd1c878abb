using Foresight.Engine.Policies;

namespace Foresight.Engine.Fetch.Rebuild;

/// <summary>The raw answers of one load as an input.</summary>
internal sealed class RebuildInput(RebuildOutlet outlet, RebuildClock clock) : Input("rebuilt")
{
    public override TimeProvider Clock => clock;

    internal override Outlet Open(string storeFolder, FetchingRules rules, bool refresh) => outlet;
}
