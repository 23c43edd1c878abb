using System.IO.Compression;
using System.Text;

namespace Foresight.Formats.Tests.Hostile;

/// <summary>A file that is meant to hurt.</summary>
internal sealed record HostileBomb(string Reader, string Name, Func<byte[]> Make);

/// <summary>Files of half a megabyte that are meant to hurt. Those for feeds are beside their reader's tests.</summary>
internal static class HostileBombs
{
    private const int Length = 500_000;
    private const string Px = "MATRIX=\"T\";TITLE=\"T\";UNITS=\"x\";DECIMALS=0;";

    public static IReadOnlyList<HostileBomb> All { get; } =
    [
        .. Of("JSON-stat",
            ("arrays", () => Repeat("[", Length)),
            ("objects", () => Repeat("{\"a\":", Length)),
            ("bundles", () => Repeat("{\"a\":{\"dimension\":", Length)),
            ("one dimension many times", () => Dataset(Join(20_000, _ => "\"a\""), Join(20_000, _ => "1"), $"\"a\":{{\"category\":{{\"label\":{{{Join(20_000, i => $"\"{i}\":\"x\"")}}},\"index\":[\"x\"]}}}}", "1")),
            ("many dimensions", () => Dataset(Join(9_000, i => $"\"{i}\""), Join(9_000, _ => "1"), Join(9_000, i => $"\"{i}\":{{\"category\":{{\"index\":[\"x\"]}}}}"), "1")),
            ("a cube of millions without cells", () => Cube("{}")),
            ("a cube of millions with the last cell", () => Cube("{\"49999999\":1}")),
            ("a status for a cube of millions", () => Cube("{\"1\":1},\"status\":\"p\"")),
            ("a list of one status for a cube of millions", () => Cube("{\"1\":1},\"status\":[\"p\"]")),
            ("cells twice", () => Dataset("\"a\"", "2", Two, $"{{{Join(60_000, _ => "\"1\":1")}}}")),
            ("values", () => Dataset("\"a\"", "2", Two, $"[{Join(Length / 2, _ => "1")}]")),
            ("nulls", () => Dataset("\"a\"", "2", Two, $"[{Join(Length / 5, _ => "null")}]")),
            ("texts for values", () => Dataset("\"a\"", "2", Two, $"[{Join(60_000, i => $"\"t{i}\"")}]")),
            ("statuses", () => Dataset("\"a\"", "2", Two, $"[1,2],\"status\":[{Join(60_000, i => $"\"t{i}\"")}]")),
            ("values again and again", () => $"{{{Join(30_000, _ => "\"value\":[1]")}}}"),
            ("datasets in a bundle", () => $"{{{Join(4_000, i => $"\"d{i}\":{{\"value\":[1],\"dimension\":{{\"id\":[\"a\"],\"size\":[1],\"a\":{{\"category\":{{\"index\":[\"x\"]}}}}}}}}")}}}"),
            ("notes", () => $"{{\"note\":[{Join(Length / 3, _ => "\"\"")}],\"dimension\":{{}}}}"),
            ("digits", () => Dataset("\"a\"", "2", Two, $"[1,{new string('9', Length)}]")),
            ("a long name", () => $"{{\"{new string('a', Length)}\":1}}"),
            ("an error of many lines", () => $"{{\"error\":[{Join(20_000, i => $"{{\"status\":{i},\"label\":\"a\\nb\"}}")}]}}")),
        .. Of("PxWeb's tables",
            ("variables", () => $"{{\"variables\":[{Join(20_000, i => $"{{\"code\":\"{i}\"}}")}]}}"),
            ("values", () => $"{{\"variables\":[{{\"code\":\"a\",\"time\":true,\"values\":[{Join(60_000, i => $"\"{i}\"")}]}}]}}")),
        .. Of(".px",
            ("quotation marks", () => Repeat("\"", Length)),
            ("keywords", () => Repeat("A=1;", Length)),
            ("names of DATA", () => Repeat("DATA", Length)),
            ("brackets", () => Repeat("A(\"b\")[c]", Length)),
            ("a cube of millions", () => $"{Px}STUB={Join(9, i => $"\"{i}\"")};HEADING=\"y\";{string.Concat(Enumerable.Range(0, 9).Select(i => $"VALUES(\"{i}\")={Join(100, v => $"\"{v}\"")};"))}VALUES(\"y\")=\"1\";DATA=1 2 3;"),
            ("many variables", () => $"{Px}STUB={Join(9_000, i => $"\"{i}\"")};{string.Concat(Enumerable.Range(0, 9_000).Select(i => ($"VALUES(\"{i}\")=\"1\";")))}DATA=1;"),
            ("values of one variable", () => $"{Px}STUB=\"a\";VALUES(\"a\")={Join(60_000, i => $"\"{i}\"")};DATA={Repeat("1 ", 120_000)};"),
            ("time values of a wide range", () => $"{Px}STUB=\"a\";VALUES(\"a\")=\"1\";TIMEVAL(\"a\")=TLIST(D1,\"00010101\"-\"99991231\");DATA=1;"),
            ("notes on cells", () => $"{Px}STUB=\"a\";VALUES(\"a\")=\"1\",\"2\";{string.Concat(Enumerable.Range(0, 12_000).Select(i => ($"DATANOTECELL(\"{i}\")=\"*\";")))}DATA=1 2;"),
            ("notes on any cell", () => $"{Px}STUB=\"a\";VALUES(\"a\")=\"1\",\"2\";{Repeat("DATANOTECELL(\"*\")=\"*\";", 200_000)}DATA=1 2;"),
            ("languages", () => $"{Px}LANGUAGES={Join(30_000, i => $"\"l{i}\"")};STUB=\"a\";VALUES(\"a\")=\"1\";DATA=1;"),
            ("statements in languages", () => $"{Px}STUB=\"a\";VALUES(\"a\")=\"1\";{string.Concat(Enumerable.Range(0, 20_000).Select(i => ($"VALUES[{i}](\"a\")=\"1\";")))}DATA=1;"),
            ("parts of a text", () => $"{Px}NOTE={Repeat("\"a\"", Length)};STUB=\"a\";VALUES(\"a\")=\"1\";DATA=1;"),
            ("unknown names", () => $"{Px}STUB=\"a\";VALUES(\"a\")=\"1\";{string.Concat(Enumerable.Range(0, 20_000).Select(i => ($"DOMAIN(\"{i}\")=\"x\";")))}DATA=1;")),
        .. TsvBombs("Eurostat's TSV"),
        .. TsvBombs("Eurostat's TSV with empty cells"),
        .. Of("SDMX-CSV",
            ("columns", () => "DATAFLOW," + Join(100_000, i => $"c{i}") + ",OBS_VALUE\n1,2\n"),
            ("short lines", () => "DATAFLOW,TIME_PERIOD,OBS_VALUE\n" + Repeat("a\n", Length)),
            ("empty lines", () => "DATAFLOW,TIME_PERIOD,OBS_VALUE\n" + Repeat("\n", Length)),
            ("empty fields", () => "DATAFLOW,TIME_PERIOD,OBS_VALUE\n" + Repeat(",,\n", Length)),
            ("quotation marks", () => "DATAFLOW,TIME_PERIOD,OBS_VALUE\n" + Repeat("\"", Length)),
            ("quoted line breaks", () => "DATAFLOW,TIME_PERIOD,OBS_VALUE\n" + Repeat("\"\n\"", Length)),
            ("different codes", () => "DATAFLOW,TIME_PERIOD,OBS_VALUE\n" + string.Concat(Enumerable.Range(0, 50_000).Select(i => ($"{i},2024,1\n")))),
            ("a long line", () => "DATAFLOW,TIME_PERIOD,OBS_VALUE\n" + new string('a', Length)),
            ("a long field for a value", () => "DATAFLOW,TIME_PERIOD,OBS_VALUE\n" + Repeat("a,b," + new string('x', 50_000) + "\n", Length))),
        .. Of("tables of lines",
            ("columns", () => Join(100_000, i => $"c{i}") + "\n"),
            ("short lines", () => "REPORTER,PARTNER,PRODUCT_NC,PERIOD,VALUE_EUR\n" + Repeat("a\n", Length)),
            ("empty fields", () => "REPORTER,PARTNER,PRODUCT_NC,PERIOD,VALUE_EUR\n" + Repeat(",,,,\n", Length)),
            ("quotation marks", () => "REPORTER,PARTNER,PRODUCT_NC,PERIOD,VALUE_EUR\n" + Repeat("\"", Length)),
            ("a long line", () => "REPORTER,PARTNER,PRODUCT_NC,PERIOD,VALUE_EUR\n" + new string('a', Length)),
            ("a long field for a value", () => "REPORTER,PARTNER,PRODUCT_NC,PERIOD,VALUE_EUR\n" + Repeat("a,b,c,d," + new string('x', 50_000) + "\n", Length)),
            ("one column many times", () => Join(900, _ => "PERIOD") + ",REPORTER,PARTNER,PRODUCT_NC,VALUE_EUR\n" + Repeat(",", Length))),
        .. HtmlBombs("HTML"),
        .. HtmlBombs("lists in HTML"),
        new("gzip", "many zeros", Zeros),
    ];

    private const string Two = "\"a\":{\"category\":{\"index\":[\"x\",\"y\"]}}";

    private static IEnumerable<HostileBomb> TsvBombs(string reader) => Of(reader,
        ("periods", () => "geo\\time\t" + string.Join('\t', Enumerable.Range(0, 60_000).Select(i => $"{i}")) + "\nSE\t1\n"),
        ("empty cells", () => "geo\\time\t2024\nSE" + Repeat("\t:", Length)),
        ("dimensions", () => Join(100_000, i => $"d{i}") + "\\time\t2024\nSE\t1\n"),
        ("short lines", () => "geo\\time\t2024\n" + Repeat("a\n", Length)),
        ("lines of empty cells", () => "geo\\time\t2024\t2025\n" + Repeat("a\t:\t:\n", Length)),
        ("lines of values", () => "geo\\time\t1\t2\t3\t4\t5\t6\t7\t8\n" + Repeat("a\t1\t1\t1\t1\t1\t1\t1\t1\n", Length)),
        ("wrong values", () => "geo\\time\t1\t2\t3\t4\t5\t6\t7\t8\n" + Repeat("a\tx\tx\tx\tx\tx\tx\tx\tx\n", Length)),
        ("flags", () => "geo\\time\t2024\n" + string.Concat(Enumerable.Range(0, 40_000).Select(i => ($"a\t1 f{i}\n")))),
        ("a long flag", () => "geo\\time\t2024\na\t1 " + new string('b', Length)),
        ("a long line", () => "geo\\time\t2024\n" + new string('a', Length)));

    private static IEnumerable<HostileBomb> HtmlBombs(string reader) => Of(reader,
        ("open tags", () => Repeat("<li><a href=x>", Length)),
        ("less-than signs", () => "<li>" + Repeat("<", Length)),
        ("quotes without end", () => "<li>" + Repeat("<a href=\"", Length)),
        ("attributes", () => "<li><a " + string.Concat(Enumerable.Range(0, 60_000).Select(i => ($"a{i} "))) + ">"),
        ("attributes behind a comment", () => "<!----><li><a " + string.Concat(Enumerable.Range(0, 60_000).Select(i => $"a{i} ")) + ">"),
        ("one attribute many times", () => "<!----><li><a " + Repeat("href=a ", Length) + ">"),
        ("comments", () => Repeat("<!--", Length)),
        ("ends of comments", () => "<!--" + Repeat("--!", Length)),
        ("data", () => Repeat("<![CDATA[", Length)),
        ("references", () => Repeat("&#65;&amp", Length)),
        ("references without end", () => Repeat("&CounterClockwiseContourIntegra", Length)),
        ("ampersands", () => "<b>" + Repeat("&", Length)),
        ("scripts", () => Repeat("<script>", Length)),
        ("ends of scripts", () => "<script>" + Repeat("</scrip", Length)),
        ("document types", () => Repeat("<!DOCTYPE a \"", Length)),
        ("end tags without a name", () => "<b>" + Repeat("</>", Length)),
        ("numbers that are no characters", () => "<b>&#2147483648;&#4294967295;&#xFFFFFFFF;&#x80000000;" + "&#" + new string('9', Length) + ";"),
        ("instructions", () => "<b>" + Repeat("<?", Length)),
        ("dashes", () => "<!--" + Repeat("-", Length)),
        ("escaped scripts", () => "<script><!--" + Repeat("<script>-", Length)),
        ("raw texts", () => Repeat("<style></styl", Length)),
        ("slashes", () => "<b " + Repeat("/ ", Length)),
        ("end tags", () => "<li>" + Repeat("</li>", Length)),
        ("zeros", () => "<li>" + Repeat("\0", Length)));

    private static IEnumerable<HostileBomb> Of(string reader, params (string Name, Func<string> Text)[] bombs) =>
        bombs.Select(bomb => new HostileBomb(reader, bomb.Name, () => Encoding.UTF8.GetBytes(bomb.Text())));

    private static string Dataset(string ids, string sizes, string dimensions, string value) =>
        $"{{\"version\":\"2.0\",\"class\":\"dataset\",\"id\":[{ids}],\"size\":[{sizes}],\"dimension\":{{{dimensions}}},\"value\":{value}}}";

    /// <summary>Some 50 million cells, of which few are given.</summary>
    private static string Cube(string value) =>
        Dataset("\"a\",\"b\"", "7071,7071", $"\"a\":{{\"category\":{{\"index\":[{Join(7071, i => $"\"{i}\"")}]}}}},\"b\":{{\"category\":{{\"index\":[{Join(7071, i => $"\"{i}\"")}]}}}}", value);

    private static string Join(int count, Func<int, string> of) => string.Join(',', Enumerable.Range(0, count).Select(of));

    private static string Repeat(string text, int length) => string.Concat(Enumerable.Repeat(text, length / text.Length));

    private static byte[] Zeros()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 256; i++)
                gzip.Write(zeros);
        }

        return packed.ToArray();
    }
}
