using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Foresight.Sdk.Testing.Rules;

internal sealed partial class ForeignCursorIsTold : ISourceRule
{
    public string Sentence => "A cursor of another hand is told in one sentence or passed over; one that lies far ahead gives nothing and does no harm.";

    public async IAsyncEnumerable<string> BreachesAsync(SourceCase source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var first = await source.RunAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        foreach (var cursor in new[] { "nonsense;=;2026-13-45", "{\"a\":[", "\u0000\uFFFF" })
        {
            var run = await source.RunAsync(new Cursor(cursor), cancellationToken: cancellationToken).ConfigureAwait(false);
            if (run.Error is not null and not SourceException)
            {
                yield return $"The cursor '{cursor}' made it throw {run.Error.GetType().Name}: {run.Error.Message}";
            }
        }

        if (first.Cursor is { } last && Day().IsMatch(last.Value))
        {
            var ahead = await source.RunAsync(new Cursor(Day().Replace(last.Value, "2999-12-31")), cancellationToken: cancellationToken).ConfigureAwait(false);
            if (ahead.Error is not null and not SourceException)
            {
                yield return $"A cursor of the year 2999 made it throw {ahead.Error.GetType().Name}: {ahead.Error.Message}";
            }

            var known = first.Latest();
            if (ahead.Records.FirstOrDefault(record => !known.ContainsKey(record.Key)) is { Key: not null } other)
            {
                yield return $"A cursor of the year 2999 gave {other.Key}, which a first run does not.";
            }
        }
    }

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}")]
    private static partial Regex Day();
}
