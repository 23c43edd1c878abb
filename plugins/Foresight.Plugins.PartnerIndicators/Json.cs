using System.Globalization;
using System.Text.Json;

namespace Foresight.Plugins.PartnerIndicators;

/// <summary>Members of JSON objects that may be absent, null, or a number here and a text there.</summary>
internal static class Json
{
    /// <summary>The member of an object; null where it is absent, null, or the parent is no object.</summary>
    public static JsonElement? Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;

    /// <summary>A text or a number, as text.</summary>
    public static string? Text(JsonElement parent, string name) =>
        Member(parent, name) is { ValueKind: JsonValueKind.String or JsonValueKind.Number } member ? member.ToString() : null;

    /// <summary>A whole number, also when it is written as a text.</summary>
    public static int? Whole(JsonElement parent, string name) =>
        int.TryParse(Text(parent, name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The value of an observation: null where there is none, false for what is no number.</summary>
    public static bool TryValue(JsonElement parent, string name, out double? value)
    {
        value = null;
        if (Member(parent, name) is not { } member)
            return true;
        if (!double.TryParse(member.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return false;
        value = number;
        return true;
    }
}
