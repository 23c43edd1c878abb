using System.Buffers.Text;

namespace Foresight.Benchmarks.Comext;

/// <summary>
/// Monthly tables in the form and with the cardinalities of Comext's full_v2 files, the same for the same number of rows: 27 reporters,
/// 240 partners, 9,500 products of which three in ten have a supplementary unit, sorted, with the totals of every partner.
/// </summary>
internal static class BulkFile
{
    /// <summary>A real month has 4.9 million rows.</summary>
    public const int RowsOfMonth = 5_000_000;

    private const int Reporters = 27;
    private const int Partners = 240;
    private const int Products = 9_500;

    private const string Header =
        "REPORTER,PARTNER,TRADE_TYPE,PRODUCT_NC,PRODUCT_SITC,PRODUCT_CPA21,PRODUCT_CPA22,PRODUCT_BEC,PRODUCT_BEC5,PRODUCT_SECTION,FLOW,STAT_PROCEDURE,"
        + "SUPPL_UNIT,PERIOD,VALUE_EUR,VALUE_NAC,QUANTITY_KG,QUANTITY_SUPPL_UNIT\n";

    private static readonly string[] Units = ["M3", "PST", "L", "M2", "PA"];

    /// <summary>Writes so many rows, a file for every month that they fill; gives the files.</summary>
    public static IReadOnlyList<string> Write(string folder, int rows)
    {
        var files = new List<string>();
        for (var month = 1; rows > 0; month++, rows -= RowsOfMonth)
        {
            files.Add(Path.Combine(folder, $"full_2025{month:00}.dat"));
            WriteMonth(files[^1], month, Math.Min(rows, RowsOfMonth));
        }

        return files;
    }

    private static void WriteMonth(string path, int month, int rows)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 20);
        file.Write(System.Text.Encoding.ASCII.GetBytes(Header));
        var random = new Random(20260905 + month);
        var line = new Line(file);
        // Each pair of countries trades in so many products.
        var perPair = Math.Max(1, (int)Math.Ceiling(rows / (Reporters * (double)Partners)));
        var stride = Products / perPair;
        var left = rows;
        for (var reporter = 0; reporter < Reporters && left > 0; reporter++)
        {
            for (var partner = 0; partner < Partners && left > 0; partner++)
            {
                for (var i = 0; i < perPair && left > 0; i++, left--)
                    WriteRow(line, random, reporter, partner, i == perPair - 1 ? -1 : (i * stride) + random.Next(stride), month);
            }
        }
    }

    private static void WriteRow(Line line, Random random, int reporter, int partner, int product, int month)
    {
        var value = (long)Math.Exp(random.NextDouble() * 15);
        var kilograms = (long)(value * (0.1 + random.NextDouble()));
        var unit = product >= 0 && product % 10 < 3 ? Units[product % Units.Length] : "NO_SU";
        line.Text(CountryOf(reporter)).Text(CountryOf(partner + Reporters)).Text(partner < 26 ? "I" : "E");
        if (product < 0)
            line.Text("TOTAL").Text("TOTAL").Text("TOTAL").Text("TOTAL").Text("TOTAL").Text("TOTAL").Text("TO");
        else
            line.Number(1_012_100 + (product * 10_471L), 8).Number(10_000 + (product % 3_100), 5).Number(1_000 + (product % 700), 4).Number(1_000 + (product % 650), 4)
                .Number(100 + (product % 19), 3).Number(111_110 + (product % 60), 6).Number(1 + (product % 21), 2);
        line.Text((product & 1) == 0 ? "1" : "2").Text(random.Next(30) == 0 ? "2" : "1").Text(unit).Number(202_500 + month, 6)
            .Number(value, 1).Number(value * 11, 1).Number(kilograms, 1).Number(unit == "NO_SU" ? 0 : kilograms / 7, 1).End();
    }

    private static string CountryOf(int number) => $"{(char)('A' + (number / 26))}{(char)('A' + (number % 26))}";

    /// <summary>Writes fields, quicker than a text writer: twenty million rows are 1.7 GB.</summary>
    private sealed class Line(Stream stream)
    {
        private readonly byte[] bytes = new byte[512];
        private int length;

        public Line Text(string text)
        {
            length += System.Text.Encoding.ASCII.GetBytes(text, bytes.AsSpan(length));
            bytes[length++] = (byte)',';
            return this;
        }

        public Line Number(long number, int digits)
        {
            Utf8Formatter.TryFormat(number, bytes.AsSpan(length), out var written, new System.Buffers.StandardFormat('D', (byte)digits));
            length += written;
            bytes[length++] = (byte)',';
            return this;
        }

        public void End()
        {
            bytes[length - 1] = (byte)'\n';
            stream.Write(bytes, 0, length);
            length = 0;
        }
    }
}
