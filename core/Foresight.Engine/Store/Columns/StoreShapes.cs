using Foresight.Sdk;
using static Foresight.Engine.Store.Columns.ColumnKind;
using static Foresight.Engine.Store.Columns.ColumnPlace;

namespace Foresight.Engine.Store.Columns;

/// <summary>The store's tables (docs/store.md).</summary>
internal static class StoreShapes
{
    public static TableShape Documents { get; } = new(
        "documents",
        new(ColumnName.Source, Text, ColumnPlace.Path),
        new(ColumnName.ItemId, Text, FileRequired),
        new(ColumnName.Revision, Integer, FileRequired),
        new(ColumnName.Current, ColumnKind.Boolean, ColumnPlace.Path),
        new(ColumnName.ContentHash, Text, FileRequired),
        new("_load_id", Text, FileRequired),
        new(ColumnName.RetiredBy, Text),
        new("_fetched_at", Timestamp, FileRequired),
        new(ColumnName.FirstSeenAt, Timestamp, FileRequired),
        new("_raw_sha256", Text),
        new("kind", Text, FileRequired),
        new("title", Text, FileLongText),
        new("summary", Text, FileLongText),
        new("text", Text, FileLongText),
        new("language", Text),
        new("url", Text, FileLongText),
        new("publisher", Text),
        new("status", Text),
        new("categories", TextList),
        new("published", Timestamp),
        new("updated", Timestamp),
        new("published_is_day", ColumnKind.Boolean),
        new("updated_is_day", ColumnKind.Boolean),
        new("due", Date),
        new("programme", Text),
        new("programming_period", Text),
        new("opening", Date),
        new("deadlines", DateList),
        new("budgets", NumberList),
        new("applicants", TextList),
        new("countries", TextList));

    public static TableShape Observations { get; } = new(
        "observations",
        [
            new(ColumnName.Source, Text, ColumnPlace.Path),
            new(ColumnName.Dataset, Text, ColumnPlace.Path),
            new("freq", Text, FileRequired),
            .. Dimension.Columns.Select(name => new ColumnShape(name, Text)),
            new("dims", TextMap),
            new("period", Text, FileRequired),
            new("period_start", Date, FileRequired),
            new("value", Number),
            new("presence", Text, FileRequired),
            new("status", Text),
            new("marks", Text),
            new("_load_id", Text, FileRequired),
            new(ColumnName.RetiredBy, Text),
            new("_answer", Integer, FileRequired),
            new(ColumnName.Revision, Integer, FileRequired),
            new(ColumnName.Current, ColumnKind.Boolean, ColumnPlace.Path),
        ]);

    public static TableShape Codes { get; } = new(
        "codes",
        new(ColumnName.Source, Text, ColumnPlace.Path),
        new(ColumnName.Dataset, Text, ColumnPlace.Path),
        new("dimension", Text, FileRequired),
        new("code", Text, FileRequired),
        new("label_sv", Text),
        new("label_en", Text),
        new("kind", Text, FileRequired),
        new("parent", Text),
        new("_load_id", Text, FileRequired),
        new(ColumnName.RetiredBy, Text),
        new(ColumnName.Revision, Integer, FileRequired),
        new(ColumnName.Current, ColumnKind.Boolean, ColumnPlace.Path));

    public static TableShape Registers { get; } = new(
        "registers",
        new(ColumnName.Source, Text, ColumnPlace.Path),
        new(ColumnName.Dataset, Text, ColumnPlace.Path),
        new(ColumnName.ItemId, Text, FileRequired),
        new("fields", TextMap, FileRequired),
        new(ColumnName.ContentHash, Text, FileRequired),
        new("_load_id", Text, FileRequired),
        new(ColumnName.RetiredBy, Text),
        new("_fetched_at", Timestamp, FileRequired),
        new(ColumnName.FirstSeenAt, Timestamp, FileRequired),
        new("_raw_sha256", Text),
        new(ColumnName.Revision, Integer, FileRequired),
        new(ColumnName.Current, ColumnKind.Boolean, ColumnPlace.Path));

