namespace Foresight.Plugins.FocusClassifier;

/// <summary>A text as sorted features and their values.</summary>
internal sealed record SparseText(int[] Features, float[] Values)
{
    /// <summary>The score of a weight vector.</summary>
    public float Dot(float[] weights)
    {
        var sum = 0f;
        for (var i = 0; i < Features.Length; i++)
            sum += weights[Features[i]] * Values[i];
        return sum;
    }
}
