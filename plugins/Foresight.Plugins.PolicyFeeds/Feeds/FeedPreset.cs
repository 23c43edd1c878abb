namespace Foresight.Plugins.PolicyFeeds.Feeds;

/// <summary>Publishers whose feeds are known.</summary>
public enum FeedPreset
{
    /// <summary>None: the options say all.</summary>
    None,

    /// <summary>Press releases of the Council of the EU and the European Council.</summary>
    Council,

    /// <summary>Eurostat's updates of datasets.</summary>
    EurostatUpdates,

    /// <summary>Statskontoret's appropriation directions (regleringsbrev).</summary>
    Statskontoret,
}
