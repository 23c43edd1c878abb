using System.Text;
using Xunit;

namespace Foresight.Tests.Store;

/// <summary>Each fault that is planted is named, and nothing else.</summary>
public sealed class StoreVerifyTests : IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Verify_SoundStore_FindsNothing()
    {
        await FillAsync();

        var faults = await folder.VerifyAsync();

        Assert.Empty(faults);
    }

    [Fact]
    public async Task Verify_EmptyStore_FindsNothing()
    {
        var faults = await folder.VerifyAsync();

        Assert.Empty(faults);
    }

    [Fact]
    public async Task Verify_DataFileGone_IsNamed()
    {
        await FillAsync();
        File.Delete(DataFile("documents"));

        var faults = await folder.VerifyAsync();

        Assert.EndsWith("parquet is missing.", Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_DataFileCut_IsNamed()
    {
        await FillAsync();
        var file = DataFile("observations");
        await File.WriteAllBytesAsync(file, File.ReadAllBytes(file)[..^1], TestContext.Current.CancellationToken);

        var faults = await folder.VerifyAsync();

        Assert.Contains("bytes, the log says", Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_DataFileDamaged_IsNamed()
    {
        await FillAsync();
        var file = DataFile("observations");
        var bytes = File.ReadAllBytes(file);
        bytes.AsSpan(20, 60).Clear();
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);

        var faults = await folder.VerifyAsync();

        Assert.StartsWith("observations/_source=s/dataset=d/_current=", Assert.Single(faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\\\"numRecords\\\":1,", "\\\"numRecords\\\":7,", "rows, the log says 7.")]
    [InlineData("\\\"minValues\\\":{\\\"freq\\\":\\\"A\\\"", "\\\"minValues\\\":{\\\"freq\\\":\\\"B\\\"", "has \"A\" in minValues of freq, the log says \"B\".")]
    [InlineData("\\\"nullCount\\\":{\\\"freq\\\":0", "\\\"nullCount\\\":{\\\"freq\\\":3", "has 0 in nullCount of freq, the log says 3.")]
    public async Task Verify_StatisticsWrong_IsNamed(string written, string planted, string sentence)
    {
        await FillAsync();
        Edit("observations", 2, text => Replace(text, written, planted));

        var faults = await folder.VerifyAsync();

        Assert.Contains(faults, fault => fault.EndsWith(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Verify_RowLostInARevision_IsNamed()
    {
        await FillAsync();
        Edit("observations", 2, text => string.Join('\n', text.Split('\n').Where(line => !line.Contains("_current=false", StringComparison.Ordinal))));

        var faults = await folder.VerifyAsync();

        Assert.Contains("Version 2 of observations brings 2 rows and takes 2 away, but says that it added or revised 1.", faults);
        Assert.Contains("1 rows of s in observations do not have exactly one latest revision and all earlier ones.", faults);
    }

    [Fact]
    public async Task Verify_LatestRowTwice_IsNamed()
    {
        await FillAsync();
        Edit("observations", 2, text => Replace(text, "_current=false", "_current=true").Replace("\"_current\":\"false\"", "\"_current\":\"true\"", StringComparison.Ordinal));
        var history = Directory.GetFiles(Path.Combine(folder.Folder, "observations", "_source=s", "dataset=d", "_current=false")).Single();
        File.Move(history, Path.Combine(folder.Folder, "observations", "_source=s", "dataset=d", "_current=true", Path.GetFileName(history)));

        var faults = await folder.VerifyAsync();

        Assert.Equal(["1 rows of s in observations do not have exactly one latest revision and all earlier ones."], faults);
    }

    [Fact]
    public async Task Verify_LogFileGone_IsNamed()
    {
        await FillAsync();
        File.Delete(LogFile("observations", 1));

        var faults = await folder.VerifyAsync();

        Assert.Equal("The log of observations lacks version 1; what was committed after it cannot be seen.", faults[0]);
    }

    [Fact]
    public async Task Verify_LogFileHalf_IsNamed()
    {
        await FillAsync();
        Edit("documents", 1, text => text[..(text.Length / 2)]);

        var faults = await folder.VerifyAsync();

        Assert.Contains("cannot be read", Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_FileOfNoCommit_IsNamed()
    {
        await FillAsync();
        await File.WriteAllTextAsync(Path.Combine(folder.Folder, "documents", "part-lost.parquet"), "x", TestContext.Current.CancellationToken);

        var faults = await folder.VerifyAsync();

        Assert.Equal(["documents/part-lost.parquet belongs to no commit; a write was cut off there, and the next one will remove it."], faults);
    }

    [Fact]
    public async Task Verify_RawAnswerChangedOrGone_IsNamed()
    {
        await FillAsync();
        var raw = Path.Combine(folder.Folder, "raw", "abc.xml");
        await File.WriteAllTextAsync(raw, "abd", TestContext.Current.CancellationToken);
        var changed = await folder.VerifyAsync();
        File.Delete(raw);

        var gone = await folder.VerifyAsync();

        Assert.StartsWith("The raw answer raw/abc.xml was changed: it has 3 bytes with the SHA-256 a52d", Assert.Single(changed), StringComparison.Ordinal);
        Assert.Equal(["The raw answer raw/abc.xml is missing."], gone);
    }

    [Theory]
    [InlineData("\"rowsAdded\":\"", "\"rowsAdded\":\"99999999999999999999")]
    [InlineData("\"path\":\"", "\"path\":null,\"was\":\"")]
    public async Task Verify_LogFileWithAWrongValue_IsNamed(string written, string planted)
    {
        await FillAsync();
        Edit("documents", 1, text => Replace(text, written, planted));

        var faults = await folder.VerifyAsync();

        Assert.StartsWith($"The log file {LogFile("documents", 1)} cannot be read", Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_SeveralFaultsAtOnce_NamesEach()
    {
        await FillAsync();
        Edit("classifications", 0, text => text[..(text.Length / 2)]);
        await File.WriteAllTextAsync(Path.Combine(folder.Folder, "documents", "_delta_log", "copy.json"), "", TestContext.Current.CancellationToken);
        File.Delete(DataFile("observations"));
        File.Delete(Path.Combine(folder.Folder, "raw", "abc.xml"));

        var faults = await folder.VerifyAsync();

        Assert.Equal(4, faults.Count);
        Assert.Contains("The log of documents holds copy.json, which is no version; remove it.", faults);
        Assert.Contains(faults, fault => fault.StartsWith($"The log file {LogFile("classifications", 0)} cannot be read", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.EndsWith("parquet is missing.", StringComparison.Ordinal));
        Assert.Contains("The raw answer raw/abc.xml is missing.", faults);
    }

    [Fact]
    public async Task Query_OverADataFileCut_BlamesTheStoreNotTheQuestion()
    {
        await FillAsync();
        var file = DataFile("documents");
        await File.WriteAllBytesAsync(file, File.ReadAllBytes(file)[..^5], TestContext.Current.CancellationToken);

        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => folder.Store.Tables.QueryAsync("SELECT title FROM documents"));

        Assert.StartsWith("The store is damaged: ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(Path.GetFileName(file), fault.Message, StringComparison.Ordinal);
    }

    private static string Replace(string text, string written, string planted)
    {
        Assert.Contains(written, text, StringComparison.Ordinal);
        return text.Replace(written, planted, StringComparison.Ordinal);
    }

    private async Task FillAsync()
    {
        Directory.CreateDirectory(Path.Combine(folder.Folder, "raw"));
        await File.WriteAllTextAsync(Path.Combine(folder.Folder, "raw", "abc.xml"), "abc", TestContext.Current.CancellationToken);
        await folder.LoadAsync("docs", Some.Documents(Some.Document("a"), Some.Document("b")));
        await folder.LoadAsync("s", Some.Figures("d", ("SE", 2024, 1), ("NO", 2024, 2)));
        await folder.LoadAsync("s", Some.Figures("d", ("SE", 2024, 3)));
    }

    private string DataFile(string table) =>
        Directory.GetFiles(Path.Combine(folder.Folder, table), "*.parquet", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();

    private string LogFile(string table, int version) => Path.Combine(folder.Folder, table, "_delta_log", $"{version:D20}.json");

    private void Edit(string table, int version, Func<string, string> edit) =>
        File.WriteAllText(LogFile(table, version), edit(File.ReadAllText(LogFile(table, version))), new UTF8Encoding(false));
}
