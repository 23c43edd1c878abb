namespace Foresight.Sdk;

/// <summary>The ladder of a scan: from one sign to what drives many.</summary>
public enum SignalLevel
{
    /// <summary>A single sign that something may change.</summary>
    Signal,

    /// <summary>Several signs that point the same way.</summary>
    Cluster,

    /// <summary>A direction that has lasted and is likely to go on.</summary>
    Trend,

    /// <summary>A force behind several trends.</summary>
    Driver,
}

/// <summary>The factors of a scan of the outside world.</summary>
public enum Steep
{
    /// <summary>People, society, culture.</summary>
    Social,

    /// <summary>Technology and science.</summary>
    Technological,

    /// <summary>Economy, trade, labour.</summary>
    Economic,

    /// <summary>Environment and climate.</summary>
    Environmental,

    /// <summary>Politics, law, security.</summary>
    Political,
}

/// <summary>When something would matter.</summary>
public enum Horizon
{
    /// <summary>Within two years.</summary>
    UpToTwoYears,

    /// <summary>In two to five years.</summary>
    TwoToFiveYears,

    /// <summary>In five to ten years.</summary>
    FiveToTenYears,

    /// <summary>Later than that.</summary>
    BeyondTenYears,
}

/// <summary>How much of something.</summary>
public enum Grade
{
    /// <summary>Little.</summary>
    Low,

    /// <summary>Some.</summary>
    Medium,

    /// <summary>Much.</summary>
    High,
}

/// <summary>How far a source is trusted: the first sign of the Admiralty code (NATO AJP-2.1), judged apart from what it says.</summary>
public enum Reliability
{
    /// <summary>Cannot be judged.</summary>
    F,

    /// <summary>Unreliable.</summary>
    E,

    /// <summary>Not usually reliable.</summary>
    D,

    /// <summary>Fairly reliable.</summary>
    C,

    /// <summary>Usually reliable.</summary>
    B,

    /// <summary>Completely reliable.</summary>
    A,
}
