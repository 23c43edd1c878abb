using Foresight.Engine.Classify;
using Foresight.Sdk;

namespace Foresight.Engine.Briefs;

/// <summary>How a brief was made, in plain words: who wrote the sentences, how texts were sorted, how well, and what to check.</summary>
internal static class MethodNote
{
    public static IReadOnlyList<string> For(BriefInput input, BriefSentences sentences)
    {
        var language = input.Language;
        string Share(double share) => Wording.Percent(share, language);
        string Score(double score) => Wording.Number(score, language, 2);

        List<string> note =
        [
            sentences.Say(
                "Meningarna är skrivna av ett program utifrån lagrade uppgifter. En iakttagelse utelämnas när underlaget är för tunt. Läs källan innan ett beslut vilar på den.",
                "The sentences were written by a program from stored records. A finding is left out where the evidence is too thin. Read the source before a decision rests on it."),
        ];
        note.Add(sentences.Say(
            "Under varje iakttagelse står hur långt den går att lita på, enligt Admiralty-koden: bokstaven gäller källan (A helt tillförlitlig, B i regel, C ganska, D i regel inte, E inte, F kan inte bedömas), siffran uppgiften (1 bekräftad av flera, 2 trolig, 3 möjlig, 4 tveksam, 5 osannolik, 6 kan inte bedömas). Källans betyg står i policyn; uppgiften bedöms efter hur många utgivare som berättar den oberoende av varandra. En iakttagelse är maskinens förslag tills en människa har bekräftat den. Intervall inom parentes säger hur säker en siffra är.",
            "Below each finding stands how far to trust it, by the Admiralty code: the letter is the source's (A completely reliable, B usually, C fairly, D not usually, E not, F cannot be judged), the figure the claim's (1 confirmed by others, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged). The policy grades the sources; a claim is judged by how many publishers tell it independently. A finding is the machine's proposal until a person has confirmed it. Intervals in parentheses say how sure a figure is."));
        if (input.ModelVersion is { } model)
        {
            note.Add(sentences.Say(
                $"En statistisk modell (version {model}) räknar ut hur sannolikt det är att en text hör till vart och ett av fokusområdena; en text kan höra till flera eller till inget. Säker träff betyder minst {Share(ItemVerdict.Sure)} sannolikhet, trolig minst {Share(ItemVerdict.Likely)}, möjlig att sannolikheten nådde modellens gräns.",
                $"A statistical model (version {model}) computes how probable it is that a text belongs to each focus area; a text may belong to several or to none. A sure match means a probability of at least {Share(ItemVerdict.Sure)}, a likely one at least {Share(ItemVerdict.Likely)}, a possible one that it reached the model's threshold."));
            note.Add(sentences.Say(
                "Oviss träff betyder att modellen inte kan säga om texten hör till området, eller att texten är på ett språk som den inte har lärt sig; sådana texter står sist. Enligt regel betyder att en regel i policyn avgjorde, oavsett vad modellen säger.",
                "An uncertain match means that the model cannot say whether the text belongs, or that it is in a language that it did not learn; such texts come last. By rule means that a rule of the policy decided, whatever the model says."));
        }
        else
        {
            note.Add(sentences.NotClassified);
        }

        if (input.Card is { } card)
        {
            var texts = Wording.Number(card.Texts, language);
            note.Add(sentences.Say(
                $"Modellen har lärt sig av {texts} märkta texter. På texter som den inte hade sett fick den F1 {Score(card.MicroF1)} (1 är felfritt; medel över områdena {Score(card.MacroF1)}){Weakest(card, input, sentences)}. De märkta texterna är tydligare än det som källor skriver: räkna med fler fel där.",
                $"The model learned from {texts} labelled texts. On texts that it had not seen it reached F1 {Score(card.MicroF1)} (1 is without fault; mean over the areas {Score(card.MacroF1)}){Weakest(card, input, sentences)}. The labelled texts are clearer than what sources write: expect more errors there."));
        }

        if (input.Model is { } record)
        {
            note.Add(OnTheTest(record, input, sentences));
        }

        note.AddRange(input.OfModel);
        note.Add(sentences.Say(
            "Diagrammens siffror finns i data/, bilderna i charts/. Diagram med ”Källa” visar oförändrade uppgifter; ”egen bearbetning” betyder att vi har räknat på dem.",
            "The figures of the charts are in data/, the pictures in charts/. Charts with “Source” show untouched figures; “own calculations” means that we computed with them."));
        return note;
    }

    private static string OnTheTest(ModelRecord record, BriefInput input, BriefSentences sentences)
    {
        var language = input.Language;
        string Score(double score) => Wording.Number(score, language, 2);

        var trained = Wording.Day(DateOnly.FromDateTime(record.TrainedAt.UtcDateTime), language);
        var card = input.ModelCard is { } place ? sentences.Say($" Modellens kort med alla siffror och gränser: {place}.", $" The model's card with all figures and limits: {place}.") : "";
        if (record.Test is not { Report: { Overall: var overall, ByLanguage: var byLanguage } })
        {
            return sentences.Say($"Den tränades {trained}; ett fast test finns inte.", $"It was trained on {trained}; there is no fixed test.") + card;
        }

        var parts = byLanguage.Count > 1 ? $" ({string.Join(", ", byLanguage.Select(part => $"{Language(part.Key, sentences)} {Score(part.Value.MicroF1)}"))})" : "";
        return sentences.Say(
            $"Den tränades {trained}. På det fasta testet, {Wording.Number(overall.Texts, language)} texter som ingen modell får lära sig av, är F1 {Score(overall.MicroF1)}{parts}.",
            $"It was trained on {trained}. On the fixed test, {Wording.Number(overall.Texts, language)} texts that no model may learn from, F1 is {Score(overall.MicroF1)}{parts}.") + card;
    }

    private static string Language(string code, BriefSentences sentences) => code switch
    {
        "sv" => sentences.Say("svenska", "Swedish"),
        "en" => sentences.Say("engelska", "English"),
        _ => code,
    };

    private static string Weakest(ModelCard card, BriefInput input, BriefSentences sentences)
    {
        var weakest = card.Labels.OrderBy(label => label.F1).ThenBy(label => label.Label, StringComparer.Ordinal).FirstOrDefault();
        var area = input.Policy.FocusAreas.FirstOrDefault(area => area.Id == weakest?.Label || area.Topics.Contains(weakest?.Label));
        if (weakest is null || area is null)
        {
            return "";
        }

        var (name, score) = (BriefSentences.Small(area.ShortName.In(input.Language)), Wording.Number(weakest.F1, input.Language, 2));
        return sentences.Say($"; svagast på {name} med {score}", $"; weakest on {name} with {score}");
    }
}
