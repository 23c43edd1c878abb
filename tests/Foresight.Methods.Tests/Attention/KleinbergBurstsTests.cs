using CsCheck;
using Foresight.Methods.Attention;
using Xunit;

namespace Foresight.Methods.Tests.Attention;

public sealed class KleinbergBurstsTests
{
    // From R 4.2 (dbinom), which tried all 2^n sequences of states begun in state 0: independent of Viterbi. docs/methods/attention.md has the script.
    public static TheoryData<int[], int[], double, double, (int Start, int End, double Weight)[]> Known { get; } = new()
    {
        { [2, 3, 1, 2, 9, 11, 8, 2, 1, 3, 2, 2], [50, 48, 52, 50, 51, 49, 50, 47, 50, 53, 50, 49], 2, 1, [(4, 6, 8.8127873081)] },
        { [2, 3, 1, 2, 9, 11, 8, 2, 1, 3, 2, 2], [50, 48, 52, 50, 51, 49, 50, 47, 50, 53, 50, 49], 2, 3, [(4, 6, 8.8127873081)] },
        { [1, 0, 6, 5, 0, 0, 1, 0, 7, 8, 6, 1, 0, 1, 0], [20, 0, 20, 22, 18, 0, 21, 20, 19, 20, 21, 20, 0, 20, 20], 2, 0.5, [(2, 3, 1.6381697955), (8, 10, 7.0247514874)] },
        { [1, 0, 6, 5, 0, 0, 1, 0, 7, 8, 6, 1, 0, 1, 0], [20, 0, 20, 22, 18, 0, 21, 20, 19, 20, 21, 20, 0, 20, 20], 3, 1, [(8, 10, 6.1970848763)] },
        { [5, 9, 9, 8, 2, 3], [10, 10, 10, 10, 10, 10], 2, 0.5, [] },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void Find_KnownAnswers_AreThoseOfR(int[] relevant, int[] documents, double ratio, double gamma, (int Start, int End, double Weight)[] expected)
    {
        var bursts = KleinbergBursts.Find(relevant, documents, ratio, gamma);

        Assert.Equal(expected.Select(burst => (burst.Start, burst.End)), bursts.Select(burst => (burst.Start, burst.End)));
        Assert.All(expected.Zip(bursts), pair => Assert.Equal(pair.First.Weight, pair.Second.Weight, 1e-9));
    }

    [Fact]
    public void Find_AnyCounts_CostsNoMoreThanAnySequence() =>
        Gen.Select(Gen.Int[0, 12], Gen.Int[0, 30], (relevant, others) => (relevant, others)).Array[2, 9].Sample(batches =>
        {
            int[] relevant = [.. batches.Select(batch => batch.relevant)];
            int[] documents = [.. batches.Select(batch => batch.relevant + batch.others)];

            var bursts = KleinbergBursts.Find(relevant, documents, 2, 0.7);

            return Math.Abs(Gained(bursts, relevant.Length) - MostByHand(relevant, documents)) < 1e-9;
        });

    [Fact]
    public void Find_NothingRelevantOrAll_FindsNothing()
    {
        Assert.Empty(KleinbergBursts.Find([0, 0, 0], [10, 0, 10]));
        Assert.Empty(KleinbergBursts.Find([4, 4], [4, 4]));
    }

    [Fact]
    public void Find_MoreRelevantThanDocuments_SaysWhere()
    {
        var fault = Assert.Throws<ArgumentException>(() => KleinbergBursts.Find([1, 3], [2, 2]));

        Assert.Equal("Batch 1 has 3 relevant documents of 2.", fault.Message);
    }

    private static double Gained(IReadOnlyList<Burst> bursts, int batches) => bursts.Sum(burst => burst.Weight - (0.7 * Math.Log(batches)));

    /// <summary>The most that any of the 2^n sequences of states saves against never leaving the base.</summary>
    private static double MostByHand(int[] relevant, int[] documents)
    {
        var (r, d) = ((double)relevant.Sum(), documents.Sum());
        if (r == 0 || r == d)
        {
            return 0;
        }

        var (low, high) = (r / d, Math.Min(2 * r / d, 0.99999));
        var best = 0.0;
        for (var sequence = 0; sequence < 1 << relevant.Length && high > low; sequence++)
        {
            var saved = 0.0;
            for (var t = 0; t < relevant.Length; t++)
            {
                if ((sequence >> t & 1) == 1)
                {
                    saved += (relevant[t] * Math.Log(high / low)) + ((documents[t] - relevant[t]) * Math.Log((1 - high) / (1 - low)));
                    saved -= t == 0 || (sequence >> (t - 1) & 1) == 0 ? 0.7 * Math.Log(relevant.Length) : 0;
                }
            }

            best = Math.Max(best, saved);
        }

        return best;
    }
}
