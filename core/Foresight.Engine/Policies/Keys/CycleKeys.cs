using Foresight.Engine.Calendar.Grammar;
using Foresight.Engine.Calendar.Reports;
using Foresight.Engine.Policies.Shapes;
using Foresight.Sdk;

namespace Foresight.Engine.Policies.Keys;

/// <summary>The keys of the yearly cycle. What only all of it together shows is checked by <see cref="CycleChecks"/>.</summary>
internal static class CycleKeys
{
    private static readonly ScalarShape Day = new(
        "a date from 2000 to 2199, such as 2026-09-05",
        text => DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day)
            && day.Year is >= 2000 and < 2200 ? day : null,
        new System.Text.Json.Nodes.JsonObject { ["type"] = "string", ["format"] = "date" });

    private static readonly ScalarShape FewDays = new(
        "a whole number from 0 to 365",
        text => int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var days) && days <= 365 ? days : null,
        new System.Text.Json.Nodes.JsonObject { ["type"] = "integer", ["minimum"] = 0, ["maximum"] = 365 });

    private static readonly MapShape Exception = new(
        "meetingException",
        BuildException,
        Key.May("moved", Day, "The day of the meeting that is held on another."),
        Key.May("to", Day, "Of a meeting that is moved: its new day."),
        Key.May("cancelled", Day, "The day of the meeting that is not held."),
        Key.May("extra", Day, "The day of a meeting that no rule gives."),
        Key.Must("reason", SharedShapes.Local, "Why."));

    private static readonly MapShape Meetings = new(
        "meetings",
        BuildSeries,
        Key.Must("body", SharedShapes.IdOf(Kinds.Body), "The body that meets."),
        Key.May("rules", new ListShape(SharedShapes.Text, atLeast: 1), "When it meets, in plain words, English or Swedish (docs/calendar.md)."),
        Key.May("days", new ListShape(Day), "The days on which it meets, as they were decided one by one."),
        Key.May("from", Day, "The first day on which the rules hold; always if left out."),
        Key.May("until", Day, "The last day on which the rules hold; always if left out."),
        Key.May("onHoliday", ScalarShape.WordOf(typeof(OnHoliday)), "What becomes of its meetings on days without work; what the cycle says if left out."),
        Key.May("exceptions", new ListShape(Exception), "Meetings that are moved, cancelled or extra."),
        Key.May("toConfirm", ScalarShape.YesNo, "Whether the policy's owner has yet to confirm these days."));

    private static readonly MapShape Report = new(
        "report",
        BuildReport,
        Key.Must("id", SharedShapes.NewId(Kinds.Report), "The id."),
        Key.Must("name", SharedShapes.Local, "What it is called."),
        Key.Must("body", SharedShapes.IdOf(Kinds.Body), "To whom it is reported."),
        Key.May("by", SharedShapes.IdOf(Kinds.Body), "Who reports."),
        Key.May("brief", SharedShapes.IdOf(Kinds.Brief), "The brief that it is."),
        Key.May("audience", SharedShapes.IdOf(Kinds.Audience), "The audience whose briefs it is, instead of a single brief."),
        Key.Must("due", SharedShapes.Text, "When it is due, in plain words, English or Swedish (docs/calendar.md)."),
        Key.May("sendDaysBefore", FewDays, "How many days before that it is sent; 0 if left out."),
        Key.May("needs", new ListShape(SharedShapes.Text), "What must be there: 'register ID', 'source ID', 'figures of ID for the year before', 'follow-up', 'decided alerts'."),
        Key.May("basis", SharedShapes.Local, "What asks for it: the policy, a law."),
        Key.May("toConfirm", ScalarShape.YesNo, "Whether the policy's owner has yet to confirm it."));

    public static MapShape Cycle { get; } = new(
        "cycle",
        BuildCycle,
        Key.May("meetings", new ListShape(Meetings), "When the bodies meet."),
        Key.May("reports", new ListShape(Report), "What is reported to whom, and when."),
        Key.May("onHoliday", ScalarShape.WordOf(typeof(OnHoliday)), "What becomes of a meeting whose rule falls on a day without work; next-working-day if left out."),
        Key.May("freeDays", new ListShape(Day), "Days without work beside weekends and the country's public holidays."));

    private static Cycle BuildCycle(Values values, ReadingContext context)
    {
        var cycle = new Cycle
        {
            Meetings = values.List<MeetingSeries>("meetings"),
            Reports = values.List<ReportRule>("reports"),
            OnHoliday = values.Number<OnHoliday>("onHoliday") ?? OnHoliday.NextWorkingDay,
            FreeDays = values.List<DateOnly>("freeDays"),
        };
        context.AtEnd(() => new CycleChecks(cycle, values.Node, context).Run());
        return cycle;
    }

    private static MeetingSeries? BuildSeries(Values values, ReadingContext context)
    {
        var before = context.Problems.Count;
        var series = new MeetingSeries(values.The<string>("body"))
        {
            Rules = values.List<string>("rules"),
            Days = values.List<DateOnly>("days"),
            From = values.Number<DateOnly>("from"),
            Until = values.Number<DateOnly>("until"),
            OnHoliday = values.Number<OnHoliday>("onHoliday"),
            Exceptions = values.List<ChangedMeeting>("exceptions"),
            ToConfirm = values.Number<bool>("toConfirm") ?? false,
        };
        foreach (var (rule, line) in series.Rules.Zip(CycleChecks.LinesOf(values.Node, "rules")))
        {
            if (CalendarGrammar.ReadDays(rule).Problem is { } problem)
            {
                context.Report(line, $"The rule '{rule}' cannot be understood: {problem}. docs/calendar.md shows all that can be said.");
            }
        }

        if (series.Rules.Count + series.Days.Count + series.Exceptions.Count == 0)
        {
            context.Report(values.Node.Line, $"The meetings of '{series.Body}' need 'rules' or 'days'.");
        }

        if (series.From > series.Until)
        {
            context.Report(values.Node.Line, $"The meetings of '{series.Body}' end before they begin: 'until' is before 'from'.");
        }

        return context.Problems.Count > before ? null : series;
    }

    private static ChangedMeeting? BuildException(Values values, ReadingContext context)
    {
        var named = new (MeetingChange Change, string Key)[] { (MeetingChange.Moved, "moved"), (MeetingChange.Cancelled, "cancelled"), (MeetingChange.Extra, "extra") }
            .Where(change => values.Number<DateOnly>(change.Key) is not null).ToList();
        var to = values.Number<DateOnly>("to");
        if (named is not [var only])
        {
            context.Report(values.Node.Line, "An exception is either 'moved', 'cancelled' or 'extra'; give one of them with its day.");
            return null;
        }

        if (only.Change == MeetingChange.Moved != to is not null)
        {
            context.Report(values.Node.Line, to is null ? "A meeting that is moved needs its new day: 'to'." : "Only a meeting that is moved has a new day: 'to'.");
            return null;
        }

        return new ChangedMeeting(only.Change, values.Number<DateOnly>(only.Key)!.Value, values.The<LocalText>("reason")) { To = to };
    }

    private static ReportRule? BuildReport(Values values, ReadingContext context)
    {
        var before = context.Problems.Count;
        var (id, due) = (values.The<string>("id"), values.The<string>("due"));
        if (CalendarGrammar.ReadDue(due).Problem is { } wrong)
        {
            context.Report(values.Node.Find("due")!.Line, $"'due' cannot be understood: {wrong}. docs/calendar.md shows all that can be said.");
        }

        if (values.Maybe<string>("brief") is not null && values.Maybe<string>("audience") is not null)
        {
            context.Report(values.Node.Line, $"The report '{id}' is either a 'brief' or all of an 'audience'; keep one.");
        }

        var needs = new List<ReportNeed>();
        foreach (var (text, line) in values.List<string>("needs").Zip(CycleChecks.LinesOf(values.Node, "needs")))
        {
            var (need, problem) = NeedText.Read(text);
            if (need is null)
            {
                context.Report(line, $"'{text}' is nothing that a report can need: {problem}.");
                continue;
            }

            needs.Add(need);
            if (need.Kind is NeedKind.Source or NeedKind.Figures)
            {
                context.Refer(Kinds.Source, need.Of!, line);
            }
            else if (need.Kind == NeedKind.Register && Register.All.All(register => register.Id != need.Of))
            {
                context.Report(line, $"There is no register '{need.Of}'{Nearest.Hint(need.Of!, Register.All.Select(register => register.Id))}.");
            }
        }

        return context.Problems.Count > before ? null : new ReportRule
        {
            Id = id,
            Name = values.The<LocalText>("name"),
            Body = values.The<string>("body"),
            By = values.Maybe<string>("by"),
            Brief = values.Maybe<string>("brief"),
            Audience = values.Maybe<string>("audience"),
            Due = due,
            SendDaysBefore = values.Number<int>("sendDaysBefore") ?? 0,
            Needs = needs,
            Basis = values.Maybe<LocalText>("basis"),
            ToConfirm = values.Number<bool>("toConfirm") ?? false,
        };
    }
}
