using Foresight.Engine.Classify.Rules;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Classify.Rules;

/// <summary>Known answers: which words of a text a written word meets.</summary>
public class RuleBookWordTests
{
    [Theory]
    // Forms of nouns.
    [InlineData("avfall", "Avfallet hämtas")]
    [InlineData("avfall", "AVFALLETS väg")]
    [InlineData("förening", "föreningarnas hus")]
    [InlineData("förening", "en förenings stadgar")]
    [InlineData("volontär", "volontärerna reser")]
    [InlineData("flykting", "flyktingar söker skydd")]
    [InlineData("flicka", "flickornas rätt")]
    [InlineData("pojke", "pojkarna läser")]
    [InlineData("arbete", "arbetets villkor")]
    [InlineData("arbete", "arbetena börjar")]
    [InlineData("lärare", "lärarna söks")]
    [InlineData("museum", "museerna öppnar")]
    [InlineData("museum", "Vänersborgs museum")]
    [InlineData("cykel", "cyklarna lånas ut")]
    [InlineData("tecken", "tecknet")]
    [InlineData("program", "programmen lanseras")]
    [InlineData("energi", "energin räcker")]
    [InlineData("kommitté", "kommittéerna möts")]
    [InlineData("skog", "skogarna")]
    // Adjectives and verbs.
    [InlineData("humanitär", "humanitära insatser")]
    [InlineData("ideell", "ideellt arbete")]
    [InlineData("hjälpa", "de hjälpte grannen")]
    [InlineData("hjälpa", "att hjälpas åt")]
    [InlineData("återvinna", "glaset återvinns")]
    [InlineData("utbilda", "utbildade sig")]
    // Compounds: first, last, middle part.
    [InlineData("avfall", "avfallshanteringen")]
    [InlineData("avfall", "matavfallet")]
    [InlineData("avfall", "hushållsavfallshantering")]
    [InlineData("energi", "energieffektivisering")]
    [InlineData("energi", "vindenergin")]
    [InlineData("arbete", "arbetsmarknaden")]
    [InlineData("skola", "skollagen")]
    [InlineData("skola", "förskolorna")]
    [InlineData("kyrka", "kyrkogården")]
    [InlineData("kamera", "kameraövervakning")]
    [InlineData("kvinna", "kvinnojour")]
    [InlineData("bostad", "bostadsbidrag")]
    [InlineData("bistånd", "biståndspolitik")]
    [InlineData("förening", "idrottsföreningarnas")]
    // Letters.
    [InlineData("jämställdhet", "JÄMSTÄLLDHET nu")]
    [InlineData("jämställdhet", "ja\u0308msta\u0308lldhet")]
    [InlineData("avfall", "mat-avfall")]
    [InlineData("avfall", "barn- och avfallsfrågor")]
    public void Swedish_Meets(string word, string text) => Assert.True(Meets(word, text, "sv"));

    [Theory]
    [InlineData("avfall", "ett fall i backen")]
    [InlineData("sport", "transporten kollektivtransport")]
    [InlineData("nation", "en kombination av destinationer")]
    [InlineData("natur", "signaturen")]
    [InlineData("kommun", "kommunikation och kommunism")]
    [InlineData("hälsa", "en hälsning")]
    [InlineData("stad", "bostaden")]
    [InlineData("ort", "sport och export")]
    [InlineData("hav", "behaviorism")]
    [InlineData("gran", "granskning")]
    [InlineData("skatt", "uppskattad")]
    [InlineData("handel", "misshandeln")]
    [InlineData("energi", "energisk")]
    [InlineData("lag", "lagning laga")]
    [InlineData("volontär", "voluntarism")]
    [InlineData("förening", "förorening")]
    [InlineData("museum", "musen")]
    public void Swedish_DoesNotMeet(string word, string text) => Assert.False(Meets(word, text, "sv"));

    [Theory]
    [InlineData("volunteer", "Volunteers were volunteering; they volunteered")]
    [InlineData("volunteer", "a volunteer's day")]
    [InlineData("charity", "charities")]
    [InlineData("recycle", "recycling")]
    [InlineData("plan", "planned")]
    [InlineData("dwelling", "DWELLINGS")]
    [InlineData("bus", "buses")]
    [InlineData("re-use", "re-use")]
    [InlineData("re-use", "reuse")]
    [InlineData("re-use", "re use")]
    [InlineData("town twinning", "a town-twinning grant")]
    public void English_Meets(string word, string text) => Assert.True(Meets(word, text, "en"));

    [Theory]
    [InlineData("volunteer", "voluntary")]
    [InlineData("aid", "said and aidless")]
    [InlineData("waste", "wasteland")]
    [InlineData("plan", "planet")]
    [InlineData("charity", "charitable")]
    public void English_DoesNotMeet(string word, string text) => Assert.False(Meets(word, text, "en"));

    [Theory]
    [InlineData("volontär*", "volontärarbetet", true)]
    [InlineData("volontär*", "en fältvolontär", false)]
    [InlineData("*hjälp", "katastrofhjälp", true)]
    [InlineData("*hjälp", "katastrofhjälpen", false)]
    [InlineData("\"Sida\"", "Sida betalar", true)]
    [InlineData("\"Sida\"", "hemsida och sidan", false)]
    [InlineData("\"röda korset\"", "Röda Korset samlar in", true)]
    [InlineData("\"röda korset\"", "Röda Korsets insamling", false)]
    [InlineData("ideell förening", "de ideella föreningarna", true)]
    [InlineData("ideell förening", "ideella, föreningar", false)]
    [InlineData("ideell förening", "ideella små föreningar", false)]
    [InlineData("ideell förening", "ideella idrottsföreningar", false)]
    [InlineData("ideell* förening*", "ideellas föreningsliv", true)]
    [InlineData("ideell förening", "ideella ideella föreningar", true)]
    public void Written_ForSpecialCases_MeetsAsPromised(string word, string text, bool expected) => Assert.Equal(expected, Meets(word, text, "sv"));

    [Fact]
    public void Minus_NamesAHomograph_ThatDoesNotCount()
    {
        var book = Book(["avfall", "-avfallen"]);

        Assert.Empty(book.Hits("", "avfallen från tron", "sv"));
        Assert.Equal(["avfallet"], Assert.Single(book.Hits("", "avfallen, avfallet", "sv")).Words);
    }

    [Theory]
    [InlineData("sv", true)]
    [InlineData("sv-SE", true)]
    [InlineData(null, true)]
    [InlineData("en", false)]
    [InlineData("nb", false)]
    public void Language_OfTheText_ChoosesTheWords(string? language, bool expected) => Assert.Equal(expected, Meets("avfall", "avfall", language));

    [Theory]
    [InlineData("*")]
    [InlineData("*ab")]
    [InlineData("ab*")]
    [InlineData("a*b")]
    [InlineData("*abc*")]
    [InlineData("-")]
    [InlineData("a, b")]
    [InlineData("\"a")]
    public void Word_ThatCannotBeRead_IsRefused(string word) => Assert.Throws<ArgumentException>(() => Book([word]));

    private static bool Meets(string word, string text, string? language)
    {
        var words = new LocalWords(language == "en" && !word.Equals("avfall", StringComparison.Ordinal) ? [] : [word], language == "en" && word != "avfall" ? [word] : []);
        return new RuleBook([Rules.Rule("r", words: words)]).Hits("", text, language).Count == 1;
    }

    private static RuleBook Book(string[] sv) => new([Rules.Rule("r", words: new LocalWords(sv, []))]);
}