    public static TableShape Classifications { get; } = new(
        "classifications",
        new(ColumnName.Source, Text, ColumnPlace.Path),
        new(ColumnName.ItemId, Text, FileRequired),
        new(ColumnName.Revision, Integer, FileRequired),
        new("focus_area", Text, FileRequired),
        new("probability", Number, FileRequired),
        new("threshold", Number, FileRequired),
        new("belongs", ColumnKind.Boolean, FileRequired),
        new("terms", TextList),
        new("model_version", Text, FileRequired),
        new("policy_version", Text, FileRequired),
        new("classified_at", Timestamp, FileRequired),
        new(ColumnName.Current, ColumnKind.Boolean, ColumnPlace.Path),
        new("against", TextList),
        new("decided_by", Text),
        new("abstained", ColumnKind.Boolean),
        new("trust", Number),
        new("rules_version", Text));

    public static TableShape Tags { get; } = new(
        "tags",
        new(ColumnName.Source, Text, ColumnPlace.Path),
        new(ColumnName.ItemId, Text, FileRequired),
        new(ColumnName.Revision, Integer, FileRequired),
        new("topics", TextList),
        new("topic_probabilities", NumberList),
        new("steep", Text),
        new("steep_probability", Number),
        new("text_kind", Text),
        new("text_kind_probability", Number),
        new("language_found", Text),
        new("language_share", Number),
        new("model_version", Text, FileRequired),
        new("policy_version", Text, FileRequired),
        new("classified_at", Timestamp, FileRequired),
        new(ColumnName.Current, ColumnKind.Boolean, ColumnPlace.Path));

    public static TableShape Verdicts { get; } = new(
        "verdicts",
        new(ColumnName.Source, Text, ColumnPlace.Path),
        new(ColumnName.ItemId, Text, FileRequired),
        new(ColumnName.Revision, Integer, FileRequired),
        new("person", Text, FileRequired),
        new("decided_at", Timestamp, FileRequired),
        new("labels", TextList),
        new("unsure", ColumnKind.Boolean),
        new("note", Text, FileLongText),
        new("policy_version", Text),
        new("model_version", Text));

    public static TableShape Models { get; } = new(
        "models",
        new(ColumnName.Source, Text, ColumnPlace.Path),
        new("model_version", Text, FileRequired),
        new("label", Text, FileRequired),
        new("language", Text, FileRequired),
        new("hits", Integer, FileRequired),
        new("misses", Integer, FileRequired),
        new("false_alarms", Integer, FileRequired),
        new("right_noes", Integer, FileRequired),
        new("trained_at", Timestamp, FileRequired));

    public static TableShape Signals { get; } = new(
        "signals",
        new(ColumnName.Source, Text, ColumnPlace.Path),
        new("signal_id", Text, FileRequired),
        new("found_at", Timestamp, FileRequired),
        new("found", ColumnKind.Boolean, FileRequired),
        new(ColumnName.ContentHash, Text, FileRequired),
        new("kind", Text, FileRequired),
        new("focus_area", Text),
        new("level", Text, FileRequired),
        new("steep", Text),
        new("horizon", Text),
        new("impact", Text),
        new("uncertainty", Text),
        new("reliability", Text),
        new("credibility", Integer),
        new("publishers", Integer),
        new("weight", Number, FileRequired),
        new("headline_sv", Text, FileLongText),
        new("headline_en", Text, FileLongText),
        new("caveat_sv", Text, FileLongText),
        new("caveat_en", Text, FileLongText),
        new("chart", Text),
        new("method", Text),
        new("related", TextList),
        new("figures", Text, FileLongText),
        new("evidence", Text, FileLongText),
        new("policy_version", Text));

    public static TableShape Ratings { get; } = new(
        "ratings",
        new(ColumnName.Source, Text, ColumnPlace.Path),
        new("signal_id", Text, FileRequired),
        new("person", Text, FileRequired),
        new("rated_at", Timestamp, FileRequired),
        new("impact", Integer),
        new("likelihood", Integer),
        new("horizon", Text),
        new("level", Text),
        new("confirms", ColumnKind.Boolean),
        new("note", Text, FileLongText),
        new(ColumnName.ContentHash, Text));

