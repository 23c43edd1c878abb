using Foresight.Formats.Html;
using Xunit;

namespace Foresight.Formats.Tests.Html;

public sealed class HtmlListItemTests
{
    [Fact]
    public void Read_List_GivesLinksAndTimesOfEachItem()
    {
        var items = HtmlListItem.Read("<ul><li><a href=\"/a\"> Ett <b>&amp;</b>\n två</a> <time datetime=\"2026-06-09\">9 juni</time><ul><li><a href=\"/b\">under</a></li></ul></li><li>tom</li><li><a href='/c'>tre");

        Assert.Equal(2, items.Count);
        Assert.Equal([new HtmlLink("/a", "Ett & två"), new HtmlLink("/b", "under")], items[0].Links);
        Assert.Equal(["2026-06-09"], items[0].Times);
        Assert.Equal([new HtmlLink("/c", "tre")], items[1].Links);
    }

    [Fact]
    public void Read_OtherAttributesAround_KeepsTargetAndTime()
    {
        var items = HtmlListItem.Read("<li><a class='x' href='/a' title=\"y\" href='/b'>a</a><time id=t dateTime='2026-06-09' class=z>9 juni</time></li>");

        Assert.Equal([new HtmlLink("/a", "a")], items[0].Links);
        Assert.Equal(["2026-06-09"], items[0].Times);
    }

    [Fact]
    public void Read_WhatHoldsNoList_GivesNothing()
    {
        Assert.Empty(HtmlListItem.Read("<p><a href=\"/a\">a</a> <li"));
    }
}
