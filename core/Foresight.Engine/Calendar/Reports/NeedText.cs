using Foresight.Engine.Alerts.Grammar;
using Foresight.Sdk;

namespace Foresight.Engine.Calendar.Reports;

/// <summary>What a report needs, as a policy writes it: <c>register activities</c>, <c>figures of kolada for the year before</c>, <c>follow-up</c>; or in Swedish.</summary>
internal static class NeedText
{
    /// <summary>Reads a need; where it cannot be read, the problem says why.</summary>
    public static (ReportNeed? Need, string? Problem) Read(string text)
    {
        var reader = new SentenceReader(text);
        return One(reader) is { } need && reader.AtEnd ? (need, null) : (null, reader.Problem());
    }

    private static ReportNeed? One(SentenceReader reader)
    {
        if (reader.Take(["register", "registret"]))
        {
            return reader.Name("a register's id") is { } register ? new ReportNeed(NeedKind.Register, register) : null;
        }

        if (reader.Take(["source", "källan"]))
        {
            return reader.Name("a source's id") is { } source ? new ReportNeed(NeedKind.Source, source) : null;
        }

        if (reader.Take(["figures of", "siffror från"]))
        {
            return reader.Name("a source's id") is not { } source ? null
                : reader.Take(["for the year before", "för året före"]) ? new ReportNeed(NeedKind.Figures, source, 1)
                : reader.Take(["for two years before", "för två år före"]) ? new ReportNeed(NeedKind.Figures, source, 2)
                : reader.Take(["for the year", "för året"]) ? new ReportNeed(NeedKind.Figures, source)
                : null;
        }

        return reader.Take(["follow-up", "uppföljning"]) ? new ReportNeed(NeedKind.FollowUp)
            : reader.Take(["decided alerts", "beslutade larm"]) ? new ReportNeed(NeedKind.Alerts)
            : null;
    }
}
