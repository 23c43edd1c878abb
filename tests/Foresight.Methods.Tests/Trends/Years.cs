namespace Foresight.Methods.Tests.Trends;

/// <summary>Times for series.</summary>
internal static class Years
{
    public static double[] From(int first, int count) => [.. Enumerable.Range(first, count).Select(year => (double)year)];
}
