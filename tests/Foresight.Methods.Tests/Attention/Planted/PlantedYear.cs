namespace Foresight.Methods.Tests.Attention.Planted;

/// <summary>
/// A year of made-up documents with bursts and slow drifts hidden in it, the same for the same seed: about 150 stories a week from eight publishers, most on
/// weekdays, a summer dip to 55 %, an archive that grows by 30 %, every eighth story told by others too, and shares that vary from week to week by 20 %
/// beyond chance. Of six areas, 24 topics and 30 terms a third hold a burst, a sixth a drift, the rest nothing.
/// </summary>
internal sealed class PlantedYear
{
    public const int Weeks = 52;

    /// <summary>Before this week nothing is hidden and nobody watches: three months to know what is usual.</summary>
    public const int FirstWatched = 13;

    private const double PerWeek = 150;
    private const double Spread = 0.2;
    private const int Publishers = 8;
    private static readonly double[] Weekdays = [1.25, 1.3, 1.3, 1.25, 1.1, 0.4, 0.4];
    private static readonly double[] Strengths = [1.5, 2, 3, 5];
    private static readonly double[] DriftStrengths = [1.5, 2, 3];
    private static readonly int[] Lengths = [1, 2, 3, 4, 6, 8];
    private readonly Dice _dice;

    public PlantedYear(ulong seed)
    {
        _dice = new Dice(seed);
        Signals =
        [
            .. Enumerable.Range(0, 6).Select(_ => Plant(SeriesKind.Area, 0.06, 0.16)),
            .. Enumerable.Range(0, 24).Select(_ => Plant(SeriesKind.Topic, 0.02, 0.06)),
            .. Enumerable.Range(0, 30).Select(_ => Plant(SeriesKind.Term, 0.002, 0.01)),
        ];
        Documents = [.. Write()];
    }

    public IReadOnlyList<PlantedSignal> Signals { get; }

    public IReadOnlyList<PlantedDocument> Documents { get; }

    /// <summary>Stories per week: all, and of each series.</summary>
    public (int[] All, int[][] Series) Stories()
    {
        var (all, series) = (new int[Weeks], Signals.Select(_ => new int[Weeks]).ToArray());
        foreach (var document in Documents.Where(document => document.BeginsStory))
        {
            all[document.Week]++;
            foreach (var one in document.Series)
            {
                series[one][document.Week]++;
            }
        }

        return (all, series);
    }

    private PlantedSignal Plant(SeriesKind kind, double least, double most)
    {
        var share = least + ((most - least) * _dice.Next());
        var which = _dice.Below(6);
        var length = _dice.One(Lengths);
        return which < 2 ? new PlantedSignal(kind, share, _dice.One(Strengths), FirstWatched + _dice.Below(Weeks - FirstWatched - length + 1), length)
            : which == 2 ? new PlantedSignal(kind, share, _dice.One(DriftStrengths), 0, 0)
            : new PlantedSignal(kind, share, 1, 0, 0);
    }

    private IEnumerable<PlantedDocument> Write()
    {
        var story = 0;
        for (var week = 0; week < Weeks; week++)
        {
            var now = week;
            double[] shares = [.. Signals.Select(signal => Math.Min(0.9, signal.ShareIn(now, Weeks) * _dice.Flock(Spread)))];
            var volume = PerWeek * (week is >= 25 and < 33 ? 0.55 : 1) * (1 + (0.3 * week / Weeks));
            for (var weekday = 0; weekday < 7; weekday++)
            {
                for (var left = (volume * Weekdays[weekday] / 7) + _dice.Next(); left >= 1; left--)
                {
                    int[] series = [.. Enumerable.Range(0, shares.Length).Where(i => _dice.Next() < shares[i])];
                    var day = (week * 7) + weekday;
                    yield return new PlantedDocument(day, _dice.Below(Publishers), story, true, series);
                    for (var copies = _dice.Below(8) == 0 ? 1 + _dice.Below(4) : 0; copies > 0; copies--)
                    {
                        yield return new PlantedDocument(Math.Min(day + _dice.Below(2), (Weeks * 7) - 1), _dice.Below(Publishers), story, false, series);
                    }

                    story++;
                }
            }
        }
    }
}
