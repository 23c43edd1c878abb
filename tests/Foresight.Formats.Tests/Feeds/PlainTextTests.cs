using System.Diagnostics;
using CsCheck;
using Foresight.Formats.Feeds;
using Xunit;

namespace Foresight.Formats.Tests.Feeds;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("Vanlig text", "Vanlig text")]
    [InlineData("  flera\n\u00A0 rader\t", "flera rader")]
    [InlineData("<p>ett</p><p>två</p>", "ett två")]
    [InlineData("ett<br>två", "ett två")]
    [InlineData("för<b>et</b>ag", "företag")]
    [InlineData("R&amp;D &aring;&auml;&ouml; &#229; &euro;", "R&D åäö å €")]
    [InlineData("a<script>alert('<b>x</b>')</script>b<style>p{}</style>c", "abc")]
    [InlineData("5 < 6 & 7", "5 < 6 & 7")]
    [InlineData("<img src=x onerror=alert(1)>bild", "bild")]
    [InlineData("mjuk\u00ADt binde\u200Bstreck", "mjukt bindestreck")]
    [InlineData("<!-- gömt -->synligt", "synligt")]
    [InlineData("", "")]
    public void FromHtml_Markup_LeavesWhatIsSeen(string html, string expected)
    {
        var text = PlainText.FromHtml(html);

        Assert.Equal(expected, text);
    }

    [Fact]
    public void FromHtml_HostileNesting_StaysLinear()
    {
        var clock = Stopwatch.StartNew();

        PlainText.FromHtml(string.Concat(Enumerable.Range(0, 60_000).Select(i => $"<b a{i}><p>")));

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"It took {clock.Elapsed}.");
    }

    /// <summary>AngleSharp's tokenizer calls itself for each of these; the process ended.</summary>
    [Theory]
    [InlineData("<!--", "--!", "-->seen", "seen")]
    [InlineData("a<b>", "</>", "b", "ab")]
    public void FromHtml_ChainOnWhichTheTokenizerCallsItself_IsRead(string before, string link, string after, string expected)
    {
        var html = before + string.Concat(Enumerable.Repeat(link, 200_000)) + after;

        Assert.Equal(expected, PlainText.FromHtml(html));
    }

    [Fact]
    public void FromHtml_EverydayMarkup_GivesWhatTheTokenizerGives()
    {
        // Not "&;": there the tokenizer loses the semicolon.
        string[] parts =
        [
            "<", ">", "& ", "#", "\"", "'", "=", "/", "!", " ", "a", "b", "é", "–", "p", "br", "<p>", "</p>", "<b>", "</b>", "<a href=\"x>y\">", "<img alt='<'/>", "<p class=x>",
            "&amp;", "&nbsp;", "&lt;", "&#228;", "&#146;", "&#x41;", "&#0;", "&copy", "&aring;", "&notanentity;", "<script>", "</script>", "<style>", "<!--", "-->", "<?", "]]>", "&#55296;",
        ];

        Gen.Int[0, parts.Length - 1].Array[0, 12].Sample(chosen =>
        {
            var html = string.Concat(chosen.Select(one => parts[one]));
            // A comment is not of the everyday part: it makes the tokenizer read the whole.
            Assert.Equal(PlainText.FromHtml("<!---->" + html), PlainText.FromHtml(html));
        }, iter: 20_000);
    }
}
