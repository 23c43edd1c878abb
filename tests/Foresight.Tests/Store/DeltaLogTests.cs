using System.Text.Json;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Store;

/// <summary>The log against the open Delta protocol's rules (reader version 1, writer version 2), read without the store's own code.</summary>
public sealed class DeltaLogTests : IDisposable
{
    private static readonly string[] Primitives = ["string", "long", "integer", "double", "boolean", "date", "timestamp"];

    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("documents")]
    [InlineData("observations")]
    [InlineData("codes")]
    [InlineData("classifications")]
    [InlineData("loads")]
    [InlineData("answers")]
    public async Task Log_OfEachTable_HoldsToTheProtocol(string table)
    {
        await FillAsync();

        var log = new DeltaLog(Path.Combine(folder.Folder, table));

        Assert.Empty(log.Faults);
        Assert.NotEmpty(log.Live);
    }

    [Fact]
    public async Task Files_ReadWithoutTheLogsViews_HaveTheColumnsOfTheSchemaString()
    {
        await FillAsync();
        foreach (var table in new[] { "documents", "observations", "codes", "classifications", "loads", "answers" })
        {
            var log = new DeltaLog(Path.Combine(folder.Folder, table));

            foreach (var file in log.Live)
            {
                var columns = await folder.Store.Tables.QueryAsync(
                    $"SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM read_parquet('{Path.Combine(folder.Folder, table, file)}', hive_partitioning = false))");
                Assert.Equal(log.FileColumns, columns.Rows.Select(row => $"{row["column_name"]} {row["column_type"]}"));
            }
        }
    }

    private async Task FillAsync()
    {
        const string Source = "källa å/1=%";
        await folder.LoadAsync(Source, Some.Documents(Some.Document("a"), Some.Document("b")));
        await folder.LoadAsync(Source, Some.Documents(Some.Document("a", "Ny")));
        await folder.LoadAsync("t", Some.Figures("d å", new Cursor("1"), ("SE", 2024, 1), ("NO", 2024, null)));
        await folder.LoadAsync("t", Some.Figures("d å", new Cursor("2"), ("SE", 2024, 2)));
        await folder.LoadAsync("t", Some.Codes("d å", new CodeLabel("geo", "SE", "Sverige", "Sweden"), new CodeLabel("geo", "EU27", null, "EU", CodeKind.Aggregate)));
        await folder.Store.AppendClassificationsAsync(
            [new(Source, "a", 1, "tourism", 0.5, 0.5, ["turism"], "m", "p", folder.Clock.GetUtcNow())], [Some.Tags("a") with { Source = Source }], TestContext.Current.CancellationToken);
    }

    /// <summary>A reader of the log as another program would write one.</summary>
    private sealed class DeltaLog
    {
        private readonly string table;
        private readonly Dictionary<string, string> columns = [];
        private readonly Dictionary<string, long> transactions = [];
        private string[] partitions = [];

        public DeltaLog(string table)
        {
            this.table = table;
            var files = Directory.GetFiles(Path.Combine(table, "_delta_log")).Order(StringComparer.Ordinal).ToArray();
            for (var version = 0; version < files.Length; version++)
            {
                Check(Path.GetFileName(files[version]) == $"{version:D20}.json", $"{files[version]} is not version {version}");
                var seen = new List<string>();
                foreach (var line in File.ReadAllLines(files[version]))
                {
                    using var json = JsonDocument.Parse(line);
                    var action = json.RootElement.EnumerateObject().Single();
                    seen.Add(action.Name);
                    Read(action.Name, action.Value);
                }

                Check(seen.Count(name => name == "commitInfo") == 1, $"version {version} has not one commitInfo");
                Check(seen.Count(name => name is "protocol" or "metaData") == (version == 0 ? 2 : 0), $"version {version} has protocol and metaData wrong");
            }
        }

        public List<string> Faults { get; } = [];

        public HashSet<string> Live { get; } = [];

        public IEnumerable<string> FileColumns => columns.Where(pair => !partitions.Contains(pair.Key)).Select(pair => $"{pair.Key} {pair.Value}");

        private void Read(string name, JsonElement action)
        {
            switch (name)
            {
                case "protocol":
                    Check(action.GetProperty("minReaderVersion").GetInt32() == 1 && action.GetProperty("minWriterVersion").GetInt32() == 2, "protocol");
                    break;
                case "metaData":
                    ReadMetaData(action);
                    break;
                case "add":
                    ReadAdd(action);
                    break;
                case "remove":
                    Check(Live.Remove(Uri.UnescapeDataString(action.GetProperty("path").GetString()!)), "remove of a file that is not there");
                    Check(action.GetProperty("dataChange").GetBoolean() && action.GetProperty("deletionTimestamp").GetInt64() > 0, "remove");
                    break;
                case "txn":
                    var (id, version) = (action.GetProperty("appId").GetString()!, action.GetProperty("version").GetInt64());
                    Check(version > transactions.GetValueOrDefault(id), "txn does not grow");
                    transactions[id] = version;
                    break;
                default:
                    Check(name == "commitInfo", $"unknown action {name}");
                    break;
            }
        }

        private void ReadMetaData(JsonElement action)
        {
            Check(Guid.TryParse(action.GetProperty("id").GetString(), out _), "metaData.id");
            Check(action.GetProperty("format").GetProperty("provider").GetString() == "parquet", "metaData.format");
            Check(action.GetProperty("configuration").ValueKind == JsonValueKind.Object, "metaData.configuration");
            partitions = [.. action.GetProperty("partitionColumns").EnumerateArray().Select(item => item.GetString()!)];
            using var schema = JsonDocument.Parse(action.GetProperty("schemaString").GetString()!);
            Check(schema.RootElement.GetProperty("type").GetString() == "struct", "schemaString");
            foreach (var field in schema.RootElement.GetProperty("fields").EnumerateArray())
            {
                Check(field.GetProperty("metadata").ValueKind == JsonValueKind.Object && field.GetProperty("nullable").ValueKind is JsonValueKind.True or JsonValueKind.False, "field");
                columns.Add(field.GetProperty("name").GetString()!, TypeOf(field.GetProperty("type")));
            }

            Check(partitions.All(columns.ContainsKey), "partitionColumns");
        }

        private string TypeOf(JsonElement type)
        {
            if (type.ValueKind == JsonValueKind.String)
            {
                Check(Primitives.Contains(type.GetString()), $"type {type}");
                return type.GetString() switch
                {
                    "string" => "VARCHAR",
                    "long" => "BIGINT",
                    "timestamp" => "TIMESTAMP WITH TIME ZONE",
                    var other => other!.ToUpperInvariant(),
                };
            }

            if (type.GetProperty("type").GetString() == "array")
            {
                Check(type.GetProperty("containsNull").ValueKind == JsonValueKind.False, "containsNull");
                return TypeOf(type.GetProperty("elementType")) + "[]";
            }

            Check(type.GetProperty("type").GetString() == "map" && type.GetProperty("valueContainsNull").ValueKind == JsonValueKind.False, "map");
            return $"MAP({TypeOf(type.GetProperty("keyType"))}, {TypeOf(type.GetProperty("valueType"))})";
        }

        private void ReadAdd(JsonElement action)
        {
            var uri = action.GetProperty("path").GetString()!;
            var path = Uri.UnescapeDataString(uri);
            var file = new FileInfo(Path.Combine(table, path));
            Check(Uri.IsWellFormedUriString(uri, UriKind.Relative), $"{uri} is no relative URI");
            Check(Live.Add(path), "add of a file twice");
            Check(file.Exists && file.Length == action.GetProperty("size").GetInt64(), $"{path} has another size");
            Check(action.GetProperty("dataChange").GetBoolean() && action.GetProperty("modificationTime").GetInt64() > 0, "add");
            Check(action.GetProperty("partitionValues").EnumerateObject().Select(value => value.Name).SequenceEqual(partitions), "partitionValues");
            foreach (var value in action.GetProperty("partitionValues").EnumerateObject())
            {
                Check(path.Split('/').Any(part => Uri.UnescapeDataString(part) == $"{value.Name}={value.Value.GetString()}"), $"{path} does not name {value}");
            }

            using var statistics = JsonDocument.Parse(action.GetProperty("stats").GetString()!);
            Check(statistics.RootElement.GetProperty("numRecords").GetInt64() > 0, "numRecords");
            foreach (var part in new[] { "minValues", "maxValues", "nullCount" })
            {
                Check(statistics.RootElement.GetProperty(part).EnumerateObject().All(value => columns.ContainsKey(value.Name) && !partitions.Contains(value.Name)), part);
            }
        }

        private void Check(bool holds, string fault)
        {
            if (!holds)
            {
                Faults.Add(fault);
            }
        }
    }
}
