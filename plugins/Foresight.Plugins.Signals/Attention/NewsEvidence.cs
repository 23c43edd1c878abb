using Foresight.Sdk;

namespace Foresight.Plugins.Signals.Attention;

/// <summary>Evidence of counts: what was counted, of what, on which days.</summary>
internal static class NewsEvidence
{
    public static Evidence Count(string view, double value, string record, string formula) => new()
    {
        Value = value,
        View = view,
        Source = "*",
        Record = record,
        Formula = formula,
    };
}
