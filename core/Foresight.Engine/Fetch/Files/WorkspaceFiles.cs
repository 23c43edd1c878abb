using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Foresight.Engine.Fetch.Raw;
using Foresight.Sdk;

namespace Foresight.Engine.Fetch.Files;

/// <summary>
/// Serves the workspace's own files to sources, at <c>workspace:/registers/activities.csv</c>: what a person keeps in the data folder is asked for, kept and made
/// again like any answer. A folder is answered by the names of its files, one per line; a file that is not there by 404; one that is as it was by 304.
/// Everything else goes on its way.
/// </summary>
/// <param name="folder">The data folder; null where there is none.</param>
/// <param name="limits">The limits.</param>
/// <param name="clock">The clock.</param>
/// <param name="way">The way for all other addresses.</param>
internal sealed class WorkspaceFiles(string? folder, FetchLimits limits, TimeProvider clock, HttpMessageHandler way) : DelegatingHandler(way)
{
    public const string Scheme = "workspace";

    private const string ProgramsOwn = "store";

    private readonly HttpMessageInvoker files = new(new SpoolHandler(limits, clock, new Handler(folder)));

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.RequestUri?.Scheme == Scheme ? files.SendAsync(request, cancellationToken) : base.SendAsync(request, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            files.Dispose();
        }

        base.Dispose(disposing);
    }

    private sealed class Handler(string? folder) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var place = Uri.UnescapeDataString(request.RequestUri!.AbsolutePath).TrimStart('/');
            var path = PathOf(request.RequestUri, place);
            if (Directory.Exists(path))
            {
                var names = Directory.EnumerateFiles(path).Select(Path.GetFileName).Where(name => !name!.StartsWith('.')).Order(StringComparer.Ordinal);
                return Answer(request, Encoding.UTF8.GetBytes(string.Join('\n', names)), "text/plain");
            }

            return File.Exists(path)
                ? Answer(request, await File.ReadAllBytesAsync(path, cancellationToken), TypeOf(path))
                : new HttpResponseMessage(HttpStatusCode.NotFound) { RequestMessage = request, Content = new StringContent($"The workspace has no file {place}.") };
        }

        private static HttpResponseMessage Answer(HttpRequestMessage request, byte[] bytes, string type)
        {
            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\"");
            var same = request.Headers.IfNoneMatch.Contains(tag);
            var response = new HttpResponseMessage(same ? HttpStatusCode.NotModified : HttpStatusCode.OK)
            {
                RequestMessage = request,
                Content = new ByteArrayContent(same ? [] : bytes),
            };
            response.Headers.ETag = tag;
            response.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
            return response;
        }

        private static string TypeOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".csv" => "text/csv",
            ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ".json" => "application/json",
            _ => "application/octet-stream",
        };

        private string PathOf(Uri address, string place)
        {
            var root = folder is null
                ? throw FetchFaults.ToThrow(FetchFaults.Unsafe($"{address.Shown()} is a file of a workspace, and this run has none."))
                : Path.GetFullPath(folder);
            // A name with a NUL is no name to the file system.
            var path = place.Contains('\0', StringComparison.Ordinal) ? null : Path.GetFullPath(Path.Combine(root, place));
            return path is null || !IsKept(root, path) || (Path.Exists(path) && !IsKept(Real(root), Real(path)))
                ? throw FetchFaults.ToThrow(FetchFaults.Unsafe($"{address.Shown()} leads out of what people keep in the data folder; name a file there."))
                : path;
        }

        private static bool IsKept(string root, string path) =>
            Path.GetRelativePath(root, path) is var inside && !Path.IsPathRooted(inside) && inside.Replace('\\', '/').Split('/')[0] is not (".." or ProgramsOwn);

        // A link in the data folder may lead anywhere, and so may the folders on the way to its end.
        private static string Real(string path)
        {
            var real = Path.GetPathRoot(path)!;
            foreach (var part in path[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
            {
                real = Path.Combine(real, part);
                real = File.ResolveLinkTarget(real, returnFinalTarget: true) is { } end ? Real(end.FullName) : real;
            }

            return real;
        }
    }
}
