namespace Foresight.Engine.Partners;

/// <summary>The order in which partners are listed.</summary>
public static class PartnerOrder
{
    /// <summary>Dormant ones first, then by name; examples after real ones, and those that are not in the register last.</summary>
    public static IReadOnlyList<PartnerPage> Of(IReadOnlyList<PartnerPage> pages) =>
    [
        .. pages.OrderByDescending(page => page.IsRegistered).ThenBy(page => page.IsExample).ThenByDescending(page => page.Contact.IsDormant).ThenBy(page => page.Name.Sv, StringComparer.Ordinal),
    ];
}
