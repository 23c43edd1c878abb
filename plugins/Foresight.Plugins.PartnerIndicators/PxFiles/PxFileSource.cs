using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Foresight.Formats;
using Foresight.Formats.Px;
using Foresight.Plugins.PartnerIndicators.Blocks;
using Foresight.Plugins.PartnerIndicators.PxWeb;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Plugins.PartnerIndicators.PxFiles;

/// <summary>A .px file at an address. It has no cursor: a file is always whole.</summary>
internal sealed partial class PxFileSource(PxFileOptions options) : ISource
{
    private const string Unnamed = "px";

    private Uri Url => new(options.Url);

    /// <summary>Whether an answer is a .px file, by the keyword with which it begins.</summary>
    public static SourceMatch? Recognise(AnswerHead head) =>
        Beginning().IsMatch(head.Text) ? new SourceMatch(new Dictionary<string, string> { ["url"] = head.Url.AbsoluteUri }) : null;

    public async Task<SourceCheck> CheckAsync(SourceContext context, CancellationToken cancellationToken)
    {
        try
        {
            var (answer, body) = await OpenAsync(context, cancellationToken).ConfigureAwait(false);
            await using var _ = answer.ConfigureAwait(false);
            await using var __ = body.ConfigureAwait(false);
            var table = await HeadAsync(answer, body, cancellationToken).ConfigureAwait(false);
            return new SourceCheck(true, FormattableString.Invariant($"{Url.Shown()} has {table.CellCount} cells: {(table.Title ?? table.Id)?.Trim().TrimEnd('.')}."));
        }
        catch (SourceException e)
        {
            return new SourceCheck(false, e.Message);
        }
    }

    public async IAsyncEnumerable<RecordBatch> ReadAsync(SourceContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var batch in await AllAsync(context, cancellationToken).ConfigureAwait(false))
            yield return batch;
    }

    /// <summary>Only the last cell shows whether there are as many as there should be, so nothing is given before.</summary>
    private async Task<IReadOnlyList<RecordBatch>> AllAsync(SourceContext context, CancellationToken cancellationToken)
    {
        var (answer, body) = await OpenAsync(context, cancellationToken).ConfigureAwait(false);
        await using var _ = answer.ConfigureAwait(false);
        await using var __ = body.ConfigureAwait(false);
        var table = await HeadAsync(answer, body, cancellationToken).ConfigureAwait(false);
        foreach (var problem in table.Problems)
            context.Logger.LogWarning("{Url}: {Problem}", Url.Shown(), problem);
        if (options.StoreAs.Keys.FirstOrDefault(name => !table.Variables.Any(one => one.Code.Equals(name, StringComparison.Ordinal))) is { } stranger)
        {
            throw new SourceException(
                $"{Url.Shown()} has no variable '{stranger}', which 'storeAs' names: it has {string.Join(", ", table.Variables.Select(one => one.Code))}.", Recovery.Stop)
            { Fault = Fault.UnknownId };
        }

        var dataset = options.Dataset ?? table.Id ?? Unnamed;
        var names = new PxVariableNames(options.StoreAs).Of(table.Variables.Where(one => !one.IsTime).Select(one => (one.Code, one.IsContents)));
        var blocks = new BlockBatches(dataset, name => names[name], options.Filters, options.From is { } from ? Period.Parse(from) : null)
        {
            CodeOf = PxVariableNames.CodeOf,
            UnitOf = block => PxUnits.Of(table, block),
        };
        var batches = new List<RecordBatch>();
        try
        {
            await foreach (var block in table.ReadAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
                batches.Add(blocks.ToBatch(block));
        }
        catch (InvalidDataException e)
        {
            throw Refused(answer.Url, e);
        }

        if (blocks.Missing.FirstOrDefault() is { Code: not null } missing)
            throw new SourceException($"The variable '{missing.Dimension}' of {Url.Shown()} has no code '{missing.Code}': check 'filters'.", Recovery.Stop) { Fault = Fault.UnknownId };

        batches.Add(Labels(table, dataset, names));
        return batches;
    }

    private CodeListBatch Labels(PxTable table, string dataset, IReadOnlyDictionary<string, string> names) => new()
    {
        Dataset = dataset,
        Codes = [.. table.Variables.Where(one => !one.IsTime).SelectMany(variable => PxFileLabels.Of(table, variable, names[variable.Code], options.Filters.GetValueOrDefault(variable.Code)))
            .DistinctBy(label => (label.Dimension, label.Code))],
        About = new AnswerAbout(
            table.Title, null, table.Language,
            DateTimeOffset.TryParseExact(table.LastUpdated, ["yyyyMMdd HH:mm", "yyyyMMdd HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var updated)
                ? Moment.On(DateOnly.FromDateTime(updated.UtcDateTime)) : null),
    };

    private async Task<(Answer Answer, HeadStream Body)> OpenAsync(SourceContext context, CancellationToken cancellationToken)
    {
        if (options.From is { } from && !Period.TryParse(from, out _))
            throw new SourceException($"'{from}' is no period from which {Url.Shown()} could begin: write it as 2015 or 2015-03.", Recovery.Stop) { Fault = Fault.Options };
        var answer = await context.GetAsync(Url, Expected.Text, cancellationToken).ConfigureAwait(false);
        try
        {
            return (answer, await HeadStream.OpenAsync(answer.Body, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception e)
        {
            await answer.DisposeAsync().ConfigureAwait(false);
            if (e is InvalidDataException broken)
                throw Refused(answer.Url, broken);
            throw;
        }
    }

    private async Task<PxTable> HeadAsync(Answer answer, HeadStream body, CancellationToken cancellationToken)
    {
        try
        {
            var table = await PxReader.OpenAsync(body, cancellationToken).ConfigureAwait(false);
            if (!table.Variables.Any(one => one.IsTime))
                throw new SourceException($"{answer.Url.Shown()} has no variable of periods (TIMEVAL): it cannot be stored as observations.", Recovery.Stop) { Fault = Fault.Malformed };
            return table.CellCount <= options.MostCells ? table : throw new SourceException(
                $"{answer.Url.Shown()} has {table.CellCount} cells, more than the {options.MostCells} of 'mostCells': raise it, or ask for fewer.", Recovery.Stop)
            { Fault = Fault.TooBig };
        }
        catch (InvalidDataException e)
        {
            throw Refused(answer.Url, e);
        }
    }

    private static SourceException Refused(Uri url, InvalidDataException e) =>
        new($"{url.Shown()} cannot be read: {e.Message}", Recovery.Stop, e) { Fault = Fault.Malformed };

    [GeneratedRegex("^\\uFEFF?\\s*(CHARSET|AXIS-VERSION|CODEPAGE|LANGUAGE|CREATION-DATE|DECIMALS|MATRIX|SUBJECT-AREA|TABLEID)\\s*=")]
    private static partial Regex Beginning();
}
