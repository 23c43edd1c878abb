namespace Foresight.Plugins.FocusClassifier;

/// <summary>
/// How much each block of a text weighs, whatever its length: characters 1, words and the lead by settings, all together of length 1.
/// Without it a long text would drown its title.
/// </summary>
internal readonly record struct BlockScale(float WordWeight, float LeadWeight)
{
    /// <summary>Turns each block's sum of squares into the factor for its values; 0 for an empty block.</summary>
    public void ToFactors(Span<float> squares)
    {
        var total = 0f;
        for (var b = 0; b < squares.Length; b++)
            total += squares[b] > 0 ? WeightOf(b) * WeightOf(b) : 0;
        for (var b = 0; b < squares.Length; b++)
            squares[b] = squares[b] > 0 && total > 0 ? WeightOf(b) / MathF.Sqrt(squares[b] * total) : 0;
    }

    private float WeightOf(int block) => (block % GramReader.LeadBlock == 0 ? WordWeight : 1) * (block < GramReader.LeadBlock ? 1 : LeadWeight);
}
