using System.Net;
using Foresight.Engine.Fetch;
using Foresight.Engine.Policies;
using Foresight.Tests.Store;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Foresight.Tests.Fetch;

/// <summary>Sources ask for the workspace's own files as for any other address, and for nothing beside them.</summary>
public sealed class WorkspaceFilesTests : IDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("foresight-data");
    private readonly StoreFolder store = new();

    public WorkspaceFilesTests()
    {
        Directory.CreateDirectory(Path.Combine(data.FullName, "registers"));
        Directory.CreateDirectory(Path.Combine(data.FullName, "store"));
        File.WriteAllText(Path.Combine(data.FullName, "registers", "a.csv"), "id\nå");
        File.WriteAllText(Path.Combine(data.FullName, "registers", "b.csv"), "id");
        File.WriteAllText(Path.Combine(data.FullName, "store", "secret.json"), "{}");
    }

    public void Dispose()
    {
        store.Dispose();
        data.Delete(recursive: true);
    }

    [Fact]
    public async Task File_OfTheWorkspace_IsAnswered()
    {
        using var http = Http(data.FullName);

        Assert.Equal("id\nå", await http.GetStringAsync("workspace:/registers/a.csv", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Folder_OfTheWorkspace_ListsItsFiles()
    {
        using var http = Http(data.FullName);

        Assert.Equal("a.csv\nb.csv", await http.GetStringAsync("workspace:/registers/", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task File_ThatIsNotThere_Is404()
    {
        using var http = Http(data.FullName);

        using var answer = await http.GetAsync("workspace:/registers/c.csv", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("workspace:/store/secret.json")]
    [InlineData("workspace:/%2e%2e/elsewhere.csv")]
    [InlineData("workspace:/registers/..%2f..%2felsewhere.csv")]
    [InlineData("workspace:/registers/%00.csv")]
    public async Task File_OutsideWhatPeopleKeep_IsRefused(string address)
    {
        using var http = Http(data.FullName);

        var fault = await Assert.ThrowsAnyAsync<Exception>(() => http.GetStringAsync(address, TestContext.Current.CancellationToken));

        Assert.Contains("leads out of what people keep in the data folder", fault.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("out.csv", "workspace:/registers/out.csv")]
    [InlineData("own.csv", "workspace:/registers/own.csv")]
    [InlineData("folder", "workspace:/registers/folder/elsewhere.csv")]
    public async Task Link_OutOfWhatPeopleKeep_IsRefused(string link, string address)
    {
        using var elsewhere = new TemporaryFolder();
        File.WriteAllText(Path.Combine(elsewhere.Path, "elsewhere.csv"), "secret");
        var target = link switch { "folder" => elsewhere.Path, "own.csv" => Path.Combine(data.FullName, "store", "secret.json"), _ => Path.Combine(elsewhere.Path, "elsewhere.csv") };
        File.CreateSymbolicLink(Path.Combine(data.FullName, "registers", link), target);
        using var http = Http(data.FullName);

        var fault = await Assert.ThrowsAnyAsync<Exception>(() => http.GetStringAsync(address, TestContext.Current.CancellationToken));

        Assert.Contains("leads out of what people keep in the data folder", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_ToAnotherFileOfTheWorkspace_IsAnswered()
    {
        File.CreateSymbolicLink(Path.Combine(data.FullName, "registers", "same.csv"), "b.csv");
        using var http = Http(data.FullName);

        Assert.Equal("id", await http.GetStringAsync("workspace:/registers/same.csv", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task File_WithoutAWorkspace_IsRefused()
    {
        using var http = Http(null);

        var fault = await Assert.ThrowsAnyAsync<Exception>(() => http.GetStringAsync("workspace:/registers/a.csv", TestContext.Current.CancellationToken));

        Assert.Contains("is a file of a workspace, and this run has none", fault.ToString(), StringComparison.Ordinal);
    }

    private HttpClient Http(string? folder) =>
        new(Input.Live(new FakeTimeProvider()).Open(store.Store.Folder, new FetchingRules { Files = folder }, refresh: false).Unkept());
}
