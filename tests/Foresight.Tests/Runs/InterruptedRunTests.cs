using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace Foresight.Tests.Runs;

/// <summary>Ctrl-C in the middle of a run, with a server that answers one source and leaves another hanging.</summary>
public sealed class InterruptedRunTests
{
    private const string Feed = """
        <?xml version="1.0"?><rss version="2.0"><channel><title>Prov</title><link>https://example.org</link><description>x</description>
        <item><title>Ett exempel</title><link>https://example.org/1</link><guid>https://example.org/1</guid><pubDate>Fri, 04 Sep 2026 07:28:08 GMT</pubDate></item>
        </channel></rss>
        """;

    [Fact]
    public async Task Ingest_InterruptedWhileASourceHangs_KeepsTheOthersAndSaysOneSentence()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGINT to send to another process.");
        var cancellationToken = TestContext.Current.CancellationToken;
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var hangs = new TaskCompletionSource();
        var serving = ServeAsync(server, hangs, stop.Token);
        var address = $"http://127.0.0.1:{((IPEndPoint)server.LocalEndpoint).Port}";
        using var workspace = new TestWorkspace();
        workspace.Source("quick", "feed", $"url: {address}/quick").Source("slow", "feed", $"url: {address}/slow").Write("fetching: { privateHosts: [127.0.0.1] }");
        string[] options = ["--data", workspace.Data, "--policy", "test", "--store", workspace.Store];

        using var process = ForesightCommand.Start(["ingest", .. options]);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(cancellationToken), new StringBuilder());
        await hangs.Task.WaitAsync(cancellationToken);
        // The quick one has told that it is done before the run is stopped.
        while (!error.ToString().Contains("quick: ok", StringComparison.Ordinal) && await process.StandardError.ReadLineAsync(cancellationToken) is { } line)
        {
            error.AppendLine(line);
        }

        using (var kill = Process.Start("kill", [Signal(process), process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync(cancellationToken);
        }

        error.Append(await process.StandardError.ReadToEndAsync(cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => serving);

        Assert.True(process.ExitCode == 1, $"exit {process.ExitCode}\n{await output}\n{error}");
        Assert.EndsWith("Stopped; what was stored before stays.", error.ToString().Trim(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error.ToString(), StringComparison.Ordinal);
        var loads = await ForesightCommand.JsonAsync(["query", "SELECT _source, health, code FROM loads ORDER BY _source", .. options]);
        Assert.Equal(["quick ok ", "slow failed cancelled"], loads.EnumerateArray().Select(load => $"{load.GetProperty("_source")} {load.GetProperty("health")} {load.GetProperty("code")}"));
        Assert.DoesNotContain(
            Directory.EnumerateFiles(workspace.Store, "*", SearchOption.AllDirectories),
            file => file.EndsWith(".part", StringComparison.Ordinal) || file.EndsWith(".tmp", StringComparison.Ordinal));
        var sources = await ForesightCommand.JsonAsync(["sources", .. options]);
        Assert.Equal(["ok", "never-read"], sources.EnumerateArray().Select(source => source.GetProperty("health").GetString()));
    }

    /// <summary>Ctrl-C's signal. What a shell started in the background ignores that one for good, as do its children: then the one that ends programs.</summary>
    private static string Signal(Process process)
    {
        const int Interrupt = 1 << (2 - 1);
        var status = $"/proc/{process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)}/status";
        var ignored = File.Exists(status) ? File.ReadLines(status).FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) : null;
        return ignored is not null && (Convert.ToUInt64(ignored["SigIgn:".Length..].Trim(), 16) & Interrupt) != 0 ? "-TERM" : "-INT";
    }

    private static async Task ServeAsync(TcpListener server, TaskCompletionSource hangs, CancellationToken cancellationToken)
    {
        var open = new List<TcpClient>();
        var answering = new List<Task>();
        try
        {
            while (true)
            {
                var client = await server.AcceptTcpClientAsync(cancellationToken);
                open.Add(client);
                // Each for itself: a client may open a connection that it never asks anything over.
                answering.Add(AnswerAsync(client.GetStream(), hangs, cancellationToken));
            }
        }
        finally
        {
            open.ForEach(client => client.Dispose());
            await Task.WhenAll(answering).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private static async Task AnswerAsync(NetworkStream connection, TaskCompletionSource hangs, CancellationToken cancellationToken)
    {
        var reader = new StreamReader(connection, Encoding.ASCII, leaveOpen: true);
        var question = await reader.ReadLineAsync(cancellationToken) ?? "";
        if (question.Contains("/quick", StringComparison.Ordinal))
        {
            await connection.WriteAsync(Encoding.UTF8.GetBytes(
                $"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nContent-Length: {Encoding.UTF8.GetByteCount(Feed)}\r\nConnection: close\r\n\r\n{Feed}"), cancellationToken);
        }
        else if (question.Contains("/slow", StringComparison.Ordinal))
        {
            // A part of an answer, and then nothing more.
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nContent-Length: 100000\r\n\r\n<?xml"u8.ToArray(), cancellationToken);
            hangs.TrySetResult();
        }
    }
}
