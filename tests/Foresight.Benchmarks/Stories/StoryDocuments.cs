using System.Globalization;
using System.Text;
using Foresight.Sdk;

namespace Foresight.Benchmarks.Stories;

/// <summary>Documents to be placed in stories, the same each time.</summary>
internal static class StoryDocuments
{
    private const int Letters = 7200;
    private const int PerDay = 90;
    private static readonly DateOnly Begin = new(2023, 1, 2);

    /// <summary>Calls written from one template on one day: the same long text with another number.</summary>
    public static IEnumerable<Document> Calls(int count)
    {
        var words = new Vocabulary(1);
        var text = words.Text(Letters);
        for (var i = 0; i < count; i++)
        {
            yield return new Document
            {
                Id = $"EXAMPLE-2026-{i}",
                Kind = "call",
                Title = $"Stöd till omställning i kommuner, område {i}",
                Text = $"Utlysning {i}. {text}",
                Language = "sv",
                Origin = new Uri($"https://example.org/calls/{i}"),
                Published = Moment.On(Begin),
            };
        }
    }

    /// <summary>News of their own words, 90 a day; every tenth repeats the one before.</summary>
    public static IEnumerable<Document> News(int count)
    {
        var words = new Vocabulary(2);
        var (title, text) = ("", "");
        for (var i = 0; i < count; i++)
        {
            (title, text) = i % 10 == 9 ? (title, text) : (words.Text(60), words.Text(1800));
            yield return new Document
            {
                Id = i.ToString("D7", CultureInfo.InvariantCulture),
                Title = title,
                Text = text,
                Language = "sv",
                Origin = new Uri($"https://example.org/news/{i}"),
                Published = Moment.On(Begin.AddDays(i / PerDay)),
            };
        }
    }

    /// <summary>Words as a language has them: few that come often, many that come seldom.</summary>
    private sealed class Vocabulary(ulong seed)
    {
        private const int Size = 30_000;
        private ulong _state = seed;

        public string Text(int letters)
        {
            var text = new StringBuilder(letters + 20);
            for (var i = 0; text.Length < letters; i++)
            {
                var word = Word((int)Math.Pow(Size, Next()));
                text.Append(i % 12 == 0 ? string.Concat(char.ToUpperInvariant(word[0]).ToString(), word.AsSpan(1)) : word).Append(i % 12 == 11 ? ". " : " ");
            }

            return text.ToString();
        }

        private static string Word(int number)
        {
            const string Syllables = "kovasetanirumilodefagysåbäpö";
            var word = new StringBuilder();
            for (var rest = number + 1; rest > 0; rest /= 14)
            {
                word.Append(Syllables, rest % 14 * 2, 2);
            }

            return word.ToString();
        }

        private double Next()
        {
            _state = (_state * 6364136223846793005UL) + 1442695040888963407UL;
            return (_state >> 11) / (double)(1UL << 53);
        }
    }
}
