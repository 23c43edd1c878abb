using System.Globalization;
using System.Text;

namespace Foresight.Benchmarks.Feeds;

/// <summary>Large feeds of items as sources write them.</summary>
internal static class FeedFile
{
    private const string Words = "kommunen samarbete näringsliv utbildning åtgärder förslag region europeiska fonder klimat öppen inkludering hållbar tillväxt ";

    /// <summary>Press releases: short texts without markup.</summary>
    public static byte[] PressReleases(int megabytes) => Repeat(
        megabytes,
        """<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:a10="http://www.w3.org/2005/Atom"><channel><title>Press</title><link>https://example.org/</link><language>en</language>""",
        i => $"""

                  <item>
                    <title>Exempel {i}: {Text(i, 60)}</title>
                    <link>https://example.org/presscorner/detail/en/ip_26_{i}</link>
                    <description>{Text(i, 200)} &amp; mer</description>
                    <pubDate>Wed, 02 Sep 2026 {i % 24:00}:00:00 GMT</pubDate>
                    <category>Region {i % 20}</category>
                    <guid>https://example.org/presscorner/detail/en/ip_26_{i}</guid>
                  </item>
              """,
        "</channel></rss>");

    /// <summary>Articles: descriptions in escaped HTML.</summary>
    public static byte[] Articles(int megabytes) => Repeat(
        megabytes,
        """<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>News</title><link>https://example.org/</link>""",
        i => $"""
              <item><title>Exempel {i}</title><link>https://example.org/{i}</link><dc:creator>Anna Exempel</dc:creator><pubDate>Mon, 25 May 2026 07:59:15 +0200</pubDate>
              <description>&lt;p class="intro"&gt;{Text(i, 300)}&lt;/p&gt;&lt;p&gt;{Text(i + 7, 700)} &lt;a href="https://example.org/x{i}"&gt;mer&lt;/a&gt;&amp;nbsp;&lt;br /&gt;{Text(i + 3, 400)}&lt;/p&gt;</description>
              <guid isPermaLink="false">urn:example:{i}</guid></item>
              """,
        "</channel></rss>");

    /// <summary>Entries of Atom with contents in XHTML.</summary>
    public static byte[] Entries(int megabytes) => Repeat(
        megabytes,
        """<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Entries</title><id>urn:example:feed</id><updated>2026-09-01T00:00:00Z</updated>""",
        i => $"""
              <entry><title type="html">Exempel &lt;b&gt;{i}&lt;/b&gt;</title><id>urn:example:{i}</id><updated>2026-09-01T12:00:00+02:00</updated><author><name>Bo Exempel</name></author>
              <link rel="alternate" type="text/html" href="https://example.org/{i}"/><category term="t{i % 9}" scheme="https://example.org/t"/>
              <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{Text(i, 400)}</p><ul><li>{Text(i + 1, 80)}</li><li><em>{Text(i + 2, 90)}</em></li></ul></div></content></entry>
              """,
        "</feed>");

    private static byte[] Repeat(int megabytes, string begin, Func<int, string> item, string end)
    {
        using var file = new MemoryStream();
        file.Write(Encoding.UTF8.GetBytes(begin));
        for (var i = 0; file.Length < megabytes * 1_000_000L; i++)
            file.Write(Encoding.UTF8.GetBytes(item(i)));
        file.Write(Encoding.UTF8.GetBytes(end));
        return file.ToArray();
    }

    private static string Text(int seed, int length)
    {
        var text = new StringBuilder(length + 20);
        for (var at = seed * 13 % Words.Length; text.Length < length; at = 0)
            text.Append(Words.AsSpan(at, Math.Min(Words.Length - at, length - text.Length)));
        return string.Create(CultureInfo.InvariantCulture, $"{text}.");
    }
}
