using System.Globalization;
using System.Text;

namespace Foresight.Engine.Store.Log;

/// <summary>
/// Numbers loads over all processes, by a file that only one can hold open at a time. It also holds the time of the last id: ids sort
/// in the order in which loads began, also where the clock was set back meanwhile.
/// </summary>
internal sealed class LoadNumbers(StoreLog log)
{
    private const int Tries = 2_000;

    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>When the load of that id began; later than it says of itself where the clock was set back.</summary>
    public static DateTimeOffset TimeOf(string loadId) =>
        DateTimeOffset.ParseExact(loadId.AsSpan(0, loadId.IndexOf('-')), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>An id such as <c>20260905T050000Z-0001-kolada</c>.</summary>
    public string NextId(DateTimeOffset now, string source)
    {
        var (time, number) = Next(now.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));
        return string.Create(CultureInfo.InvariantCulture, $"{time}-{number:D4}-{source}");
    }

    private (string Time, long Number) Next(string now)
    {
        var path = Path.Combine(log.Folder, ".loads");
        for (var attempt = 1; ; attempt++)
        {
            FileStream file;
            try
            {
                file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < Tries)
            {
                Thread.Sleep(5);
                continue;
            }

            using (file)
            {
                return Next(file, now);
            }
        }
    }

    // Written over, never emptied first: a number only grows, so a writer that dies here leaves the earlier number or its own.
    private (string Time, long Number) Next(FileStream file, string now)
    {
        using var reader = new StreamReader(file, Encoding.ASCII);
        var last = Last(reader.ReadToEnd());
        var (time, number) = (string.CompareOrdinal(now, last.Time) > 0 ? now : last.Time, last.Number + 1);
        file.Position = 0;
        file.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{time}-{number:D8}")));
        file.SetLength(file.Position);
        return (time, number);
    }

    // An earlier version of the program wrote the number alone.
    private (string Time, long Number) Last(string text) => text.Split('-') switch
    {
        [{ Length: 16 } time, { Length: >= 8 } number] when Number(number) is { } last => (time, last),
        [var number] when Number(number) is { } last => (LastInLog().Time, last),
        _ => LastInLog(),
    };

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The latest time and the highest number in use, where the file was lost.</summary>
    private (string Time, long Number) LastInLog()
    {
        log.Refresh();
        // A load that was killed has rows, but none in loads.
        var ids = log.Tables.SelectMany(table => table.CommitsAfter(-1)).Select(commit => commit.Info.LoadId?.Split('-')).Where(parts => parts is [_, _, ..]).ToList();
        return (
            ids.Select(parts => parts![0]).DefaultIfEmpty("").Max(StringComparer.Ordinal)!,
            ids.Select(parts => long.Parse(parts![1], CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max());
    }
}
