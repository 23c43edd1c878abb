using System.Globalization;
using System.Text;

namespace Foresight.Benchmarks.Store;

/// <summary>A file in the form and with the cardinalities of Comext's SDMX-CSV, the same for the same number of rows.</summary>
internal static class ComextFile
{
    private const int Products = 9_500;
    private const int Partners = 250;
    private const int Reporters = 30;

    public static void Write(string path, int rows)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20);
        writer.Write("DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE\n");
        var random = new Random(20260905);
        var line = new StringBuilder();
        var written = 0;
        // As the service orders them: by reporter, partner, product, flow, indicator and month, with gaps where nothing was traded.
        var traded = 1.02 * rows / (Reporters * (double)Partners * Products * 24);
        for (var reporter = 0; reporter < Reporters && written < rows; reporter++)
        {
            for (var partner = 0; partner < Partners && written < rows; partner++)
            {
                for (var product = 0; product < Products && written < rows; product++)
                {
                    if (random.NextDouble() > traded)
                    {
                        continue;
                    }

                    var flow = random.Next(1, 3);
                    foreach (var indicator in new[] { "QUANTITY_IN_100KG", "VALUE_IN_EUROS" })
                    {
                        for (var month = 1; month <= 12 && written < rows; month++)
                        {
                            line.Clear().Append("ESTAT:DS-045409(1.0),15/08/26 11:00:00,M,").Append((char)('A' + reporter / 10)).Append((char)('A' + reporter % 10))
                                .Append(',').Append((char)('A' + partner / 26)).Append((char)('A' + partner % 26)).Append(',');
                            line.Append(CultureInfo.InvariantCulture, $"{10_000_000 + product * 8_971L}").Append(',').Append(flow).Append(',').Append(indicator);
                            line.Append(CultureInfo.InvariantCulture, $",2025-{month:00},{random.Next(1, 5_000_000) / 100.0:0.##}\n");
                            writer.Write(line);
                            written++;
                        }
                    }
                }
            }
        }
    }
}
