using System.Globalization;
using System.Runtime.CompilerServices;
using Foresight.Sdk;

namespace Foresight.Plugins.FundingCalls.Esif;

/// <summary>What the European Structural and Investment Funds are planned to pay, by programme, fund, objective and region.</summary>
public sealed class EsifSource(EsifOptions options) : ISource
{
    internal const string EuAmount = "eu_amount";
    internal const string NationalAmount = "national_amount";
    internal const string TotalAmount = "total_amount";

    private static readonly string[] Amounts = [EuAmount, NationalAmount, TotalAmount];
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private bool IsPaged => options.File is null && options.Format is EsifFormat.Json;

    /// <summary>Recognises the table by its columns, as the file and as the query service name them.</summary>
    public static SourceMatch? Recognise(AnswerHead head) =>
        (head.Text.Contains("MS,MS Name,CCI,", StringComparison.Ordinal) && head.Text.Contains("EU Amount", StringComparison.Ordinal))
        || (head.Text.Contains("\"cci\"", StringComparison.Ordinal) && head.Text.Contains("\"eu_amount\"", StringComparison.Ordinal))
            ? new SourceMatch(new Dictionary<string, string> { ["file"] = head.Url.AbsoluteUri })
            : null;

    /// <inheritdoc/>
    public async Task<SourceCheck> CheckAsync(SourceContext context, CancellationToken cancellationToken)
    {
        try
        {
            // The file has some 2 MB and cannot be asked for in part; the query service can.
            var url = Address(0, 1);
            var table = await TableAsync(context, url, cancellationToken);
            if (table.Rows.Count > 0)
                _ = new EsifColumns(table.Columns, url);
            return table.Rows.Count > 0
                ? new SourceCheck(true, $"{url.Host} answers with planned finances ({string.Create(CultureInfo.InvariantCulture, $"{table.Rows.Count}")} {(IsPaged ? "row asked for" : "rows")}).")
                : new SourceCheck(false, $"{url.Host} answers without a row: check dataset, countries and funds in the policy.");
        }
        catch (SourceException failure)
        {
            return new SourceCheck(false, failure.Message);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<RecordBatch> ReadAsync(SourceContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        context.Pace(options.File ?? options.Url, Pause);
        var labels = new EsifLabels(options.Dataset);
        var seen = new HashSet<EsifRow>();
        var firstRows = new HashSet<string>(StringComparer.Ordinal);
        var offset = 0;
        var isWhole = true;
        while (true)
        {
            var url = Address(offset, options.PageSize);
            var table = await TableAsync(context, url, cancellationToken);
            var builder = new ObservationBatchBuilder(options.Dataset, EsifRow.Dimensions) { Fields = table.Rows.Count > 0 ? table.Columns : null };
            var rejections = new List<Rejection>(table.Rejections);
            if (table.Rows.Count > 0)
                Read(table, new EsifColumns(table.Columns, url), url, seen, labels, builder, rejections);
            offset += table.Rows.Count + table.Rejections.Count;
            isWhole &= rejections.Count == 0;
            // A page may be shorter than asked for: the service has a limit of its own. Only one without a row is the end.
            var isLast = !IsPaged || table.Rows.Count + table.Rejections.Count == 0;
            if (isLast && seen.Count == 0 && rejections.Count == 0)
                throw Nothing(url);
            if (table.Rows.Count > 0 && !firstRows.Add(string.Join('\u001f', table.Rows[0])))
                throw new SourceException($"{url.Shown()} answered a page that came before: its pages do not end; the next run tries again.", Recovery.Retry) { Fault = Fault.Malformed };
            if (labels.Take() is { } codes)
                yield return codes;
            // A row that could not be read may be one that is stored: then nothing is said of what is gone.
            yield return builder.Build(rejections: rejections, endsSnapshot: isLast && isWhole);
            if (isLast)
                yield break;
        }
    }

    private void Read(
        EsifTable table, EsifColumns columns, Uri url, HashSet<EsifRow> seen, EsifLabels labels, ObservationBatchBuilder builder, List<Rejection> rejections)
    {
        var number = 0;
        foreach (var fields in table.Rows)
        {
            number++;
            var (row, reason) = EsifRow.Read(columns, fields);
            if (row is not null && !IsWanted(row))
                continue;
            double?[] amounts = [];
            try
            {
                amounts = [.. Amounts.Select(name => EsifRow.Amount(columns.Of(fields, name)))];
            }
            catch (FormatException wrong)
            {
                reason ??= wrong.Message;
            }

            // Two rows of one key would be one figure; which of them counts, or whether their sum does, the table does not say.
            if (row is null || reason is not null || !seen.Add(row))
            {
                rejections.Add(new Rejection($"row {number} of {url.Shown()}", reason ?? $"Another row has the same programme, fund, priority and objective ({row!.Programme}, {row.Fund}, {row.Priority}, {row.Objective}).")
                {
                    Item = Rejected.Short(string.Join(',', fields)),
                });
                continue;
            }

            labels.Add(row, columns, fields);
            for (var i = 0; i < Amounts.Length; i++)
            {
                builder.Add(
                    row.Period, amounts[i], null, Presence.Missing,
                    row.Country, row.Programme, row.Fund, row.Priority, row.Objective, row.Region, row.Measure, row.Focus, Amounts[i], "EUR");
            }
        }
    }

    private bool IsWanted(EsifRow row) =>
        (options.Countries.Count == 0 || options.Countries.Contains(row.Country)) && (options.Funds.Count == 0 || options.Funds.Contains(row.Fund));

    private static async Task<EsifTable> TableAsync(SourceContext context, Uri url, CancellationToken cancellationToken)
    {
        await using var answer = await context.GetAsync(url, Expected.Text, cancellationToken);
        return await EsifTable.ReadAsync(answer, cancellationToken);
    }

    private Uri Address(int offset, int limit)
    {
        if (options.File is { } file)
            return file;
        if (!IsPaged)
            return new Uri(options.Url, $"api/views/{options.Dataset}/rows.csv?accessType=DOWNLOAD");
        var terms = new[] { In("ms", options.Countries), In("fund", options.Funds) }.OfType<string>().ToArray();
        var where = terms.Length == 0 ? "" : $"&$where={Uri.EscapeDataString(string.Join(" AND ", terms))}";
        // Without an order the service may give a row on two pages and another on none.
        return new Uri(options.Url, string.Create(CultureInfo.InvariantCulture, $"resource/{options.Dataset}.json?$limit={limit}&$offset={offset}&$order=:id{where}"));
    }

    private static string? In(string field, IReadOnlyList<string> values) =>
        values.Count == 0 ? null : $"{field} in ({string.Join(", ", values.Select(value => $"'{value}'"))})";

    private SourceException Nothing(Uri url) => options.Countries.Count + options.Funds.Count > 0
        ? new($"{url.Shown()} has no row of these countries and funds: check them in the policy ({string.Join(", ", options.Countries.Concat(options.Funds))}).", Recovery.Stop) { Fault = Fault.Options }
        : new($"{url.Shown()} answered an empty table where planned finances were due; the next run tries again.", Recovery.Retry) { Fault = Fault.NoContent };
}
