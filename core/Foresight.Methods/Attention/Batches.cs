namespace Foresight.Methods.Attention;

/// <summary>Counts per batch.</summary>
internal static class Batches
{
    public static void Check(ReadOnlySpan<int> relevant, ReadOnlySpan<int> documents)
    {
        if (relevant.Length == 0 || relevant.Length != documents.Length)
        {
            throw new ArgumentException($"There are {relevant.Length} batches of relevant documents and {documents.Length} of all; both need the same number, at least one.");
        }

        for (var t = 0; t < relevant.Length; t++)
        {
            if (relevant[t] < 0 || relevant[t] > documents[t])
            {
                throw new ArgumentException($"Batch {t} has {relevant[t]} relevant documents of {documents[t]}.");
            }
        }
    }

    public static long Sum(ReadOnlySpan<int> counts)
    {
        var sum = 0L;
        foreach (var count in counts)
        {
            sum += count;
        }

        return sum;
    }

    public static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }
}
