using Foresight.Engine.Classify.Labelling;
using Foresight.Sdk;

namespace Foresight.Engine.Classify;

/// <summary>What a policy's model learns from beside the label files: each kind has a reader.</summary>
internal static class FurtherTexts
{
    // Those to be trusted most come first: of texts of one id the first is taken.
    private static readonly Func<ClassifySetup, ITables, CancellationToken, Task<IReadOnlyList<LabelledText>>>[] Readers =
        [PersonTexts.ReadAsync, WeakTexts.ReadAsync];

    /// <summary>The setup with these texts.</summary>
    public static ClassifySetup With(ClassifySetup setup, ITables tables) => setup with { MoreTexts = cancellationToken => ReadAsync(setup, tables, cancellationToken) };

    private static async Task<IReadOnlyList<LabelledText>> ReadAsync(ClassifySetup setup, ITables tables, CancellationToken cancellationToken)
    {
        var texts = new List<LabelledText>();
        foreach (var reader in Readers)
            texts.AddRange(await reader(setup, tables, cancellationToken).ConfigureAwait(false));
        return [.. texts.DistinctBy(text => text.Id)];
    }
}
