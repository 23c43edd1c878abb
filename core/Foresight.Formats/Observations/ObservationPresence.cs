namespace Foresight.Formats.Observations;

/// <summary>Why an observation has no value, or that it has one. Numbers and meanings are those of the Sdk's <c>Presence</c>.</summary>
public enum ObservationPresence : byte
{
    /// <summary>There is a value.</summary>
    Present = 0,

    /// <summary>Missing, or the source does not say why there is none.</summary>
    Missing = 1,

    /// <summary>Confidential.</summary>
    Confidential = 2,

    /// <summary>There can be no such figure.</summary>
    NotApplicable = 3,
}
