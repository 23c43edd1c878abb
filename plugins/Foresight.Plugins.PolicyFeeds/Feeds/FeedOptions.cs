using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.PolicyFeeds.Feeds;

/// <summary>Options of the source <c>feed</c>.</summary>
public sealed class FeedOptions : IValidatableObject
{
    /// <summary>A publisher whose feed is known: its address, zone, language, name and kind hold where the other options are left out.</summary>
    public FeedPreset Preset { get; set; }

    /// <summary>The feed's address. Required, unless a preset knows it.</summary>
    public Uri? Url { get; set; }

    /// <summary>
    /// The feed's zone (IANA): of dates that name none, and of the day of items that are published at its midnight. <c>UTC</c> by default.
    /// </summary>
    public string? TimeZone { get; set; }

    /// <summary>The language of items where the feed names none, such as <c>sv</c>.</summary>
    public string? Language { get; set; }

    /// <summary>The publisher as printed; the feed's title by default.</summary>
    public string? Publisher { get; set; }

    /// <summary>
    /// The kind of its items. <c>news</c> by default. Of <c>dataset-update</c> the code with which the title begins is the item's id, so that
    /// the next update of a dataset is a revision of it.
    /// </summary>
    public string? Kind { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Url is null && Preset == FeedPreset.None)
            yield return new ValidationResult("The option 'url' is missing: give the feed's address, or a preset that knows it.");
        else if (Url is { IsAbsoluteUri: false })
            yield return new ValidationResult($"The option 'url' is no absolute address: {Url}.");
    }
}
