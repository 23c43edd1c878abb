namespace Foresight.Engine.Fetch.Rebuild;

/// <summary>A clock that stands where a load of the past stood: at its beginning, then at each of its answers.</summary>
internal sealed class RebuildClock : TimeProvider
{
    private long ticks;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void Set(DateTimeOffset time) => Interlocked.Exchange(ref ticks, time.UtcTicks);
}
