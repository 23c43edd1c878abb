using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Foresight.Engine.Store.Columns;
using Foresight.Engine.Store.Files;

namespace Foresight.Engine.Store.Log;

/// <summary>A log file's lines: one JSON object each, in the open Delta protocol (reader version 1, writer version 2).</summary>
internal static class CommitJson
{
    // The log is a file of its own, never part of a page: å and quotes inside statistics stay readable.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(TableShape table, Commit commit)
    {
        var info = commit.Info;
        List<JsonObject> lines = [new() { ["commitInfo"] = Info(info) }];
        if (commit.Version == 0)
        {
            lines.Add(new() { ["protocol"] = new JsonObject { ["minReaderVersion"] = 1, ["minWriterVersion"] = 2 } });
        }

        if (commit.MetaData is { } metaData)
        {
            lines.Add(new() { ["metaData"] = MetaData(table, metaData) });
        }

        if (info is { Source: { } source, Batch: { } batch })
        {
            lines.Add(new() { ["txn"] = new JsonObject { ["appId"] = source, ["version"] = batch, ["lastUpdated"] = info.Timestamp } });
        }

        lines.AddRange(commit.Removes.Select(file => new JsonObject
        {
            ["remove"] = new JsonObject
            {
                ["path"] = PartitionPath.ToUri(file.Path),
                ["deletionTimestamp"] = info.Timestamp,
                ["dataChange"] = info.Operation != CommitInfo.Compact,
                ["extendedFileMetadata"] = true,
                ["partitionValues"] = Map(file.Partition),
                ["size"] = file.Size,
            },
        }));
        lines.AddRange(commit.Adds.Select(file => new JsonObject
        {
            ["add"] = new JsonObject
            {
                ["path"] = PartitionPath.ToUri(file.Path),
                ["partitionValues"] = Map(file.Partition),
                ["size"] = file.Size,
                ["modificationTime"] = file.ModificationTime,
                ["dataChange"] = info.Operation != CommitInfo.Compact,
                ["stats"] = file.Statistics,
            },
        }));
        return Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line.ToJsonString(Readable) + "\n")));
    }

    /// <summary>Reads a log file.</summary>
    /// <exception cref="InvalidDataException">It is none; the message says what is wrong.</exception>
    public static Commit Read(long version, string text)
    {
        try
        {
            List<AddFile> adds = [];
            List<RemoveFile> removes = [];
            CommitInfo? info = null;
            TableMetaData? metaData = null;
            foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                using var document = JsonDocument.Parse(line);
                var action = document.RootElement.EnumerateObject().Single();
                switch (action.Name)
                {
                    case "add":
                        adds.Add(ReadAdd(action.Value));
                        break;
                    case "remove":
                        removes.Add(new(
                            PartitionPath.FromUri(action.Value.GetProperty("path").GetString()!),
                            ReadMap(action.Value.GetProperty("partitionValues")), action.Value.GetProperty("size").GetInt64()));
                        break;
                    case "commitInfo":
                        info = ReadInfo(action.Value);
                        break;
                    case "metaData":
                        metaData = new(
                            action.Value.GetProperty("id").GetString()!, action.Value.GetProperty("schemaString").GetString()!,
                            action.Value.GetProperty("createdTime").GetInt64());
                        break;
                    default:
                        break; // protocol and txn say nothing that commitInfo does not.
                }
            }

            return new(version, info ?? throw new InvalidDataException("it has no commitInfo"), adds, removes) { MetaData = metaData };
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or OverflowException or ArgumentException)
        {
            throw new InvalidDataException(fault.Message.TrimEnd('.'), fault);
        }
    }

    private static JsonObject Info(CommitInfo info)
    {
        var json = new JsonObject
        {
            ["timestamp"] = info.Timestamp,
            ["operation"] = info.Operation,
            ["operationParameters"] = new JsonObject(),
            ["engineInfo"] = "Foresight",
            ["storeVersion"] = info.StoreVersion,
        };
        foreach (var (name, value) in new[] { ("source", info.Source), ("loadId", info.LoadId), ("cursor", info.Cursor) })
        {
            if (value is not null)
            {
                json[name] = value;
            }
        }

        if (info.Batch is { } batch)
        {
            json["batch"] = batch;
        }

        json["operationMetrics"] = new JsonObject
        {
            ["rowsAdded"] = Count(info.RowsAdded),
            ["rowsRevised"] = Count(info.RowsRevised),
            ["rowsUnchanged"] = Count(info.RowsUnchanged),
            ["rowsRetired"] = Count(info.RowsRetired),
        };
        return json;
    }

    private static CommitInfo ReadInfo(JsonElement json)
    {
        string? Text(string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
        long Metric(string name) => long.Parse(
            json.GetProperty("operationMetrics").GetProperty(name).GetString()!, NumberStyles.None, CultureInfo.InvariantCulture);
        return new()
        {
            Timestamp = json.GetProperty("timestamp").GetInt64(),
            Operation = Text("operation") ?? "",
            StoreVersion = json.GetProperty("storeVersion").GetInt64(),
            Source = Text("source"),
            LoadId = Text("loadId"),
            Cursor = Text("cursor"),
            Batch = json.TryGetProperty("batch", out var batch) ? batch.GetInt64() : null,
            RowsAdded = Metric("rowsAdded"),
            RowsRevised = Metric("rowsRevised"),
            RowsUnchanged = Metric("rowsUnchanged"),
            RowsRetired = json.GetProperty("operationMetrics").TryGetProperty("rowsRetired", out _) ? Metric("rowsRetired") : 0,
        };
    }

    private static AddFile ReadAdd(JsonElement json)
    {
        var statistics = json.GetProperty("stats").GetString()!;
        using var parsed = JsonDocument.Parse(statistics);
        return new(
            PartitionPath.FromUri(json.GetProperty("path").GetString()!),
            ReadMap(json.GetProperty("partitionValues")),
            json.GetProperty("size").GetInt64(),
            json.GetProperty("modificationTime").GetInt64(),
            parsed.RootElement.GetProperty("numRecords").GetInt64(),
            statistics);
    }

    private static JsonObject MetaData(TableShape table, TableMetaData metaData) => new()
    {
        ["id"] = metaData.Id,
        ["name"] = table.Name,
        ["format"] = new JsonObject { ["provider"] = "parquet", ["options"] = new JsonObject() },
        ["schemaString"] = metaData.Schema,
        ["partitionColumns"] = new JsonArray([.. table.PartitionColumns.Select(column => JsonValue.Create(column.Name))]),
        ["configuration"] = new JsonObject(),
        ["createdTime"] = metaData.CreatedTime,
    };

    private static JsonObject Map(IReadOnlyDictionary<string, string> values) =>
        new(values.Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, pair.Value)));

    private static Dictionary<string, string> ReadMap(JsonElement json) =>
        json.EnumerateObject().ToDictionary(property => property.Name, property => property.Value.GetString()!, StringComparer.Ordinal);

    private static string Count(long count) => count.ToString(CultureInfo.InvariantCulture);
}
