using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Foresight.Engine.Policies.Options;
using Xunit;

namespace Foresight.Tests.Policies;

public class OptionsBinderTests
{
    [Fact]
    public void Pairs_OfEveryType_AreBound()
    {
        var binding = Bind<AllTypes>(
            ("text", "a, b"), ("whole", "-3"), ("long", "5000000000"), ("number", "0.5"), ("yes", "true"), ("form", "rss-only"), ("address", "https://example.org/x?a=1,2"),
            ("day", "2026-09-05"), ("wait", "00:30:00"), ("words", "a, b,c"), ("years", "2000,2001"), ("labels.sv", "hej"), ("filters.unit", "EUR,NR"), ("inner.source", "s"));

        Assert.Equal([], binding.Problems);
        var options = Assert.IsType<AllTypes>(binding.Options);
        Assert.Equal(("a, b", -3, 5_000_000_000, 0.5, true), (options.Text, options.Whole, options.Long, options.Number, options.Yes));
        Assert.Equal((FeedForm.RssOnly, new Uri("https://example.org/x?a=1,2")), (options.Form, options.Address));
        Assert.Equal((new DateOnly(2026, 9, 5), TimeSpan.FromMinutes(30)), (options.Day, options.Wait));
        Assert.Equal(["a", "b", "c"], options.Words);
        Assert.Equal([2000, 2001], options.Years);
        Assert.Equal("hej", options.Labels["sv"]);
        Assert.Equal(["EUR", "NR"], options.Filters["unit"]);
        Assert.Equal("s", options.Inner.Source);
    }

    [Theory]
    [InlineData("7 days", "7.00:00:00")]
    [InlineData("1 day", "1.00:00:00")]
    [InlineData("2 weeks", "14.00:00:00")]
    [InlineData("12 hours", "12:00:00")]
    [InlineData("1.5 seconds", "00:00:01.5")]
    [InlineData("1.02:00:00", "1.02:00:00")]
    public void Duration_InWordsOrAsATime_IsBound(string text, string expected)
    {
        var options = Assert.IsType<AllTypes>(Bind<AllTypes>(("wait", text)).Options);

        Assert.Equal(TimeSpan.Parse(expected, CultureInfo.InvariantCulture), options.Wait);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("-1 days")]
    [InlineData("7 fortnights")]
    [InlineData("-00:01:00")]
    [InlineData("999999999 weeks")]
    public void Duration_ThatIsNone_IsTold(string text)
    {
        Assert.Equal([$"'wait' must be a duration such as 7 days, 12 hours, 1.5 seconds or 00:30:00, not '{text}'."], Bind<AllTypes>(("wait", text)).Problems);
    }

    [Fact]
    public void Pairs_LeftOut_KeepTheDefaults()
    {
        var options = Assert.IsType<AllTypes>(Bind<AllTypes>().Options);

        Assert.Equal(("default", 7, null), (options.Text, options.Whole, options.Day));
    }

    [Fact]
    public void Pairs_WithFaults_AreAllTold()
    {
        var binding = Bind<AllTypes>(("txt", "a"), ("whole", "x"), ("yes", "ja"), ("inner.sorce", "s"), ("readOnly", "1"));

        Assert.Null(binding.Options);
        Assert.Equal(
            [
                "'inner' has Unknown option 'sorce'; nearest 'source'.",
                "'whole' must be a whole number, not 'x'.",
                "'yes' must be true or false, not 'ja'.",
                "Unknown option 'readOnly'",
                "Unknown option 'txt'; nearest 'text'.",
            ],
            binding.Problems.Select(Shortened).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Options_ThatJudgeThemselves_AreHeard()
    {
        var binding = Bind<FromTo>(("from", "2020"), ("to", "2010"));

        Assert.Equal(["'to' lies before 'from'."], binding.Problems);
    }

    [Fact]
    public void Options_WithASetterThatThrows_AreToldAndNotThrown()
    {
        var binding = Bind<Refusing>(("name", "x"));

        Assert.Equal(["The option 'name' is refused: not this one"], binding.Problems);
    }

    [Fact]
    public void Options_OfATypeThatCannotBeWritten_AreThePluginsMistake()
    {
        var binding = Bind<Impossible>(("stream", "x"));

        Assert.Equal(["The plugin's options class Impossible cannot be read: an option cannot be of type Stream."], binding.Problems);
    }

    [Fact]
    public void Options_WithAConstructorThatThrows_AreThePluginsMistake()
    {
        var binding = Bind<Failing>();

        Assert.Equal(["The plugin's options class Failing cannot be read: no home."], binding.Problems);
    }

    private static string Shortened(string sentence) =>
        sentence.StartsWith("Unknown option 'readOnly'", StringComparison.Ordinal) ? "Unknown option 'readOnly'"
        : sentence.StartsWith("Unknown option 'sorce'", StringComparison.Ordinal) ? "'inner' has " + sentence
        : sentence;

    private static OptionsBinding Bind<T>(params (string Key, string Value)[] pairs) =>
        OptionsBinder.Bind(typeof(T), pairs.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal));

    internal sealed class AllTypes
    {
        public string Text { get; init; } = "default";

        public int Whole { get; set; } = 7;

        public long Long { get; init; }

        public double Number { get; init; }

        public bool Yes { get; init; }

        public FeedForm Form { get; init; }

        public Uri? Address { get; init; }

        public DateOnly? Day { get; init; }

        public TimeSpan Wait { get; init; }

        public IReadOnlyList<string> Words { get; init; } = [];

        public IEnumerable<int> Years { get; init; } = [];

        public Dictionary<string, string> Labels { get; init; } = [];

        public Dictionary<string, IReadOnlyList<string>> Filters { get; init; } = [];

        public IndicatorRef Inner { get; init; } = new();

        public int ReadOnly => Whole;
    }

    internal sealed class FromTo : IValidatableObject
    {
        public int From { get; init; }

        public int To { get; init; }

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
            To < From ? [new ValidationResult("'to' lies before 'from'.")] : [];
    }

    internal sealed class Refusing
    {
        public string Name { get; set => throw new ArgumentException("not this one"); } = "";
    }

    internal sealed class Failing
    {
        public Failing() => throw new InvalidOperationException("no home.");
    }

    internal sealed class Impossible
    {
        public Stream? Stream { get; init; }
    }
}
