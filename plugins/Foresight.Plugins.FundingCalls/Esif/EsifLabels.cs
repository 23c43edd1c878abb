using Foresight.Sdk;

namespace Foresight.Plugins.FundingCalls.Esif;

/// <summary>What the codes of the rows are called; a code is told once, by the first row that has it.</summary>
internal sealed class EsifLabels(string dataset)
{
    private static readonly CodeLabel[] Amounts =
    [
        new(Dimension.Indicator, EsifSource.EuAmount, "EU-belopp", "EU amount"),
        new(Dimension.Indicator, EsifSource.NationalAmount, "Nationellt belopp", "National amount"),
        new(Dimension.Indicator, EsifSource.TotalAmount, "Totalt belopp", "Total amount", CodeKind.Aggregate),
    ];

    private readonly HashSet<(string Dimension, string Code)> told = [];
    private readonly List<CodeLabel> waiting = [.. Amounts];

    /// <summary>Notes the labels of a row.</summary>
    public void Add(EsifRow row, EsifColumns columns, string?[] fields)
    {
        Add(Dimension.RefArea, row.Country, columns.Of(fields, "ms_name"));
        Add("programme", row.Programme, columns.Of(fields, "programme_title", "title"));
        Add("thematic_objective", row.Objective, columns.Of(fields, "to_long") ?? columns.Of(fields, "to_short"));
        Add("measure", row.Measure, columns.Of(fields, "measure_short_description"));
        Add("focus_area", row.Focus, columns.Of(fields, "focus_area_short_description"));
    }

    /// <summary>The labels that were not told yet; null where there are none.</summary>
    public CodeListBatch? Take()
    {
        if (waiting.Count == 0)
            return null;
        var batch = new CodeListBatch { Dataset = dataset, Codes = [.. waiting] };
        waiting.Clear();
        return batch;
    }

    private void Add(string dimension, string? code, string? label)
    {
        if (code is not null && label is not null && told.Add((dimension, code)))
            waiting.Add(new CodeLabel(dimension, code, null, label));
    }
}
