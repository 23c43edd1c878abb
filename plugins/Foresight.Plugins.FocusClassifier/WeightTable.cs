namespace Foresight.Plugins.FocusClassifier;

/// <summary>Per known slot its rarity and then its weight for each label, side by side; a row of zeros stands for every unknown slot.</summary>
internal sealed class WeightTable
{
    private readonly int _stride;
    private readonly int[] _row;
    private readonly float[] _values;

    public WeightTable(GramReader reader, ModelData model)
    {
        _stride = model.Labels.Count + 1;
        _row = new int[reader.Slots];
        _values = new float[(model.Slots.Length + 1) * _stride];
        for (var i = 0; i < model.Slots.Length; i++)
        {
            var start = (i + 1) * _stride;
            _row[model.Slots[i]] = start;
            _values[start] = (float)model.Rarity[i];
            for (var l = 1; l < _stride; l++)
                _values[start + l] = model.Weights[l - 1][i] * model.Labels[l - 1].WeightStep;
        }
    }

    /// <summary>The place of a slot in the model's list; -1 for an unknown one.</summary>
    public int Feature(int slot) => (_row[slot] / _stride) - 1;

    public ReadOnlySpan<float> Row(int slot) => _values.AsSpan(_row[slot], _stride);
}
