using Foresight.Engine.Registers;
using Foresight.Funding;
using Foresight.Sdk;

namespace Foresight.Engine.FollowUp;

/// <summary>Counts the registers against the policy.</summary>
internal sealed class FollowUpCounting
{
    private readonly Policy _policy;
    private readonly RegisterBook _book;
    private readonly FollowUpQuestion _question;
    private readonly BodyScope _scope;
    private readonly IReadOnlyList<PlaceMoney> _neighbours;
    private readonly SignalsOfBodies _signals;
    private readonly Dictionary<string, CountedRows> _rows;
    private readonly List<RegisterEntry> _scoped;
    private readonly List<RegisterEntry> _running;

    public FollowUpCounting(
        Policy policy, RegisterBook book, FollowUpQuestion question, BodyScope scope, IReadOnlyList<PlaceMoney> neighbours, SignalsOfBodies signals)
    {
        (_policy, _book, _question, _scope, _neighbours, _signals) = (policy, book, question, scope, neighbours, signals);
        _rows = Register.All.ToDictionary(register => register.Id, register => CountedRows.Of(book, register));
        _scoped = [.. Rows(Register.Activities).Rows.Where(scope.Holds)];
        _running = [.. _scoped.Where(row => row["status"] != "cancelled" && question.Runs(row))];
    }

    public FollowUpReport Report() => new()
    {
        Question = _question,
        IsWhole = _scope.IsWhole,
        Registers = [.. Register.All.Select(register => Rows(register).Cover)],
        Activities = [.. _running.OrderBy(row => row.First("starts")).ThenBy(row => row.Id, StringComparer.Ordinal).Select(Told)],
        Cancelled = _scoped.Count(row => row["status"] == "cancelled" && _question.Runs(row)),
        FocusAreas = [.. _scope.Areas.Select(area => Counted(area.Id, area.Name, row => row.Many("focus_areas").Contains(area.Id)))],
        Purposes = [.. _policy.Purposes.Select(purpose => Counted(purpose.Id, purpose.Name, row => row.Many("purposes").Contains(purpose.Id)))],
        Kinds = [.. _policy.ActivityKinds.Select(kind => Counted(kind.Id, kind.Name, row => row["kind"] == kind.Id))],
        Bodies = [.. (_scope.IsWhole ? _policy.Bodies : _scope.Bodies).Select(body => Counted(body.Id, body.Name, row => row["body"] == body.Id))],
        Needs = [.. Rows(Register.Needs).Rows.Where(row => _scope.Holds(row) && Holds(row)).Select(Needed)],
        WithoutNeed = IsMeasured ? _running.Count(row => row["need"] is null) : null,
        Results = IsMeasured ? Results() : null,
        Overdue = [.. _scoped.Where(IsOverdue).OrderBy(row => row.Last("ends") ?? DateOnly.MaxValue).ThenBy(row => row.Id, StringComparer.Ordinal).Select(Told)],
        Partners =
        [
            .. Rows(Register.Partners).Rows.Where(row => _scope.Holds(row) || _scoped.Any(activity => activity.Many("partners").Contains(row.Id)))
                .OrderBy(row => row.Day("last_contact") ?? DateOnly.MaxValue).ThenBy(row => row["organisation"], StringComparer.Ordinal).Select(Met),
        ],
        Money = new MoneyCounting(_question, _scope, _running, Rows(Register.Applications).Rows, _neighbours, _policy.Home.Id).Count(),
        Records = [.. _scope.Bodies.Select(OnRecord)],
    };

    private bool IsMeasured => Rows(Register.Activities).Cover.IsMeasured;

    private CountedRows Rows(Register register) => _rows[register.Id];

    private FollowUpActivity Told(RegisterEntry row) => FollowUpActivity.Of(row, _book, _question);

    private FollowUpCount Counted(string id, LocalText name, Func<RegisterEntry, bool> fits) => new(id, name, IsMeasured ? _running.Count(fits) : null);

    /// <summary>Whether a need holds in the period.</summary>
    private bool Holds(RegisterEntry need) =>
        !(need.First("since") > _question.To) && !(need.Last("until") < _question.From);

    private FollowUpNeed Needed(RegisterEntry row) => new(
        row.Id, row["title"] ?? row.Id, row["body"] ?? "",
        IsMeasured ? [.. _running.Where(activity => activity["need"] == row.Id).Select(activity => activity.Id)] : null,
        row.IsExample, RowEvidence.Of(row));

    private FollowUpResults Results() => new(
        _running.Count(row => row["outcome"] == "reached"),
        _running.Count(row => row["outcome"] == "partly"),
        _running.Count(row => row["outcome"] == "missed"),
        _running.Count(row => row["outcome"] is null && _question.IsOver(row)),
        _running.Count(row => row["outcome"] is null && !_question.IsOver(row)),
        _running.Count(row => row["expected_result"] is null));

    private bool IsOverdue(RegisterEntry row) =>
        row["status"] != "cancelled" && _question.IsOver(row) && row["result"] is null && row["outcome"] is null;

    private FollowUpPartner Met(RegisterEntry row)
    {
        var last = row.Day("last_contact");
        return new FollowUpPartner(
            row.Id, row["organisation"] ?? row.Id, row["body"], last, row.Day("next_contact"),
            last is { } day ? day < _question.Today.AddMonths(-_policy.FollowUp.DormantMonths) : null, row.IsExample, RowEvidence.Of(row));
    }

    private BodyRecord OnRecord(Body body)
    {
        var members = _scope.Members(body);
        var behind = new List<Evidence>();
        var signals = _signals.Of(members);
        behind.AddRange(signals);
        return new BodyRecord(body.Id, _scope.Duties(body))
        {
            Activities = Of(Register.Activities, "body", row => row["status"] != "cancelled" && _question.Runs(row)),
            FollowedUp = Of(Register.Activities, "body", row => _question.Holds(row.Day("followed_up"))),
            Decisions = Of(Register.Decisions, "body", row => _question.Holds(row.Day("decided"))),
            ToCarryOut = Of(Register.Decisions, "responsible", row => _question.Holds(row.Day("decided"))),
            Applications = Of(Register.Applications, "body", row => new[] { "submitted", "decided", "deadline" }.Any(column => _question.Holds(row.Day(column)))),
            Observations = Of(Register.Observations, "body", row => _question.Holds(row.Day("seen"))),
            Signals = signals.Count,
            Evidence = behind,
        };

        int? Of(Register register, string column, Func<RegisterEntry, bool> fits)
        {
            var found = Rows(register).Rows.Where(row => members.Contains(row[column]) && fits(row)).ToList();
            behind.AddRange(found.Select(row => RowEvidence.Of(row)));
            return Rows(register).Cover.IsMeasured ? found.Count : null;
        }
    }
}
