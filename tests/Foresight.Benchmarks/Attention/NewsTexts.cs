using System.Globalization;
using System.Text;

namespace Foresight.Benchmarks.Attention;

/// <summary>
/// Made-up news of 104 weeks, the newest first, the same each time: titles and leads of 40 words of a language's frequencies, of which one in three documents
/// has a name that comes nowhere else. In the last two weeks one story in 20 is about a word that was rare.
/// </summary>
internal static class NewsTexts
{
    public const int Weeks = 104;
    public const int Areas = 6;
    private const int Size = 30_000;
    private const int Words = 40;
    private const string Syllables = "kovasetanirumilodefagysåbäpö";

    public static IEnumerable<(int Week, string Text, string Publisher, bool BeginsStory, int Area)> NewestFirst(int count)
    {
        string[] vocabulary = [.. Enumerable.Range(0, Size + 1).Select(Word)];
        string[] publishers = [.. Enumerable.Range(0, 12).Select(number => "Utgivare " + number.ToString(CultureInfo.InvariantCulture))];
        var state = 7UL;
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            var week = Weeks - 1 - (int)((long)i * Weeks / count);
            text.Clear();
            for (var word = 0; word < Words; word++)
            {
                text.Append(vocabulary[(int)Math.Pow(Size, Next(ref state))]).Append(word % 12 == 11 ? ". " : " ");
            }

            if (i % 3 == 0)
            {
                text.Append("namn").Append(Word(i + Size)).Append(' ');
            }

            if (week >= Weeks - 2 && i % 20 == 0)
            {
                text.Append("gigafabrik ");
            }

            yield return (week, text.ToString(), publishers[(int)(Next(ref state) * publishers.Length)], Next(ref state) < 0.85, (int)(Next(ref state) * Areas));
        }
    }

    private static string Word(int number)
    {
        var word = new StringBuilder("v");
        for (var rest = number + 197; rest > 0; rest /= 14)
        {
            word.Append(Syllables, rest % 14 * 2, 2);
        }

        return word.Append('k').ToString();
    }

    private static double Next(ref ulong state)
    {
        state = (state * 6364136223846793005UL) + 1442695040888963407UL;
        return (state >> 11) / (double)(1UL << 53);
    }
}
