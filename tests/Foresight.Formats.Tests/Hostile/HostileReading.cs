using System.Globalization;
using Xunit;

namespace Foresight.Formats.Tests.Hostile;

/// <summary>
/// What no input may do to a reader: crash it, take a second of work, or more memory than 64 times the input and 8 MB. What the reader
/// says is sentences. Other tests must not run beside it, as processor time and memory are those of the process.
/// </summary>
internal static class HostileReading
{
    private const long BytesPerByte = 64;
    private const long BytesAlways = 8 << 20;
    private const int LongestSentence = 1000;
    private const int Tries = 3;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>By the clock; whoever needs longer hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The seeds to try: FORESIGHT_FUZZ says how many, for a long run, FORESIGHT_FUZZ_SEED from which on, to repeat one.</summary>
    public static IEnumerable<int> Seeds(int usual) => Enumerable.Range(Of("FORESIGHT_FUZZ_SEED") ?? 0, Of("FORESIGHT_FUZZ") ?? usual);

    /// <summary>Reads bytes within the limits.</summary>
    /// <param name="input">The bytes, with a name by which they can be made again.</param>
    /// <param name="read">Reads them and gives the sentences that were said on the way.</param>
    /// <param name="isRefusal">Whether what was thrown is the reader's own refusal.</param>
    public static Task WithinLimitsAsync(SeedFile input, Func<byte[], Task<IEnumerable<string>>> read, Func<Exception, bool> isRefusal) =>
        WithinLimitsAsync(input.Name, () => (() => read(input.Bytes), () => input.Bytes.Length), isRefusal);

    /// <summary>Does something within the limits.</summary>
    /// <param name="name">A name by which it can be done again.</param>
    /// <param name="attempt">Makes ready what is to be done anew: it gives the sentences that were said on the way; afterwards it is asked how many bytes were read.</param>
    /// <param name="isRefusal">Whether what was thrown is the reader's own refusal.</param>
    public static async Task WithinLimitsAsync(string name, Func<(Func<Task<IEnumerable<string>>> Read, Func<long> Size)> attempt, Func<Exception, bool> isRefusal)
    {
        var took = TimeSpan.MaxValue;
        // The first time of all a reader is compiled on the way.
        for (var i = 0; i < Tries && took >= Second; i++)
        {
            var tried = await MeasuredAsync(name, attempt(), isRefusal);
            took = tried < took ? tried : took;
        }

        Assert.True(took < Second, $"{name}: took {took} of the processor.");
    }

    private static async Task<TimeSpan> MeasuredAsync(string name, (Func<Task<IEnumerable<string>>> Read, Func<long> Size) attempt, Func<Exception, bool> isRefusal)
    {
        IEnumerable<string> said = [];
        Exception? refused = null;
        var before = GC.GetTotalAllocatedBytes();
        // The processor's time, not the clock's: others may use the machine as well.
        var began = Environment.CpuUsage.TotalTime;
        var reading = Task.Run(attempt.Read);
        Assert.True(await Task.WhenAny(reading, Task.Delay(Patience)) == reading, $"{name}: hangs; it was left after {Patience}.");
        try
        {
            said = await reading;
        }
        catch (Exception e) when (e is not Xunit.Sdk.XunitException)
        {
            refused = e;
        }
        catch (Xunit.Sdk.XunitException wrong)
        {
            Assert.Fail($"{name}: {wrong.Message}");
        }

        var (took, allocated) = (Environment.CpuUsage.TotalTime - began, GC.GetTotalAllocatedBytes() - before);
        Assert.True(refused is null || isRefusal(refused), $"{name}: {refused}");
        var limit = (BytesPerByte * attempt.Size()) + BytesAlways;
        Assert.True(allocated <= limit, $"{name}: {allocated:N0} bytes of memory for {attempt.Size():N0}, {limit:N0} are the most.");
        foreach (var sentence in refused is null ? said : said.Append(refused.Message))
            Assert.True(IsSentence(sentence), $"{name}: '{sentence}' is not one sentence.");
        return took;
    }

    private static bool IsSentence(string text) =>
        text.Length is > 1 and <= LongestSentence && text[^1] is '.' or '…' && !text.Any(char.IsControl)
        && !text.Contains("Exception", StringComparison.Ordinal) && !text.Contains("   at ", StringComparison.Ordinal);

    private static int? Of(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
