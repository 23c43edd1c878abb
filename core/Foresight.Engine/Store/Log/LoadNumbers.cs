using System.Globalization;
using System.Text;
using Foresight.Engine.Store.Columns;

namespace Foresight.Engine.Store.Log;

/// <summary>Numbers loads over all processes, by a file that only one can hold open at a time.</summary>
internal sealed class LoadNumbers(StoreLog log)
{
    private const int Tries = 2_000;

    /// <summary>An id such as <c>20260905T050000Z-0001-kolada</c>.</summary>
    public string NextId(DateTimeOffset now, string source)
    {
        var time = now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{time}-{Next():D4}-{source}");
    }

    private long Next()
    {
        var path = Path.Combine(log.Folder, ".loads");
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                using var reader = new StreamReader(file, Encoding.ASCII);
                var next = (long.TryParse(reader.ReadToEnd(), NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : LastInLog()) + 1;
                file.SetLength(0);
                file.Write(Encoding.ASCII.GetBytes(next.ToString(CultureInfo.InvariantCulture)));
                return next;
            }
            catch (IOException) when (attempt < Tries)
            {
                Thread.Sleep(5);
            }
        }
    }

    /// <summary>The highest number in use, where the file of numbers was lost.</summary>
    private long LastInLog()
    {
        log.Refresh();
        return log[StoreShapes.Loads].CommitsAfter(-1)
            .Select(commit => commit.Info.LoadId?.Split('-') is [_, var number, ..] ? long.Parse(number, CultureInfo.InvariantCulture) : 0)
            .DefaultIfEmpty(0).Max();
    }
}
