using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Foresight.Tests.Runs;

/// <summary>A feed, a paged list of documents and a statistical table that are other ones in every round: longer, and revised here and there.</summary>
internal static class ChangingSources
{
    private const int FirstItems = 300;
    private const int FirstDocuments = 60;
    private const int Regions = 200;
    private const int Quarters = 40;

    private static readonly DateTimeOffset FirstDay = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Feed(int round)
    {
        var text = new StringBuilder("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Prov</title><link>https://example.org</link><description>Prov</description>");
        for (var item = FirstItems + (round * 7); item > 0; item--)
        {
            text.Append(CultureInfo.InvariantCulture, $"<item><guid>https://example.org/{item}</guid><link>https://example.org/{item}</link>")
                .Append(CultureInfo.InvariantCulture, $"<title>Nyhet {item} om {Words(item)}, lydelse {Edition(item, round)}</title>")
                .Append(CultureInfo.InvariantCulture, $"<description>{Words(item * 31)} och {Words(item * 17)} enligt {Words(item * 7)}.</description>")
                .Append(CultureInfo.InvariantCulture, $"<pubDate>{FirstDay.AddHours(item * 5):R}</pubDate></item>");
        }

        return Encoding.UTF8.GetBytes(text.Append("</channel></rss>").ToString());
    }

    /// <summary>A page of Riksdagen's list, newest first.</summary>
    public static byte[] Riksdagen(int round, string pathAndQuery, Uri server, int pageSize)
    {
        var page = int.Parse(pathAndQuery[(pathAndQuery.LastIndexOf("p=", StringComparison.Ordinal) + 2)..], CultureInfo.InvariantCulture);
        var all = FirstDocuments + (round * 3);
        var pages = (all + pageSize - 1) / pageSize;
        var documents = Enumerable.Range(1, all).Reverse().Skip((page - 1) * pageSize).Take(pageSize).Select(number => new Dictionary<string, object?>
        {
            ["id"] = $"he01prov{number}",
            ["dok_id"] = $"HE01PROV{number}",
            ["datum"] = FirstDay.AddDays(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["titel"] = $"Förslag {number} om {Words(number * 13)}, lydelse {Edition(number, number > all - 10 ? round : 0)}",
            ["doktyp"] = "prop",
            ["typ"] = "prop",
            ["dokumentnamn"] = "Proposition",
        });
        var list = new Dictionary<string, object?>
        {
            ["@sidor"] = pages.ToString(CultureInfo.InvariantCulture),
            ["@traffar"] = all.ToString(CultureInfo.InvariantCulture),
            ["@sida"] = page.ToString(CultureInfo.InvariantCulture),
            ["dokument"] = documents,
        };
        if (page < pages)
        {
            list["@nasta_sida"] = new Uri(server, pathAndQuery[..pathAndQuery.LastIndexOf("p=", StringComparison.Ordinal)] + FormattableString.Invariant($"p={page + 1}")).AbsoluteUri;
        }

        return JsonSerializer.SerializeToUtf8Bytes(new { dokumentlista = list });
    }

    public static byte[] Px(int round)
    {
        var regions = Enumerable.Range(1, Regions).Select(region => $"\"{region:0000}\"");
        var quarters = Enumerable.Range(0, Quarters).Select(quarter => $"{2016 + (quarter / 4)}{1 + (quarter % 4)}").ToList();
        var text = new StringBuilder("CHARSET=\"ANSI\";\nAXIS-VERSION=\"2013\";\nCODEPAGE=\"utf-8\";\nLANGUAGE=\"sv\";\nDECIMALS=0;\nMATRIX=\"PROV1\";\nTITLE=\"Prov\";\nCONTENTS=\"Prov\";\nUNITS=\"antal\";\n")
            .Append("STUB=\"region\";\nHEADING=\"kvartal\";\n")
            .Append(CultureInfo.InvariantCulture, $"VALUES(\"region\")={string.Join(',', regions)};\nCODES(\"region\")={string.Join(',', regions)};\n")
            .Append(CultureInfo.InvariantCulture, $"VALUES(\"kvartal\")={string.Join(',', quarters.Select(quarter => $"\"{quarter[..4]}K{quarter[4..]}\""))};\n")
            .Append(CultureInfo.InvariantCulture, $"TIMEVAL(\"kvartal\")=TLIST(Q1),{string.Join(',', quarters.Select(quarter => $"\"{quarter}\""))};\nDATA=\n");
        for (var region = 0; region < Regions; region++)
        {
            text.AppendJoin(' ', Enumerable.Range(0, Quarters).Select(quarter => (1000 * region) + (10 * quarter) + Edition(region + quarter, round))).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.Append(";\n").ToString());
    }

    /// <summary>Which wording or figure something has: a tenth of all change in each round.</summary>
    private static int Edition(int number, int round) => (number + round) / 10;

    private static string Words(int number)
    {
        string[] first = ["skolor", "vägar", "skogar", "sjöar", "bibliotek", "bostäder", "företag", "museer", "hamnar", "broar", "parker", "badhus", "gårdar"];
        string[] second = ["energi", "handel", "vård", "språk", "musik", "turism", "forskning", "natur", "arbete", "klimat", "idrott"];
        return $"{first[number % first.Length]} och {second[number % second.Length]}";
    }
}
