using System.Text;
using Foresight.Formats.Observations;

namespace Foresight.Formats.EurostatTsv;

/// <summary>Codes the flags of cells, and tells what they mean.</summary>
internal sealed class TsvFlags
{
    private const int Longest = 8;

    /// <summary>Eurostat has some ten flags, mostly alone; a file with more than these combinations is none of its.</summary>
    private const int MostKinds = 256;

    private readonly Dictionary<ulong, int> codes = [];
    private readonly List<string> texts = [];
    private readonly int[] codeOfLetter = new int[128];

    /// <summary>The code of a flag; -1 for what can be none.</summary>
    public int Code(ReadOnlySpan<byte> flag)
    {
        // Most flags are a single letter; 0 means that it was not seen yet.
        if (flag.Length == 1 && flag[0] < codeOfLetter.Length)
        {
            ref var known = ref codeOfLetter[flag[0]];
            return known > 0 ? known - 1 : (known = Find(flag) + 1) - 1;
        }

        return Find(flag.TrimEnd((byte)' '));
    }

    public (ObservationPresence[] Presences, CodedTexts? Flags, CodedTexts? Marks) Build(double[] values, int[]? flags, bool hasGaps)
    {
        if (flags is null)
            return (hasGaps ? Array.ConvertAll(values, value => double.IsNaN(value) ? ObservationPresence.Missing : ObservationPresence.Present) : [], null, null);

        var meant = texts.Select(text => (Beside: ObservationFlags.OfEurostat(text, true), Instead: ObservationFlags.OfEurostat(text, false))).ToArray();
        var marks = new List<string>();
        var codeOf = meant.Select(pair => (Beside: MarkCode(marks, pair.Beside.Letters), Instead: MarkCode(marks, pair.Instead.Letters))).ToArray();
        var presences = hasGaps ? GC.AllocateUninitializedArray<ObservationPresence>(values.Length) : [];
        var markCodes = GC.AllocateUninitializedArray<int>(values.Length);
        for (var row = 0; row < values.Length; row++)
        {
            var (flag, isGap) = (flags[row], double.IsNaN(values[row]));
            markCodes[row] = flag < 0 ? -1 : isGap ? codeOf[flag].Instead : codeOf[flag].Beside;
            if (hasGaps)
                presences[row] = !isGap ? ObservationPresence.Present : flag < 0 ? ObservationPresence.Missing : meant[flag].Instead.Presence;
        }

        return (presences, new CodedTexts([.. texts], flags), marks.Count > 0 ? new CodedTexts(marks, markCodes) : null);
    }

    private int Find(ReadOnlySpan<byte> flag)
    {
        if (flag.Length is 0 or > Longest)
            return -1;
        var packed = 0UL;
        foreach (var letter in flag)
            packed = (packed << 8) | letter;
        if (!codes.TryGetValue(packed, out var code))
        {
            if (texts.Count == MostKinds)
                return -1;
            foreach (var letter in flag)
            {
                if (!char.IsAsciiLetter((char)letter) && letter != (byte)' ')
                    return -1;
            }

            code = texts.Count;
            codes.Add(packed, code);
            texts.Add(Encoding.ASCII.GetString(flag));
        }

        return code;
    }

    private static int MarkCode(List<string> marks, string letters)
    {
        if (letters.Length == 0)
            return -1;
        var code = marks.IndexOf(letters);
        if (code < 0)
        {
            code = marks.Count;
            marks.Add(letters);
        }

        return code;
    }
}
