namespace Foresight.Sdk;

/// <summary>Builds an <see cref="ObservationBatch"/> row by row.</summary>
/// <param name="dataset">The dataset's id.</param>
/// <param name="dimensions">The names of the dimensions, in the order in which <see cref="Add"/> is given their codes.</param>
public sealed class ObservationBatchBuilder(string dataset, params IReadOnlyList<string> dimensions)
{
    private readonly Coder<string>[] coders = [.. dimensions.Select(_ => new Coder<string>())];
    private readonly Coder<Period> periods = new();
    private readonly Coder<string> status = new();
    private readonly List<double> values = [];
    private readonly List<Presence> presences = [];

    /// <summary>Says what a row's flags mean (<see cref="ObservationBatch.Marks"/>); null where they mean nothing known.</summary>
    public Func<string, string?>? MarksOf { get; init; }

    /// <summary>The names of the answer's fields, for every batch (<see cref="RecordBatch.Fields"/>).</summary>
    public IReadOnlyList<string>? Fields { get; init; }

    /// <summary>The number of rows so far.</summary>
    public int Count => values.Count;

    /// <summary>Adds a row.</summary>
    /// <param name="period">The period.</param>
    /// <param name="value">The value; null or NaN where there is none.</param>
    /// <param name="flags">The source's flags; null for none.</param>
    /// <param name="presence">Why there is no value; ignored where there is one.</param>
    /// <param name="codes">One code per dimension; null where it does not apply.</param>
    public void Add(Period period, double? value, string? flags, Presence presence, params ReadOnlySpan<string?> codes)
    {
        if (codes.Length != coders.Length)
        {
            throw new ArgumentException($"{dataset} has {coders.Length} dimensions, the row has {codes.Length}.", nameof(codes));
        }

        periods.Add(period);
        status.Add(string.IsNullOrEmpty(flags) ? null : flags);
        values.Add(value ?? double.NaN);
        presences.Add(value is { } number && !double.IsNaN(number) ? Presence.Present : presence == Presence.Present ? Presence.Missing : presence);
        for (var i = 0; i < codes.Length; i++)
        {
            coders[i].Add(codes[i]);
        }
    }

    /// <summary>Builds the batch and empties the builder.</summary>
    /// <param name="next">The cursor that follows the batch.</param>
    /// <param name="rejections">Items that could not be read.</param>
    /// <param name="endsSnapshot">See <see cref="RecordBatch.EndsSnapshot"/>.</param>
    public ObservationBatch Build(Cursor? next = null, IReadOnlyList<Rejection>? rejections = null, bool endsSnapshot = false)
    {
        var flags = status.Take();
        var batch = new ObservationBatch
        {
            Dataset = dataset,
            Next = next,
            Rejections = rejections ?? [],
            Periods = periods.Take(),
            Values = values.ToArray(),
            Presences = presences.ToArray(),
            Status = flags,
            Marks = MarksOf is null ? null : Map(flags, MarksOf),
            EndsSnapshot = endsSnapshot,
            Fields = Fields,
            Dimensions = dimensions.Zip(coders).ToDictionary(pair => pair.First, pair => pair.Second.Take()),
        };
        values.Clear();
        presences.Clear();
        return batch;
    }

    private static CodedColumn<string> Map(CodedColumn<string> flags, Func<string, string?> marksOf)
    {
        var marks = new List<string>();
        var codeOf = flags.Values.Select(flag => Code(marksOf(flag))).ToArray();
        return new(marks, flags.Codes.Span.ToArray().Select(code => code < 0 ? -1 : codeOf[code]).ToArray());

        int Code(string? mark)
        {
            if (string.IsNullOrEmpty(mark))
            {
                return -1;
            }

            var known = marks.IndexOf(mark);
            if (known < 0)
            {
                marks.Add(mark);
                known = marks.Count - 1;
            }

            return known;
        }
    }

    private sealed class Coder<T> where T : notnull
    {
        private Dictionary<T, int> index = [];
        private List<T> distinct = [];
        private List<int> codes = [];

        public void Add(T? value)
        {
            if (value is null)
            {
                codes.Add(-1);
                return;
            }

            if (!index.TryGetValue(value, out var code))
            {
                index.Add(value, code = distinct.Count);
                distinct.Add(value);
            }

            codes.Add(code);
        }

        public CodedColumn<T> Take()
        {
            var column = new CodedColumn<T>(distinct, codes.ToArray());
            (index, distinct, codes) = ([], [], []);
            return column;
        }
    }
}
