namespace Foresight.Plugins.Tests.Conformance;

/// <summary>A clock that moves on by every wait at once, so that pauses cost no time; a wait of more than an hour is a time-out, and takes its real time.</summary>
internal sealed class BriskClock(DateTimeOffset start) : TimeProvider
{
    private static readonly TimeSpan TimeOut = TimeSpan.FromHours(1);

    private long ticks = start.UtcTicks;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Read(ref ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == Timeout.InfiniteTimeSpan || dueTime > TimeOut)
        {
            return base.CreateTimer(callback, state, dueTime, period);
        }

        Interlocked.Add(ref ticks, dueTime.Ticks);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
