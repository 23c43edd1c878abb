using System.Collections.Frozen;

namespace Foresight.Plugins.Signals.Attention;

/// <summary>Words of four letters and more that say nothing of what a text is about: grammar, time, and the trade of press releases.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> Swedish = Set("""
        alla allt allra andra annan annat antal antalet att avse avser bland blev blir blivit bort borde både bara behöva behöver behövs beslut bidra bidrag
        bidrar bör båda cirka dag dagar dagens de deras dessa dess den denna detta desto det dig dock där därefter därför därmed dels eftersom egen eget egna
        eller emot enligt enbart ett exempel exempelvis fast fick finna finns fjol flera flest flesta framför framåt från fram fyra fått får före föreslår
        förra första förslag genom ger gett ges gick gjort gäller gällande gånger gå går gått göra görs gör hade haft handlar hela helt helst henne hennes
        hos hon honom hur här högst idag igen igår inför ingen inget inga innan inom inte inklusive innebär istället ibland just kallad kommer kommit
        kommande kommun kommunal kommunen kommunens kommuner kommunerna kunde kunna kan kring kräver kvar kvartal lika liksom lite länge längre lägga läggs
        lämnar lämna man medan med mellan men mera mest minst minska mindre mycket många månad månader måste möjlighet möjligt ned nedan nivå nog nu nya nytt
        nyligen några något någon nästa när nästan och också ofta olika om omkring oss people plats pressmeddelande procent på redan rapport respektive
        samma samman sammanlagt samt samtidigt san sedan senast senaste sida ska skall skulle skriver ser sker sina sitt skede slut små snart som ställa
        stor stora stort större störst stöd säger sätt så sådan sådana sålunda tack tidigare till tillsammans tid tiden tills timmar totalt tre trots
        två tycker under ungefär upp uppdrag uppgår uppgifter utan utifrån utom vad var vara varandra varit varje varför vem vecka veckan veckor verksamhet
        vid vidare viktig viktiga vilka vilken vilket vill visar visa vårt våra väl vänder vart vars varav växer åter ännu även åren året åtta över övriga
        prop proposition propositionen propositioner lagrådsremiss lagrådsremissen lagändring lagändringar lagändringarna föreslås föreslå förslaget förslagen
        kraft träda träder remiss remitteras betänkande betänkandet innebär läs webbplats länk kontakt kontakta telefon e-post
        januari februari mars april juni juli augusti september oktober november december
        måndag tisdag onsdag torsdag fredag lördag söndag måndagen tisdagen onsdagen torsdagen fredagen lördagen söndagen
        """);

    private static readonly FrozenSet<string> English = Set("""
        able about above according across after again against agreed ahead along already also although always among amount another anything around away
        back based became because become been before began being below besides best better between beyond both bring brought call called came cannot case
        come comes could current currently date days decision despite does doing done down during each early either else enough especially even ever every
        example example expected few final find first five following four from full further gave general get gets give given gives goes going good great
        had half has have having held help helps here high higher highest how however huge important include included includes including increase increased
        inside instead into its itself just keep key kept know known large larger largest last late later latest least less level like likely little long
        longer look made main make makes making many matter may mean means meet might million billion month months more moreover most move much must
        near nearly need needs never nevertheless news next nine none nothing number observed offer often once one only open other others over own
        paper part people per place plan plans please point possible present press previous provide provided provides published put quarter quite rather
        read release released report reported reports result results said same say says second see seen set seven several shall share should show
        shown shows side since six small some soon still such support take taken takes taking ten text than that their them then there therefore these
        they thing things this those three through throughout thus time times today together total toward towards two under until update updated upon
        use used uses using very via want was way ways week weeks well were what when where whether which while whole whose why will with within without
        work working works would year years yesterday yet your
        contact website link phone email
        january february march april june july august september october november december
        monday tuesday wednesday thursday friday saturday sunday
        """);

    public static bool Has(string word, string language) => (language == "sv" ? Swedish : English).Contains(word);

    private static FrozenSet<string> Set(string words) => words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
