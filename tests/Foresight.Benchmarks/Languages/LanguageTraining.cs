using System.IO.Compression;

namespace Foresight.Benchmarks.Languages;

/// <summary>Makes the resource of <c>Foresight.Formats.Languages</c> from Lingua's published counts; docs/languages.md tells how to run it.</summary>
internal static class LanguageTraining
{
    private const int RunsKept = 150_000;
    private const float Unit = 1f / 12;

    /// <summary>Of the Bokmål text so much is Nynorsk, and half as much the other way, by words that are only one of them.</summary>
    private const double NynorskInBokmal = 0.013;

    /// <summary>
    /// Nynorsk's text is of more kinds than Bokmål's and draws Bokmål to it; so much is added per letter, set on LibreOffice's
    /// translations, which say the same in both.
    /// </summary>
    private const float BokmalFavour = 0.07f;

    // The twelve of the evaluation first, then four neighbours that fill a row of sixteen.
    private static readonly string[] Languages = ["da", "de", "en", "et", "fi", "fr", "is", "nb", "nl", "nn", "pl", "sv", "es", "it", "lv", "lt"];

    public static void Run(string folder, string target)
    {
        var counts = Languages.Select(language => RunCounts.Read(Path.Combine(folder, language))).ToArray();
        var (bokmal, nynorsk) = (Array.IndexOf(Languages, "nb"), Array.IndexOf(Languages, "nn"));
        (counts[bokmal], counts[nynorsk]) = (counts[bokmal].Without(counts[nynorsk], NynorskInBokmal), counts[nynorsk].Without(counts[bokmal], NynorskInBokmal / 2));
        var weights = RunWeights.Of(counts);
        var alphabet = Alphabet(counts);
        var letters = weights.Keys.Where(run => run.Length == 1 && Symbol(alphabet, run[0]) > 0);
        var kept = letters.Concat(weights.Keys
            .Where(run => run.Length > 1 && run.All(symbol => Symbol(alphabet, symbol) > 0))
            .OrderByDescending(run => Worth(run, weights[run], counts))
            .ThenBy(run => run, StringComparer.Ordinal)
            .Take(RunsKept));
        foreach (var letter in letters)
            weights[letter][bokmal] += BokmalFavour;

        Write(target, alphabet, [.. kept.Select(run => (Pack(alphabet, run), weights[run])).OrderBy(row => row.Item1)]);
    }

    private static string Alphabet(RunCounts[] counts)
    {
        var totals = counts.Select(language => language.Counts.Where(run => run.Key.Length == 1).Sum(run => run.Value)).ToArray();
        var letters = counts.SelectMany(language => language.Counts.Keys).Where(run => run.Length == 1 && char.IsLetter(run[0]) && run[0] < 0x250).Distinct();
        return string.Concat(letters.Where(letter => counts.Where((language, i) => language[letter] / totals[i] > 2e-6).Any()).Order(StringComparer.Ordinal));
    }

    // How often a run is met, times how differently the languages see it.
    private static double Worth(string run, float[] weights, RunCounts[] counts)
    {
        var mean = weights.Average(weight => (double)weight);
        var spread = Math.Sqrt(weights.Average(weight => (weight - mean) * (weight - mean)));
        return spread * counts.Max(language => language[run] / language.Words);
    }

    private static int Symbol(string alphabet, char symbol) => symbol switch
    {
        RunCounts.Start => 1,
        RunCounts.End => 2,
        _ => alphabet.IndexOf(symbol) is var index and >= 0 ? index + 3 : 0,
    };

    private static ulong Pack(string alphabet, string run) =>
        run.Aggregate(0UL, (key, symbol) => (key << 8) | (uint)Symbol(alphabet, symbol));

    private static void Write(string target, string alphabet, (ulong Key, float[] Weights)[] rows)
    {
        using var packed = new BrotliStream(File.Create(target), CompressionLevel.SmallestSize);
        using var writer = new BinaryWriter(packed);
        writer.Write(string.Join(' ', Languages));
        writer.Write(alphabet);
        writer.Write(rows.Length);
        var last = 0UL;
        foreach (var (key, _) in rows)
        {
            writer.Write7BitEncodedInt64((long)(key - last));
            last = key;
        }

        for (var language = 0; language < Languages.Length; language++)
        {
            foreach (var (_, weights) in rows)
                writer.Write((sbyte)Math.Clamp(MathF.Round(weights[language] / Unit), -127, 127));
        }
    }
}