    public static TableShape Steps { get; } = new(
        "steps",
        new(ColumnName.Source, Text, ColumnPlace.Path),
        new("signal_id", Text, FileRequired),
        new("taken_at", Timestamp, FileRequired),
        new("step", Text, FileRequired),
        new("person", Text, FileRequired),
        new("owner", Text),
        new("role", Text),
        new("response", Text, FileLongText),
        new("due", Date),
        new("reason", Text, FileLongText),
        new("activity", Text),
        new("decision", Text),
        new("headline_sv", Text, FileLongText),
        new("headline_en", Text, FileLongText),
        new("focus_area", Text),
        new("policy_version", Text),
        new(ColumnName.ContentHash, Text));

    public static TableShape Gatherings { get; } = new(
        "gatherings",
        new(ColumnName.Source, Text, ColumnPlace.Path),
        new("gathering_id", Text, FileRequired),
        new("raised_at", Timestamp, FileRequired),
        new("person", Text, FileRequired),
        new("kept", ColumnKind.Boolean, FileRequired),
        new("level", Text, FileRequired),
        new("steep", Text),
        new("name_sv", Text, FileRequired),
        new("name_en", Text, FileRequired),
        new("members", TextList),
        new("member_hashes", TextList),
        new("note", Text, FileLongText),
        new(ColumnName.ContentHash, Text, FileRequired));

    public static TableShape Alerts { get; } = new(
        "alerts",
        new(ColumnName.Source, Text, ColumnPlace.Path),
        new("alert_id", Text, FileRequired),
        new("at", Timestamp, FileRequired),
        new("event", Text, FileRequired),
        new("level", Text, FileRequired),
        new("period", Text),
        new("value", Number),
        new("sentence_sv", Text, FileLongText),
        new("sentence_en", Text, FileLongText),
        new("person", Text),
        new("note", Text, FileLongText),
        new("rule_hash", Text),
        new("evidence", Text, FileLongText));

    public static TableShape Loads { get; } = new(
        "loads",
        new("_load_id", Text, FileRequired),
        new(ColumnName.Source, Text, ColumnPlace.Path),
        new("started_at", Timestamp, FileRequired),
        new("finished_at", Timestamp, FileRequired),
        new("health", Text, FileRequired),
        new("code", Text),
        new("message", Text, FileLongText),
        new("answers", Long, FileRequired),
        new("batches", Long, FileRequired),
        new("rows_read", Long, FileRequired),
        new("rows_added", Long, FileRequired),
        new("rows_revised", Long, FileRequired),
        new("rows_unchanged", Long, FileRequired),
        new("rows_rejected", Long, FileRequired),
        new("rows_retired", Long),
        new("rows_quarantined", Long),
        new("cursor", Text, FileLongText),
        new("plugin", Text, FileRequired),
        new("plugin_version", Text, FileRequired),
        new("rejections", TextList),
        new("notes", TextList));

    public static TableShape Answers { get; } = new(
        "answers",
        new("_load_id", Text, FileRequired),
        new("_answer", Integer, FileRequired),
        new(ColumnName.Source, Text, ColumnPlace.Path),
        new("url", Text, FileLongText),
        new("status", Integer, FileRequired),
        new("not_modified", ColumnKind.Boolean),
        new("content_type", Text),
        new("fetched_at", Timestamp, FileRequired),
        new("bytes", Long, FileRequired),
        new("sha256", Text, FileRequired),
        new("path", Text, FileLongText));

    public static TableShape Stories { get; } = new(
        "stories",
        new(ColumnName.Source, Text, ColumnPlace.Path),
        new(ColumnName.ItemId, Text, FileRequired),
        new(ColumnName.Revision, Integer, FileRequired),
        new("story_id", Text, FileRequired),
        new("story_day", Date, FileRequired),
        new("joined_by", Text, FileRequired),
        new("similarity", Number, FileRequired),
        new("numbers", TextList));

    public static IReadOnlyList<TableShape> All { get; } =
        [Documents, Observations, Codes, Registers, Classifications, Tags, Verdicts, Models, Signals, Ratings, Gatherings, Steps, Alerts, Loads, Answers, Stories];
}
