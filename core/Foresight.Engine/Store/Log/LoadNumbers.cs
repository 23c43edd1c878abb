using System.Globalization;
using System.Text;

namespace Foresight.Engine.Store.Log;

/// <summary>Numbers loads over all processes, by a file that only one can hold open at a time.</summary>
internal sealed class LoadNumbers(StoreLog log)
{
    private const int Tries = 2_000;

    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>When the load of that id began.</summary>
    public static DateTimeOffset TimeOf(string loadId) =>
        DateTimeOffset.ParseExact(loadId.AsSpan(0, loadId.IndexOf('-')), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>An id such as <c>20260905T050000Z-0001-kolada</c>.</summary>
    public string NextId(DateTimeOffset now, string source)
    {
        var time = now.ToString(TimeFormat, CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{time}-{Next():D4}-{source}");
    }

    private long Next()
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
                return Next(file);
            }
        }
    }

    // Written over, never emptied first: a number only grows, so a writer that dies here leaves the earlier number or its own.
    private long Next(FileStream file)
    {
        using var reader = new StreamReader(file, Encoding.ASCII);
        var next = (long.TryParse(reader.ReadToEnd(), NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : LastInLog()) + 1;
        file.Position = 0;
        file.Write(Encoding.ASCII.GetBytes(next.ToString(CultureInfo.InvariantCulture)));
        file.SetLength(file.Position);
        return next;
    }

    /// <summary>The highest number in use, where the file of numbers was lost.</summary>
    private long LastInLog()
    {
        log.Refresh();
        // A load that was killed has rows, but none in loads.
        return log.Tables.SelectMany(table => table.CommitsAfter(-1))
            .Select(commit => commit.Info.LoadId?.Split('-') is [_, var number, ..] ? long.Parse(number, CultureInfo.InvariantCulture) : 0)
            .DefaultIfEmpty(0).Max();
    }
}
