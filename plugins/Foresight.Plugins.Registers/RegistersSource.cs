using System.Globalization;
using System.Runtime.CompilerServices;
using Foresight.Plugins.Registers.Files;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Plugins.Registers;

/// <summary>The registers that a municipality keeps of its own international work, each whole: a row that is gone from its file is retired.</summary>
public sealed class RegistersSource(RegistersOptions options) : ISource
{
    /// <inheritdoc/>
    public bool KeepsRegisters => true;

    /// <summary>Recognises a register by its file's name.</summary>
    public static SourceMatch? Recognise(AnswerHead head) => RegisterFile.RegisterOf(Path.GetFileName(head.Url.AbsolutePath)) is not null
        ? new SourceMatch(new Dictionary<string, string> { ["addresses"] = head.Url.AbsoluteUri })
        : null;

    /// <inheritdoc/>
    public async Task<SourceCheck> CheckAsync(SourceContext context, CancellationToken cancellationToken)
    {
        try
        {
            var files = await new RegisterFolder(options, Register.All).ReadAsync(context, cancellationToken);
            return files.ProblemCount > 0
                ? new SourceCheck(false, files.Refusal().Message)
                : new SourceCheck(true, string.Create(CultureInfo.InvariantCulture, $"{files.Tables.Count} registers with {files.Tables.Sum(table => table.Rows.Count)} rows can be read."));
        }
        catch (SourceException failure)
        {
            return new SourceCheck(false, failure.Message);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<RecordBatch> ReadAsync(SourceContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var files = await new RegisterFolder(options, Register.All).ReadAsync(context, cancellationToken);
        foreach (var note in files.Notes)
            context.Logger.LogWarning("{Note}", note);
        if (files.ProblemCount > 0)
        {
            foreach (var batch in files.Refused())
                yield return batch;
            throw files.Refusal();
        }

        foreach (var table in files.Tables)
        {
            yield return new RegisterBatch
            {
                Register = table.Register.Id,
                Rows = [.. table.Rows.Select(row => row.Row)],
                Fields = [.. table.Columns.Select(one => one.Column.Name)],
                ReadFrom = table.Address,
                EndsSnapshot = true,
            };
        }
    }
}
