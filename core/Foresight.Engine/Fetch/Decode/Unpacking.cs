using System.Globalization;
using Foresight.Sdk;

namespace Foresight.Engine.Fetch.Decode;

/// <summary>An answer's file with what must be taken off to read it, tried to its last byte before a source sees the first.</summary>
/// <param name="Codings">The codings, outermost first.</param>
/// <param name="Bytes">The size of what is read.</param>
internal sealed record Unpacking(IReadOnlyList<string> Codings, long Bytes)
{
    /// <summary>Finds out how a file is read.</summary>
    /// <exception cref="SourceException">It is damaged, or unpacks to more than the limits allow.</exception>
    public static async Task<Unpacking> OfAsync(Uri url, string file, IEnumerable<string> stated, FetchLimits limits, CancellationToken cancellationToken)
    {
        var packed = new FileInfo(file).Length;
        IReadOnlyList<string> codings = [.. stated];
        try
        {
            codings = await Decode.Codings.OfAsync(file, stated, tried => UnpacksAsync(url, file, packed, tried, limits, cancellationToken), cancellationToken);
            return new Unpacking(codings, codings.Count == 0 ? packed : await MeasureAsync(url, file, packed, codings, limits, cancellationToken));
        }
        catch (Exception e) when (IsDamaged(e))
        {
            throw FetchFaults.Unpackable(url, string.Join(", ", codings), e);
        }
        catch (NotSupportedException e)
        {
            throw new SourceException($"{url.Host} packed its answer to {url.Shown()} as '{e.Message}', which nobody asked for; tell the source's makers.", Recovery.Stop, e)
            {
                Fault = Fault.Malformed,
            };
        }
    }

    // A digit or a semicolon is a whole Brotli stream of nothing: what unpacks to nothing was packed only if there is no more than that.
    private static async Task<bool> UnpacksAsync(
        Uri url, string file, long packed, IReadOnlyList<string> codings, FetchLimits limits, CancellationToken cancellationToken)
    {
        try
        {
            return await MeasureAsync(url, file, packed, codings, limits, cancellationToken) > 0 || packed == 1;
        }
        catch (Exception e) when (IsDamaged(e))
        {
            return false;
        }
    }

    // A damaged Brotli stream is told as an operation that is not valid.
    private static bool IsDamaged(Exception e) => e is InvalidDataException or InvalidOperationException;

    private static async Task<long> MeasureAsync(
        Uri url, string file, long packed, IReadOnlyList<string> codings, FetchLimits limits, CancellationToken cancellationToken)
    {
        await using var stream = Decode.Codings.Open(file, codings);
        var buffer = new byte[1 << 16];
        var total = 0L;
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            total += read;
            if (total > limits.DecodedBytes)
            {
                throw FetchFaults.TooBig(url, string.Create(CultureInfo.InvariantCulture, $"it unpacks to more than {limits.DecodedBytes} bytes"));
            }

            if (total > limits.RatioFrom && total > packed * limits.Ratio)
            {
                throw FetchFaults.TooBig(url, string.Create(CultureInfo.InvariantCulture, $"its {packed} bytes unpack to more than {limits.Ratio} times as many"));
            }
        }

        return total;
    }
}
