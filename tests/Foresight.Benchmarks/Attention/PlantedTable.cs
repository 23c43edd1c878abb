using System.Globalization;
using Foresight.Methods.Attention;
using Foresight.Methods.Tests.Attention.Planted;

namespace Foresight.Benchmarks.Attention;

/// <summary>
/// The table of docs/methods/attention.md: how many hidden signals are found, and how often an alarm is false, over many made-up years: <c>planted-signals [YEARS]</c>.
/// The settings were chosen on years 1000 to 1079; these are years 1 to YEARS.
/// </summary>
internal static class PlantedTable
{
    private const double LeastDeviation = 2.5;
    private static readonly double[] Strengths = [1.5, 2, 3, 5];
    private static readonly (string Name, Func<int, bool> Has)[] Lengths = [("1 week", weeks => weeks == 1), ("2 weeks", weeks => weeks == 2), ("3–4 weeks", weeks => weeks is 3 or 4), ("6–8 weeks", weeks => weeks >= 6)];

    public static void Write(int years, TextWriter output)
    {
        (string Name, PlantedWatch.Finder Find, double FalseDiscovery)[] methods =
        [
            ("reference automaton", (relevant, documents) => ReferenceBursts.Find(relevant, documents), 0.05),
            ("Kleinberg, s = 2, γ = 1", (relevant, documents) => KleinbergBursts.Find(relevant, documents), 1),
            ("Kleinberg, s = 2, γ = 2", (relevant, documents) => KleinbergBursts.Find(relevant, documents, 2, 2), 1),
        ];
        var made = Enumerable.Range(1, years).AsParallel().AsOrdered().Select(seed => new PlantedYear((ulong)seed)).ToArray();
        output.WriteLine("| method | series | strength | " + string.Join(" | ", Lengths.Select(length => length.Name)) + " | weeks to the alarm |");
        output.WriteLine("| --- | --- | --: |" + string.Concat(Lengths.Select(_ => " --: |")) + " --: |");
        var results = methods.Select(method => made.AsParallel().AsOrdered().Select(year => PlantedWatch.Run(year, method.Find, method.FalseDiscovery, LeastDeviation)).ToArray()).ToArray();
        foreach (var (method, result) in methods.Zip(results))
        {
            foreach (var kind in Enum.GetValues<SeriesKind>())
            {
                foreach (var strength in Strengths)
                {
                    PlantedFind[] hidden = [.. result.SelectMany(year => year.Bursts).Where(find => find.Signal.Kind == kind && find.Signal.Strength == strength)];
                    PlantedFind[] found = [.. hidden.Where(find => find.Found)];
                    output.WriteLine(string.Create(
                        CultureInfo.InvariantCulture,
                        $"| {method.Name} | {kind.ToString().ToLowerInvariant()} | ×{strength} | {string.Join(" | ", Lengths.Select(length => Recall([.. hidden.Where(find => length.Has(find.Signal.Length))])))} | {(found.Length == 0 ? "" : found.Average(find => find.Delay + 1).ToString("0.0", CultureInfo.InvariantCulture))} |"));
                }
            }
        }

        output.WriteLine();
        output.WriteLine("| method | series | false alarms a month where nothing is hidden | outside another burst | on a drift | for each series a year |");
        output.WriteLine("| --- | --- | --: | --: | --: | --: |");
        foreach (var (method, result) in methods.Zip(results))
        {
            foreach (var kind in Enum.GetValues<SeriesKind>())
            {
                double PerMonth(Func<PlantedSignal, bool> which) => result.Average(year => year.FalseBursts.Count(signal => signal.Kind == kind && which(signal))) / PlantedWatch.Months;
                var watched = made[0].Signals.Count(signal => signal.Kind == kind);
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {method.Name} | {watched} {kind.ToString().ToLowerInvariant()}s | {PerMonth(signal => !signal.IsBurst && !signal.IsDrift):0.00} | {PerMonth(signal => signal.IsBurst):0.00} | {PerMonth(signal => signal.IsDrift):0.00} | {12 * PerMonth(_ => true) / watched:0.00} |"));
            }
        }

        output.WriteLine();
        output.WriteLine("| drift to | areas | topics | terms |");
        output.WriteLine("| --- | --: | --: | --: |");
        foreach (var strength in new[] { 1.5, 2, 3 })
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| ×{strength} in a year | {string.Join(" | ", Enum.GetValues<SeriesKind>().Select(kind => Recall([.. results[0].SelectMany(year => year.Drifts).Where(find => find.Signal.Kind == kind && find.Signal.Strength == strength)])))} |"));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| none: said all the same, of a hundred series | {string.Join(" | ", Enum.GetValues<SeriesKind>().Select(kind => FalseDrifts(made, results[0], kind)))} |"));
    }

    private static string FalseDrifts(PlantedYear[] years, PlantedResult[] results, SeriesKind kind) =>
        (100.0 * results.Sum(year => year.FalseDrifts.Count(signal => signal.Kind == kind)) / years.Sum(year => year.Signals.Count(signal => signal.Kind == kind && !signal.IsDrift)))
        .ToString("0.0", CultureInfo.InvariantCulture);

    private static string Recall(PlantedFind[] hidden) =>
        hidden.Length == 0 ? "" : hidden.Average(find => find.Found ? 1.0 : 0.0).ToString(".00", CultureInfo.InvariantCulture);
}
