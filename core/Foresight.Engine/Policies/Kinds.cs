namespace Foresight.Engine.Policies;

/// <summary>The kinds of things that a policy names and refers to, in the words of the sentences about them.</summary>
internal static class Kinds
{
    public const string Topic = "topic";
    public const string FocusArea = "focus area";
    public const string Purpose = "purpose";
    public const string Principle = "principle";
    public const string ActivityKind = "kind of activity";
    public const string PartnerKind = "kind of partner";
    public const string Tool = "tool";
    public const string Network = "network";
    public const string Body = "body";
    public const string Audience = "audience";
    public const string Place = "place";
    public const string PeerGroup = "peer group";
    public const string Fund = "fund";
    public const string Programme = "programme";
    public const string Indicator = "indicator";
    public const string Product = "watched product";
    public const string Rule = "rule";
    public const string Source = "source";
    public const string Analysis = "analysis";
    public const string Chart = "chart";
    public const string Brief = "brief";
    public const string Alert = "alert";
    public const string Report = "report";
}
