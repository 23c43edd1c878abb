using System.Text.Json;
using System.Text.Json.Serialization;
using Foresight.Engine.Store.Columns;

namespace Foresight.Engine.Store.Batches;

/// <summary>Signals, what people say of them and alerts as columns.</summary>
internal static class SignalBlocks
{
    /// <summary>How figures and evidence are written within a column.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static IReadOnlyDictionary<string, object?> Row(SignalRow row) => new Dictionary<string, object?>
    {
        ["signal_id"] = row.Signal.Id,
        ["found_at"] = Instants.ToStored(row.FoundAt),
        ["found"] = row.Found,
        [ColumnName.ContentHash] = row.ContentHash,
        ["kind"] = row.Signal.Kind,
        ["focus_area"] = row.Signal.FocusArea,
        ["level"] = Word(row.Signal.Level),
        ["steep"] = Word(row.Signal.Steep),
        ["horizon"] = Word(row.Signal.Horizon),
        ["impact"] = Word(row.Signal.Impact),
        ["uncertainty"] = Word(row.Signal.Uncertainty),
        ["reliability"] = row.Signal.Reliability?.ToString(),
        ["credibility"] = row.Signal.Credibility,
        ["publishers"] = row.Signal.Publishers,
        ["weight"] = row.Signal.Weight,
        ["headline_sv"] = row.Signal.Headline.Sv,
        ["headline_en"] = row.Signal.Headline.En,
        ["caveat_sv"] = row.Signal.Caveat?.Sv,
        ["caveat_en"] = row.Signal.Caveat?.En,
        ["chart"] = row.Signal.Chart,
        ["method"] = row.Signal.Method,
        ["related"] = row.Signal.Related.ToArray(),
        ["figures"] = JsonSerializer.Serialize(row.Signal.Figures, Json),
        ["evidence"] = JsonSerializer.Serialize(row.Signal.Evidence, Json),
        ["policy_version"] = row.PolicyVersion,
    };

    public static IReadOnlyDictionary<string, object?> Row(RatingRow row) => new Dictionary<string, object?>
    {
        ["signal_id"] = row.SignalId,
        ["person"] = row.Person,
        ["rated_at"] = Instants.ToStored(row.RatedAt),
        ["impact"] = row.Impact,
        ["likelihood"] = row.Likelihood,
        ["horizon"] = Word(row.Horizon),
        ["level"] = Word(row.Level),
        ["confirms"] = row.Confirms,
        ["note"] = row.Note,
        [ColumnName.ContentHash] = row.ContentHash,
    };

    public static IReadOnlyDictionary<string, object?> Row(GatheringRow row) => new Dictionary<string, object?>
    {
        ["gathering_id"] = row.Id,
        ["raised_at"] = Instants.ToStored(row.RaisedAt),
        ["person"] = row.Person,
        ["kept"] = row.Kept,
        ["level"] = Word(row.Level),
        ["steep"] = Word(row.Steep),
        ["name_sv"] = row.Name.Sv,
        ["name_en"] = row.Name.En,
        ["members"] = row.Members.ToArray(),
        ["member_hashes"] = row.MemberHashes.ToArray(),
        ["note"] = row.Note,
        [ColumnName.ContentHash] = row.ContentHash,
    };

    public static IReadOnlyDictionary<string, object?> Row(AlertRow row) => new Dictionary<string, object?>
    {
        ["alert_id"] = row.AlertId,
        ["at"] = Instants.ToStored(row.At),
        ["event"] = row.Event,
        ["level"] = row.Level,
        ["period"] = row.Period,
        ["value"] = row.Value,
        ["sentence_sv"] = row.Sentence?.Sv,
        ["sentence_en"] = row.Sentence?.En,
        ["person"] = row.Person,
        ["note"] = row.Note,
        ["rule_hash"] = row.RuleHash,
        ["evidence"] = JsonSerializer.Serialize(row.Evidence, Json),
    };

    /// <summary>A value of an enum as the policy writes it: <c>UpToTwoYears</c> is <c>up-to-two-years</c>.</summary>
    public static string? Word<T>(T? value)
        where T : struct, Enum => value is { } some ? Word(some) : null;

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>The value of an enum that <see cref="Word{T}(T?)"/> wrote; null for none.</summary>
    public static T? Value<T>(string? word)
        where T : struct, Enum => word is null ? null : Enum.Parse<T>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
}
