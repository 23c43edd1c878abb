using System.Globalization;
using System.Text;

namespace Foresight.Benchmarks.Formats;

/// <summary>Files in the forms and with the shares of gaps and flags of Eurostat's, the same for the same size.</summary>
internal static class StatisticsFiles
{
    private const int Seed = 20261123;
    private const int Years = 24;
    private static readonly string[] Flags = ["b", "p", "e", "u", "bu"];

    /// <summary>
    /// TSV of the newer generation: regions by unit, sex and age, a column a year. A series begins in some year (a quarter of the cells
    /// is empty), moves by some per cent, and one in six figures has a flag, mostly the one before's.
    /// </summary>
    public static void WriteTsv(string path, int megabytes)
    {
        using var writer = Open(path);
        var random = new Random(Seed);
        writer.Write("freq,unit,sex,age,geo\\TIME_PERIOD");
        for (var year = 0; year < Years; year++)
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"\t{2000 + year} "));
        writer.Write('\n');
        for (var line = 0; writer.BaseStream.Position < megabytes * 1_000_000L; line++)
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"A,{(line / 50_000 % 2 == 0 ? "THS" : "PC")},{"FMT"[line / 10_000 % 3]},Y{line / 1_000 % 10}-{line % 7},SE{line % 1_000:000}"));
            var (begins, level, flag) = (random.Next(Years / 2), Math.Pow(10, 1 + (5 * random.NextDouble())), "");
            for (var year = 0; year < Years; year++)
            {
                flag = random.Next(10) > 0 ? flag : random.Next(6) == 0 ? Flags[random.Next(Flags.Length)] : "";
                level *= 1 + (0.1 * (random.NextDouble() - 0.45));
                writer.Write(year < begins ? "\t: " : string.Create(CultureInfo.InvariantCulture, $"\t{level:0.0} {flag}"));
            }

            writer.Write('\n');
        }
    }

    /// <summary>JSON-stat as Eurostat writes it (a map of cells) or as PxWeb does (a list with null).</summary>
    public static void WriteJsonStat(string path, int cells, bool isMap)
    {
        using var writer = Open(path);
        var random = new Random(Seed);
        var regions = cells / Years;
        writer.Write("{\"version\":\"2.0\",\"class\":\"dataset\",\"label\":\"Regions\",\"source\":\"Benchmark\",\"value\":" + (isMap ? '{' : '['));
        var comma = "";
        for (var cell = 0; cell < regions * Years; cell++)
        {
            var isEmpty = random.Next(4) == 0;
            if (isEmpty && isMap)
                continue;
            var value = isEmpty ? "null" : string.Create(CultureInfo.InvariantCulture, $"{random.Next(1, 9_999_999) / 10.0:0.#}");
            writer.Write(isMap ? string.Create(CultureInfo.InvariantCulture, $"{comma}\"{cell}\":{value}") : comma + value);
            comma = ",";
        }

        writer.Write((isMap ? '}' : ']') + ",\"id\":[\"geo\",\"time\"],\"size\":[" + string.Create(CultureInfo.InvariantCulture, $"{regions},{Years}],\"dimension\":{{\"geo\":{{\"category\":{{\"index\":["));
        writer.Write(string.Join(',', Enumerable.Range(0, regions).Select(i => $"\"R{i}\"")) + "]}},\"time\":{\"category\":{\"index\":[");
        writer.Write(string.Join(',', Enumerable.Range(2000, Years).Select(i => $"\"{i}\"")) + "]}}}}");
    }

    private static StreamWriter Open(string path) => new(path, append: false, new UTF8Encoding(false), 1 << 20);
}
