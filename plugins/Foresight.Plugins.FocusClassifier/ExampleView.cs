using Microsoft.ML;
using Microsoft.ML.Data;

namespace Foresight.Plugins.FocusClassifier;

/// <summary>
/// Texts as ML.NET reads them, in any order that a trainer asks for, without copying a number. Its own view of a list copies every text in
/// every pass over them: half of the time that training took, and most of the memory.
/// </summary>
/// <param name="texts">All texts.</param>
/// <param name="rows">The texts to give, by their place.</param>
/// <param name="lesson">What is told of them.</param>
/// <param name="schema">Made by <see cref="SchemaOf"/>.</param>
internal sealed class ExampleView(VBuffer<float>[] texts, int[] rows, Lesson lesson, DataViewSchema schema) : IDataView
{
    public const string Label = nameof(Label);
    public const string Features = nameof(Features);
    public const string Weight = nameof(Weight);

    public bool CanShuffle => true;

    public DataViewSchema Schema => schema;

    public static DataViewSchema SchemaOf(int features)
    {
        var builder = new DataViewSchema.Builder();
        builder.AddColumn(Label, BooleanDataViewType.Instance);
        builder.AddColumn(Features, new VectorDataViewType(NumberDataViewType.Single, features));
        builder.AddColumn(Weight, NumberDataViewType.Single);
        return builder.ToSchema();
    }

    public long? GetRowCount() => rows.Length;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        if (rand is null)
            return new Cursor(this, null);
        var order = Enumerable.Range(0, rows.Length).ToArray();
        for (var i = order.Length - 1; i > 0; i--)
        {
            var other = rand.Next(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }

        return new Cursor(this, order);
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) => [GetRowCursor(columnsNeeded, rand)];

    private sealed class Cursor(ExampleView view, int[]? order) : DataViewRowCursor
    {
        private readonly VBuffer<float>[] _texts = view.Texts;
        private readonly int[] _rows = view.Rows;
        private readonly Lesson _lesson = view.Lesson;
        private int _position = -1;
        private int _row;
        private int _text;

        public override long Position => _position;

        public override long Batch => 0;

        public override DataViewSchema Schema => view.Schema;

        public override bool MoveNext()
        {
            if (_position + 1 >= _rows.Length)
                return false;
            _position++;
            _row = order is null ? _position : order[_position];
            _text = _rows[_row];
            return true;
        }

        public override bool IsColumnActive(DataViewSchema.Column column) => true;

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId value) => value = new DataViewRowId((ulong)_row, 0);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            Delegate getter = column.Name switch
            {
                Label => (ValueGetter<bool>)((ref bool value) => value = _lesson.Belongs[_text]),
                Weight => (ValueGetter<float>)((ref float value) => value = _lesson.Weights[_text]),
                _ => (ValueGetter<VBuffer<float>>)((ref VBuffer<float> value) => value = _texts[_text]),
            };
            return (ValueGetter<TValue>)getter;
        }
    }

    private VBuffer<float>[] Texts => texts;

    private int[] Rows => rows;

    private Lesson Lesson => lesson;
}
