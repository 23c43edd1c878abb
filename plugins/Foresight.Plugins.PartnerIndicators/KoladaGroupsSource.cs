using System.Runtime.CompilerServices;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Plugins.PartnerIndicators;

/// <summary>
/// Who belongs to a group of municipalities in which year: one observation with the value 1 per group, year and member. Kolada gives a
/// group's newest year only; in the store the earlier ones stay.
/// </summary>
internal sealed class KoladaGroupsSource(KoladaGroupsOptions options) : ISource
{
    public const string Dataset = "kolada-groups";
    private const string Group = "group";

    private readonly KoladaPages pages = new(options);

    public async Task<SourceCheck> CheckAsync(SourceContext context, CancellationToken cancellationToken) =>
        options.Municipalities.Count + options.Groups.Count == 0
            ? new SourceCheck(false, "Kolada must be told which groups are wanted: name at least one municipality or group.")
            : await this.ByReadingAsync(context, "Kolada", cancellationToken).ConfigureAwait(false);

    public async IAsyncEnumerable<RecordBatch> ReadAsync(SourceContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var places = await PlacesAsync(context, cancellationToken).ConfigureAwait(false);
        var codes = places.ToLookup(place => (place.Name, place.IsRegion), place => place.Code);
        var told = new HashSet<string>(StringComparer.Ordinal);
        var labels = new Dictionary<(string, string), CodeLabel>();
        var wanted = options.Municipalities.Select(code => code.Trim()).ToHashSet(StringComparer.Ordinal);
        foreach (var (path, keepsAll) in Questions())
        {
            await foreach (var page in pages.ReadAsync(context, path, cancellationToken).ConfigureAwait(false))
            {
                var rejections = new List<Rejection>();
                var groups = ReadPage(page, rejections).Where(group => keepsAll || (group.Likeness is { } alike && OwnerOf(alike) is { } owner && wanted.Contains(owner)))
                    .Where(group => told.Add(group.Id)).ToList();
                foreach (var group in groups)
                {
                    labels[(Group, group.Id)] = new(Group, group.Id, group.Title, null, CodeKind.Aggregate);
                    foreach (var (code, name) in group.Members)
                        labels[(Dimension.CounterpartArea, code)] = new(Dimension.CounterpartArea, code, name, null);
                }

                if (groups.Count + rejections.Count > 0)
                    yield return ToBatch(groups, OwnerOf, context.Clock.GetUtcNow().Year, rejections, page.Fields);
            }
        }

        if (labels.Count == 0)
        {
            throw new SourceException(
                $"Kolada has none of the groups: check the codes of the {options.Municipalities.Count} municipalities and the ids of the {options.Groups.Count} groups.", Recovery.Stop)
            { Fault = Fault.UnknownId };
        }

        var silent = options.Groups.Select(id => id.Trim()).Where(id => !told.Contains(id)).ToList();
        if (silent.Count > 0)
            context.Logger.LogWarning("Kolada has nothing for these groups, which may not exist: {Ids}.", string.Join(", ", silent));
        yield return new CodeListBatch { Dataset = Dataset, Codes = [.. labels.Values] };

        // Some titles call regions municipalities ("Liknande kommuner räddningstjänst, Region Blekinge").
        string? OwnerOf((string Theme, string Owner, bool IsRegion, int Year) alike) =>
            codes[(alike.Owner, alike.IsRegion)].FirstOrDefault() ?? codes[(alike.Owner, !alike.IsRegion)].FirstOrDefault();
    }

    /// <summary>Groups by id come in segments; whose the others are shows only when all are read.</summary>
    private IEnumerable<(string Path, bool KeepsAll)> Questions()
    {
        foreach (var ids in KoladaPages.Chunks(options.Groups))
            yield return ($"municipality_groups/{KoladaPages.Segment(ids)}", true);
        if (options.Municipalities.Count > 0)
            yield return ("municipality_groups", false);
    }

    /// <summary>Titles name a municipality; this says which code it has.</summary>
    private async Task<List<(string Code, string Name, bool IsRegion)>> PlacesAsync(SourceContext context, CancellationToken cancellationToken)
    {
        var places = new List<(string, string, bool)>();
        await foreach (var page in pages.ReadAsync(context, "municipality", cancellationToken).ConfigureAwait(false))
        {
            foreach (var entry in page.Values.EnumerateArray())
            {
                if (Json.Text(entry, "id") is { } code && Json.Text(entry, "title") is { } name)
                    places.Add((code, name.Trim(), Json.Text(entry, "type") == "L"));
            }
        }

        return places.Count > 0 ? places : throw new SourceException($"Kolada lists no municipality at {options.BaseUrl}: its API may have changed.", Recovery.Retry) { Fault = Fault.Malformed };
    }

    private static IEnumerable<KoladaGroup> ReadPage(KoladaPage page, List<Rejection> rejections)
    {
        foreach (var (number, entry) in page.Values.EnumerateArray().Index())
        {
            if (KoladaGroup.Read(entry) is { } group)
                yield return group;
            else
                rejections.Add(Rejected.Of($"item {number + 1}", "It lacks its id, title or members.", entry));
        }
    }

    private static ObservationBatch ToBatch(
        IEnumerable<KoladaGroup> groups, Func<(string Theme, string Owner, bool IsRegion, int Year), string?> ownerOf, int thisYear, List<Rejection> rejections, IReadOnlyList<string>? fields)
    {
        var builder = new ObservationBatchBuilder(Dataset, Dimension.RefArea, Dimension.CounterpartArea, Dimension.Indicator, Group) { Fields = fields };
        foreach (var group in groups)
        {
            var alike = group.Likeness;
            // A group without a year is as it is when it is read.
            var period = Period.Year(alike?.Year ?? thisYear);
            var owner = alike is { } known ? ownerOf(known) : null;
            if (alike is not null && owner is null)
                rejections.Add(new Rejection(group.Id, $"The group {group.Id} is of '{alike.Value.Owner}', which is none of Kolada's municipalities.") { Item = group.Title });
            else
                group.Members.ToList().ForEach(member => builder.Add(period, 1, null, Presence.Present, owner, member.Code, alike?.Theme, group.Id));
        }

        return builder.Build(rejections: rejections);
    }
}
