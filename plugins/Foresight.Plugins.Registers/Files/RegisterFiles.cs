using System.Globalization;
using Foresight.Engine.Policies;
using Foresight.Sdk;

namespace Foresight.Plugins.Registers.Files;

/// <summary>All registers as their files have them.</summary>
/// <param name="tables">The registers, in the order in which they refer to each other.</param>
/// <param name="folder">What is wrong with the folder.</param>
internal sealed class RegisterFiles(IReadOnlyList<RegisterTable> tables, ProblemList folder)
{
    private const int MostNamed = 4;

    public IReadOnlyList<RegisterTable> Tables => tables;

    /// <summary>What is odd but no problem.</summary>
    public IEnumerable<string> Notes => Lists.SelectMany(list => list.Notes);

    public int ProblemCount => Lists.Sum(list => list.Problems.Count);

    private IEnumerable<ProblemList> Lists => tables.Select(table => table.Problems).Prepend(folder);

    /// <summary>The problems as batches without rows, one per file, so that the host keeps them; the registers' own rows are none of them.</summary>
    public IEnumerable<RegisterBatch> Refused() =>
        from list in Lists
        where list.Problems.Count > 0
        let table = tables.FirstOrDefault(table => table.Problems == list)
        select new RegisterBatch
        {
            Register = (table?.Register ?? Register.Needs).Id,
            Rows = [],
            ReadFrom = table?.Address,
            Rejections = [.. list.Problems.OrderBy(problem => problem.Row ?? 0).Select(problem => problem.ToRejection())],
        };

    /// <summary>The error with which the registers are refused.</summary>
    public SourceException Refusal()
    {
        var wrong = Lists.Where(list => list.Problems.Count > 0).ToList();
        var named = string.Join(", ", wrong.Take(MostNamed).Select(list => string.Create(CultureInfo.InvariantCulture, $"{list.Problems.Count} in {list.File}")));
        var first = wrong[0].Problems.OrderBy(problem => problem.Row ?? 0).First();
        return new SourceException(
            string.Create(CultureInfo.InvariantCulture, $"The registers have {ProblemCount} problem{(ProblemCount == 1 ? "" : "s")} ({named}{(wrong.Count > MostNamed ? ", …" : "")}), so nothing of them was stored and what was stored stays; 'foresight registers check' lists {(ProblemCount == 1 ? "it" : "them all")}. The first: {first.Where}: {first.Sentence}"),
            Recovery.Stop)
        { Fault = Fault.Malformed };
    }

    /// <summary>Tells of ids that lead to no row of another register.</summary>
    /// <param name="isWhole">Whether all registers were asked for: then one without a file has no rows.</param>
    public void CheckReferences(bool isWhole)
    {
        var ids = tables.GroupBy(table => table.Register.Id).ToDictionary(
            group => group.Key, group => group.SelectMany(table => table.Rows.Select(row => row.Row.Id)).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        // The rows of a file that could not be read at all are not known: then nothing is said of what leads there.
        var unknown = tables.Where(table => table.Rows.Count == 0 && table.Problems.Problems.Count > 0).Select(table => table.Register.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            foreach (var (column, heading) in table.Columns.Where(one => one.Column.Names is { } named && Register.All.Any(register => register.Id == named) && !unknown.Contains(named)))
            {
                if (ids.GetValueOrDefault(column.Names!) is { } known)
                    Check(table, column, heading, known);
                else if (isWhole)
                    Check(table, column, heading, []);
            }
        }
    }

    private static void Check(RegisterTable table, RegisterColumn column, string heading, HashSet<string> known)
    {
        foreach (var (number, row) in table.Rows)
        {
            if (!row.Fields.TryGetValue(column.Name, out var text) || table.Problems.IsFull)
                continue;
            foreach (var id in text.Split("; ").Where(id => !known.Contains(id)))
                table.Problems.Add(number, heading, $"'{id}' is no row of the register '{column.Names}'{Nearest.Hint(id, known)}: add it there, or correct it.");
        }
    }
}
