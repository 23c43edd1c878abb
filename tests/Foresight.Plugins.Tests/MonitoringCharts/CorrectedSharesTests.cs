using System.Globalization;
using Foresight.Plugins.MonitoringCharts;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.MonitoringCharts;

public sealed class CorrectedSharesTests
{
    private const int Draws = 120;
    private const int Documents = 400;

    // Areas with a true share, and how the made-up classifier errs on them.
    private static readonly (string Id, double Share, double Sensitivity, double Specificity)[] Truth =
        [("growth", .30, .80, .80), ("climate", .15, .75, .90), ("learning", .05, .70, .92)];

    [Fact]
    public async Task ItemsPerArea_KnownTrueShares_IntervalsHoldThemAndRawSharesAreOff()
    {
        var random = new Random(20260905);
        var (held, rawHeld) = (0, 0);
        for (var draw = 0; draw < Draws; draw++)
        {
            using var tables = new InMemoryTables();
            foreach (var (id, share, sensitivity, specificity) in Truth)
            {
                Draw(tables, random, id, share, sensitivity, specificity);
            }

            var spec = (await Parts.ChartAsync(new MonitoringChartsPlugin(), "items-per-area", tables, Some.Policy(), "en")).Spec!;
            foreach (var (id, share, _, _) in Truth)
            {
                var figures = spec.Evidence.Where(evidence => evidence.Record.StartsWith($"focus_area={id} ", StringComparison.Ordinal) && evidence.Formula!.StartsWith("per cent", StringComparison.Ordinal)).ToArray();
                // Whole per cents, as they are printed: an end that was rounded is within half of one.
                held += figures[1].Value!.Value / 100 - .005 <= share && share <= figures[2].Value!.Value / 100 + .005 ? 1 : 0;
                var said = double.Parse(figures[0].Formula!.Split(": ")[1].Split(' ')[0], CultureInfo.InvariantCulture) / Documents;
                rawHeld += Math.Abs(said - share) <= 1.96 * Math.Sqrt(said * (1 - said) / Documents) ? 1 : 0;
            }
        }

        Assert.InRange(held / (double)(Draws * Truth.Length), .93, .99);
        Assert.InRange(rawHeld / (double)(Draws * Truth.Length), 0, .25);
    }

    [Fact]
    public async Task ItemsPerArea_ThirdByNumberMayBeLarger_NamesNoAreaAsLargest()
    {
        // 30 and 20 per cent are apart; 15 per cent by a classifier that errs much, and was tried on little, may be 40.
        using var tables = new InMemoryTables();
        var sure = new ErrorCounts(10000, 0, 0, 10000);
        Said(tables, "growth", [.. Enumerable.Range(0, Documents).Select(i => i < 120)]);
        tables.Errors("growth", sure);
        Said(tables, "climate", [.. Enumerable.Range(0, Documents).Select(i => i < 80)]);
        tables.Errors("climate", sure);
        Said(tables, "learning", [.. Enumerable.Range(0, Documents).Select(i => i < 144)]);
        tables.Errors("learning", new ErrorCounts(35, 15, 15, 35));

        var spec = (await Parts.ChartAsync(new MonitoringChartsPlugin(), "items-per-area", tables, Some.Policy(), "en")).Spec!;

        Assert.StartsWith("No area is surely the largest; growth has 30% (", spec.Title, StringComparison.Ordinal);
    }

    // Documents of August, all judged; and how the classifier did on 300 labelled texts of the area and 1,200 others.
    private static void Draw(InMemoryTables tables, Random random, string area, double share, double sensitivity, double specificity)
    {
        Said(tables, area, [.. Enumerable.Range(0, Documents).Select(_ => random.NextDouble() < share ? random.NextDouble() < sensitivity : random.NextDouble() >= specificity)]);
        var hits = Enumerable.Range(0, 300).Count(_ => random.NextDouble() < sensitivity);
        var noes = Enumerable.Range(0, 1200).Count(_ => random.NextDouble() < specificity);
        tables.Errors(area, new ErrorCounts(hits, 300 - hits, 1200 - noes, noes));
    }

    private static void Said(InMemoryTables tables, string area, bool[] said)
    {
        tables.Execute(
            """
            INSERT INTO documents (_source, _item_id, _revision, _current, kind, title, text, published, published_is_day, _load_id, categories)
            SELECT 'feed', i, 1, true, 'news', 'Exempel', '', TIMESTAMP '2026-08-15', true, 'load-4', [] FROM range($1) t(i)
            WHERE NOT EXISTS (SELECT 1 FROM documents)
            """,
            Documents);
        tables.Execute(
            """
            INSERT INTO classifications (_source, _item_id, _revision, focus_area, probability, threshold, belongs, model_version, policy_version, _current)
            SELECT 'feed', i, 1, $1, 0.5, 0.5, $2[CAST(i AS INTEGER) + 1] = '1', 'm1', '1', true FROM range($3) t(i)
            """,
            area, string.Concat(said.Select(yes => yes ? '1' : '0')), Documents);
    }
}
