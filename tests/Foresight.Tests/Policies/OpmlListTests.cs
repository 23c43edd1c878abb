using System.Text;
using Foresight.Engine.Policies.Opml;
using Xunit;

namespace Foresight.Tests.Policies;

public sealed class OpmlListTests
{
    [Fact]
    public void Read_NestedFoldersMissingTitlesAndDuplicates_GivesEachFeedOnce()
    {
        var list = Read("""
            <?xml version="1.0"?><opml version="1.0"><head><title>Mina</title></head><body>
            <outline text="Mapp"><outline text="Inre mapp">
              <outline type="rss" text="Ett &amp; två" xmlUrl="https://example.org/a/" htmlUrl="https://example.org/" language="sv"/>
            </outline></outline>
            <outline xmlUrl="http://example.org/a"/>
            <outline XMLURL="feed://example.net/rss"/>
            <outline text="Fel" xmlUrl="javascript:alert(1)"/>
            </body></opml>
            """);

        Assert.Equal(
            [new OpmlFeed(new Uri("https://example.org/a/"), "Ett & två", new Uri("https://example.org/"), "sv"), new OpmlFeed(new Uri("http://example.net/rss"), "example.net")],
            list.Feeds);
        Assert.Equal(2, list.Problems.Count);
        Assert.StartsWith("Line 5: http://example.org/a is named before", list.Problems[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!DOCTYPE opml [<!ENTITY a \"b\">]><opml/>", "no well-formed XML without document type")]
    [InlineData("<rss/>", "begins with <rss>")]
    [InlineData("", "no well-formed XML")]
    public void Read_WhatIsNoOpml_IsRefusedInASentence(string text, string part)
    {
        var refusal = Assert.Throws<FormatException>(() => Read(text));

        Assert.Contains(part, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ThenRead_GivesTheSameFeeds()
    {
        OpmlFeed[] feeds = [new(new Uri("https://example.org/a?b=1&c=2"), "Å \"ä\" <ö>", new Uri("https://example.org/"), "sv"), new(new Uri("https://example.net/x"), "x")];
        using var text = new StringWriter();

        OpmlList.Write(text, "Lista", feeds);

        Assert.Equal(feeds, Read(text.ToString()).Feeds);
    }

    private static OpmlList Read(string text) => OpmlList.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));
}
