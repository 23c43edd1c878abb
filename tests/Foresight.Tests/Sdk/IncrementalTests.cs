using Foresight.Sdk;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Foresight.Tests.Sdk;

public sealed class IncrementalTests
{
    private static readonly DateOnly First = new(2026, 1, 1);

    [Theory]
    [InlineData("bet=2026-09-01", "2026-08-25")]
    [InlineData("bet=2026-01-03", "2026-01-01")]
    [InlineData("prop=2026-09-01", "2026-01-01")]
    public void Start_OfAStream_IsItsLastDayLessTheLagButNotBeforeTheFirst(string cursor, string expected)
    {
        var state = Resume(cursor);

        Assert.Equal(expected, state.StartOf("bet")!.Value.ToString("O"));
    }

    [Fact]
    public void Start_AfterAClockThatWasAhead_IsTheFirstDayAgain()
    {
        var state = Resume("bet=2036-01-01");

        state.Reach("bet", new DateOnly(2026, 9, 4));

        Assert.Equal("bet=2026-09-04", state.ToCursor()!.Value.Value);
        Assert.Equal(First, Resume("bet=2036-01-01").StartOf("bet"));
    }

    [Fact]
    public void Reach_OfADayToComeOrOfThePast_MovesNothing()
    {
        var state = Resume("bet=2026-09-01");

        state.Reach("bet", new DateOnly(2026, 9, 6));
        state.Reach("bet", new DateOnly(2026, 8, 6));

        Assert.Equal("bet=2026-09-01", state.ToCursor()!.Value.Value);
    }

    private static Incremental Resume(string cursor)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 9, 5, 5, 0, 0, TimeSpan.Zero));
        return Incremental.Resume(new SourceContext(new Cursor(cursor), new HttpClient(new SocketsHttpHandler()), clock, NullLogger.Instance), First, 7, "bet");
    }
}
