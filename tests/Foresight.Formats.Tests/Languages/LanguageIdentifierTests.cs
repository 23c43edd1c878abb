using System.Text;
using Foresight.Formats.Languages;
using Xunit;

namespace Foresight.Formats.Tests.Languages;

public sealed class LanguageIdentifierTests
{
    [Theory]
    [InlineData("da", "Byrådet vedtog i går at give flere penge til de frivillige foreninger, som hjælper børn og unge.")]
    [InlineData("de", "Der Gemeinderat hat gestern beschlossen, den Vereinen der Stadt mehr Geld zu geben.")]
    [InlineData("en", "The council decided yesterday to give more money to the voluntary associations of the town.")]
    [InlineData("es", "El ayuntamiento decidió ayer dar más dinero a las asociaciones de voluntarios de la ciudad.")]
    [InlineData("et", "Vallavolikogu otsustas eile anda kohalikele vabatahtlikele ühingutele rohkem raha.")]
    [InlineData("fi", "Kunnanvaltuusto päätti eilen antaa enemmän rahaa kaupungin vapaaehtoisjärjestöille.")]
    [InlineData("fr", "Le conseil municipal a décidé hier de donner plus d'argent aux associations de la ville.")]
    [InlineData("is", "Sveitarstjórnin ákvað í gær að veita félagasamtökum í bænum meira fé til starfsins.")]
    [InlineData("it", "Il consiglio comunale ha deciso ieri di dare più soldi alle associazioni della città.")]
    [InlineData("lt", "Savivaldybės taryba vakar nusprendė skirti daugiau pinigų miesto savanorių draugijoms.")]
    [InlineData("lv", "Pašvaldības dome vakar nolēma piešķirt vairāk naudas pilsētas brīvprātīgo biedrībām.")]
    [InlineData("nb", "Kommunestyret vedtok i går å gi mer penger til de frivillige foreningene, noe ikke alle var enige om.")]
    [InlineData("nl", "De gemeenteraad heeft gisteren besloten om de verenigingen van de stad meer geld te geven.")]
    [InlineData("nn", "Kommunestyret vedtok i går å gje meir pengar til dei frivillige laga, noko ikkje alle var samde om.")]
    [InlineData("pl", "Rada gminy postanowiła wczoraj przyznać więcej pieniędzy stowarzyszeniom działającym w mieście.")]
    [InlineData("sv", "Kommunfullmäktige beslutade i går att ge mer pengar till de ideella föreningarna i staden.")]
    public void Identify_Sentence_TellsItsLanguage(string language, string sentence)
    {
        var guess = LanguageIdentifier.Identify(sentence);

        Assert.Equal(language, guess.Language);
        Assert.InRange(guess.Share, 0.6, 1);
        Assert.NotEqual(language, guess.RunnerUp);
        Assert.Contains(guess.RunnerUp, LanguageIdentifier.Languages);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \r\n\t")]
    [InlineData("EU 2026")]
    [InlineData("1 234 567,89 % (2025-12-31)")]
    [InlineData("—…!?«»")]
    [InlineData("Правительство приняло новый закон")]
    [InlineData("Η κυβέρνηση ενέκρινε νέο νόμο")]
    [InlineData("市议会昨天决定")]
    [InlineData("\ud83d\ude00\ud83d\ude00")]
    [InlineData("\ud83d \udc00 \ud83d")]
    public void Identify_TextWithoutLanguage_IsUndetermined(string text)
    {
        var guess = LanguageIdentifier.Identify(text);

        Assert.Equal(LanguageGuess.None, guess);
    }

    [Fact]
    public void Identify_UpperCase_IsTheSame()
    {
        const string text = "Kommunstyrelsen får i uppdrag att återkomma före årets slut, även om några är tveksamma.";

        var guess = LanguageIdentifier.Identify(text.ToUpperInvariant());

        Assert.Equal(LanguageIdentifier.Identify(text), guess);
    }

    [Fact]
    public void Identify_TwoLanguages_GivesTheLargerPartWithALowerShare()
    {
        const string swedish = "Kommunen söker nu partner till ett projekt om återbruk av byggmaterial, och anmälan är öppen till i höst.";
        const string english = "The town is looking for partners.";

        var one = LanguageIdentifier.Identify(swedish);
        var two = LanguageIdentifier.Identify(swedish + " " + english);

        Assert.Equal("sv", two.Language);
        Assert.InRange(two.Share, 0.5, one.Share - 0.1);
        Assert.Equal("en", two.RunnerUp);
    }

    [Fact]
    public void Identify_LatinAmongAnotherScript_FollowsTheLargerPart()
    {
        var mostlyRussian = LanguageIdentifier.Identify("Компания Volvo открыла новый завод в Швеции");
        var mostlySwedish = LanguageIdentifier.Identify("Bolaget öppnade i dag en ny fabrik utanför staden och kallar den Завод");

        Assert.Equal("und", mostlyRussian.Language);
        Assert.Equal("sv", mostlySwedish.Language);
    }

    [Fact]
    public void Identify_LoneSurrogatesAndBinary_AnswersFromTheWords()
    {
        var noise = new StringBuilder("Nämnden har ansvar för skolorna och förskolorna i kommunen");
        for (var i = noise.Length; i >= 0; i -= 9)
            noise.Insert(i, " \ud800\0\u0001\uffff ");

        var guess = LanguageIdentifier.Identify(noise.ToString());

        Assert.Equal("sv", guess.Language);
    }

    [Fact]
    public void Identify_MegabyteOfOneLetter_IsUndetermined()
    {
        var guess = LanguageIdentifier.Identify(new string('a', 1_000_000));

        Assert.Equal(LanguageGuess.None, guess);
    }

    [Fact]
    public void Identify_RandomCharacters_StaysWithinItsPromise()
    {
        var random = new Random(20261123);
        var text = new char[400];

        for (var round = 0; round < 500; round++)
        {
            for (var i = 0; i < text.Length; i++)
                text[i] = (char)random.Next(round % 2 == 0 ? 0x250 : 0x10000);

            var guess = LanguageIdentifier.Identify(text);

            Assert.InRange(guess.Share, 0, 1);
            Assert.Equal(guess.Language == "und", guess.Share == 0);
        }
    }

    [Fact]
    public void Identify_ManyThreads_GiveTheSameAnswer()
    {
        string[] texts = ["Vi ses i morgon bitti på stationen", "See you tomorrow at the station", "Wir sehen uns morgen am Bahnhof"];
        var expected = texts.Select(text => LanguageIdentifier.Identify(text)).ToArray();

        var seen = Enumerable.Range(0, 3000).AsParallel().AsOrdered().Select(i => LanguageIdentifier.Identify(texts[i % 3])).ToArray();

        Assert.All(seen.Select((guess, i) => (guess, i)), pair => Assert.Equal(expected[pair.i % 3], pair.guess));
    }
}
