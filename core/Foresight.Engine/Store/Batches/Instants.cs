namespace Foresight.Engine.Store.Batches;

/// <summary>Instants as they are stored: UTC, whole microseconds.</summary>
internal static class Instants
{
    public static DateTime ToStored(DateTimeOffset instant) =>
        new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);
}
