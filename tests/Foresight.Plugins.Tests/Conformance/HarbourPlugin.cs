using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Runtime.CompilerServices;
using Foresight.Sdk;
using Microsoft.Extensions.DependencyInjection;

namespace Foresight.Plugins.Harbour;

public sealed class HarbourPlugin : IPlugin
{
    public void Register(IServiceCollection services) => services.AddSource<HarbourSource, HarbourOptions>("harbour");
}

public sealed class HarbourOptions
{
    [Required]
    public Uri? Url { get; set; }
}

/// <summary>Reads lines of id, date and title, such as <c>h-1,2026-09-01,The harbour grows</c>.</summary>
public sealed class HarbourSource(HarbourOptions options) : ISource
{
    public Task<SourceCheck> CheckAsync(SourceContext context, CancellationToken cancellationToken) =>
        Task.FromResult(new SourceCheck(true, $"Reads {options.Url}."));

    public async IAsyncEnumerable<RecordBatch> ReadAsync(SourceContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Refusals, bot walls, web pages and empty bodies are told from data here: each is a SourceException with a sentence.
        await using var answer = await context.GetAsync(options.Url!, Expected.Text, cancellationToken);
        var documents = new List<Document>();
        var rejections = new List<Rejection>();
        foreach (var line in (await answer.ReadTextAsync(cancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split(',', 3) is [var id, var date, var title]
                && DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                // An id that lasts: a title that is mended is then a revision, and not a second document.
                documents.Add(new Document { Id = id, Title = title.Trim(), Language = "en", Published = Moment.On(day) });
            }
            else
            {
                rejections.Add(new Rejection($"line {documents.Count + rejections.Count + 1}", "It is not id, date and title.") { Item = line });
            }
        }

        yield return new DocumentBatch { Documents = documents, Rejections = rejections };
    }
}
