namespace Foresight.Engine.Plugins;

/// <summary>What became of a plugin that was found.</summary>
public enum PluginStatus
{
    /// <summary>Loaded; its parts can be used.</summary>
    Active,

    /// <summary>Switched off by the user; none of its code was loaded.</summary>
    Disabled,

    /// <summary>Built for another version of the Sdk; none of its code was loaded.</summary>
    NotSupported,

    /// <summary>Something is wrong with it; none of its parts is offered.</summary>
    Malfunctioned,
}
